"""What every answer tells a browser, and how one comes in."""

import re
import shutil
import subprocess
import urllib.parse
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from tests.contracts.command import comity
from tests.contracts.counter import Answer, Counter, House
from tests.journeys import house
from tests.journeys import visitor as visiting
from tests.journeys.visitor import Visitor, crawl

OTHER_HOST = re.compile(
    rb"""(?:src|srcset|action|formaction|poster|data)\s*=\s*["']?(?:https?:)?//(?!localhost)""",
    re.IGNORECASE,
)
LINKED = re.compile(rb"""<link\b[^>]*href=["']?(?:https?:)?//(?!localhost)[^>]*>""", re.IGNORECASE)
INLINE = re.compile(
    rb"""<style\b|<script\b(?![^>]*\bsrc=)[^>]*>|<[^>]+\s(?:style|on[a-z]+)\s*=\s*["']|javascript:""",
    re.IGNORECASE,
)


def policy(headers: dict[str, str]) -> dict[str, list[str]]:
    """Read a content security policy into directive -> sources."""
    said = headers.get("content-security-policy", "")
    parts = [each.split() for each in said.split(";") if each.strip()]
    return {name: sources for name, *sources in parts}


@pytest.fixture(scope="module")
def met(site: str) -> list[visiting.Answer]:
    """Every page of every shape, as the public and as two roles meet it."""
    found = []
    for role in ("public", "meridonia", "secretariat"):
        visitor = Visitor(site)
        if role != "public":
            visitor.walk_in(role)
        found += list(crawl(visitor, of_each=1, most=120))
    assert len({answer.path for answer in found}) > 30
    # A paper is somebody's bytes and no page: it is sent into a sandbox of its own.
    return [answer for answer in found if not answer.path.startswith("/paper/")]


def test_no_page_may_run_or_draw_what_stands_inside_it(met: list[visiting.Answer]) -> None:
    for answer in met:
        directives = policy(answer.headers)
        fallback = directives.get("default-src")
        assert fallback is not None, answer.path
        sources = {source for each in directives.values() for source in each}
        assert not any("unsafe" in source for source in sources), (answer.path, sources)
        assert sources & {"*", "http:", "https:", "blob:"} == set(), (answer.path, sources)
        for name in ("script-src", "style-src", "object-src"):
            assert set(directives.get(name, fallback)) <= {"'self'", "'none'"}, answer.path
        assert directives["frame-ancestors"] == ["'none'"], answer.path
        assert set(directives["form-action"]) <= {"'self'", "'none'"}, answer.path
        assert set(directives["base-uri"]) <= {"'self'", "'none'"}, answer.path


def test_no_page_is_sniffed_and_none_tells_where_one_came_from(met: list[visiting.Answer]) -> None:
    for answer in met:
        assert answer.headers["x-content-type-options"] == "nosniff", answer.path
        assert answer.headers["referrer-policy"] in {"same-origin", "no-referrer"}, answer.path
        assert "server" not in answer.headers or "/" not in answer.headers["server"], answer.path


def test_no_page_holds_script_or_style_or_asks_another_host(met: list[visiting.Answer]) -> None:
    for answer in met:
        if not answer.is_page:
            continue
        assert INLINE.findall(answer.body) == [], answer.path
        assert OTHER_HOST.findall(answer.body) == [], answer.path
        assert LINKED.findall(answer.body) == [], answer.path


def test_errors_have_the_same_headers(site: str) -> None:
    counter = Counter(site)
    for answer in (
        counter.get("/nowhere"),
        counter.get("/nowhere.json"),
        counter.send(b"{"),
        counter.ask(
            "POST", "/walk-in", body=b"role=chair", Content_Type="application/x-www-form-urlencoded"
        ),
        counter.get("/index.json", Authorization="Bearer wrong"),
    ):
        assert answer.status >= 400
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "content-security-policy" in answer.headers
        assert b"Traceback" not in answer.body


def test_what_is_somebodys_own_is_not_kept_by_caches(site: str) -> None:
    visitor = Visitor(site)
    visitor.walk_in("meridonia")
    for path in ("/desk", "/text/understanding-3", "/desk.json"):
        said = visitor.get(path).headers.get("cache-control", "")
        assert "private" in said or "no-store" in said, (path, said)


def _cookies(visitor: Visitor) -> CookieJar:
    return next(
        each.cookiejar
        for each in visitor._opener.handlers  # type: ignore[attr-defined]
        if hasattr(each, "cookiejar")
    )


def test_cookies_are_hidden_from_script_and_from_other_sites(site: str) -> None:
    visitor = Visitor(site)
    visitor.walk_in("meridonia")
    jar = list(_cookies(visitor))
    assert jar != []
    for cookie in jar:
        rest = {name.lower(): value for name, value in cookie._rest.items()}  # type: ignore[attr-defined]
        assert "httponly" in rest, cookie.name
        assert rest.get("samesite", "").lower() in {"lax", "strict"}, cookie.name
        assert not cookie.domain_specified, cookie.name


def test_a_reader_who_does_nothing_gets_no_session(site: str) -> None:
    visitor = Visitor(site)
    for path in ("/", "/record", "/sentence/understanding-1-p7"):
        visitor.get(path)
    assert [each.name for each in _cookies(visitor) if "session" in each.name] == []


def test_another_name_for_the_host_is_refused(site: str) -> None:
    """Else a letter or a link could be made to lead elsewhere."""
    assert Counter(site).get("/", Host="elsewhere.example").status == 400


# Coming in.


def test_one_walks_in_as_a_role_and_out_again_as_the_public(own: House) -> None:
    visitor = Visitor(own.site)
    before = visitor.get("/index.json").body
    visitor.walk_in("tarn")
    assert visitor.get("/desk.json").status == 200
    visitor.walk_in("public")
    assert visitor.get("/index.json").body == before


def test_nobody_walks_in_as_who_is_not_offered(own: House) -> None:
    for role in ("clerk", "archivist", "meridonia-before", "x7q2mv", "", "../chair"):
        visitor = Visitor(own.site)
        assert visitor.post("/walk-in", role=role).status in (400, 404), role
        assert visitor.get("/desk.json").status != 200, role


def test_walking_in_is_posted_with_the_pages_token(own: House) -> None:
    counter = Counter(own.site)
    form = {"Content_Type": "application/x-www-form-urlencoded"}
    assert counter.ask("POST", "/walk-in", body=b"role=chair", **form).status == 403
    assert "set-cookie" not in counter.get("/walk-in?role=chair").headers


def test_walking_in_leads_to_no_other_site(own: House) -> None:
    for there in ("https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example"):
        visitor = Visitor(own.site)
        answer = visitor.post("/walk-in", role="tarn", next=there)
        assert answer.status in (200, 400), there
        assert answer.path.startswith("/"), there


@pytest.fixture(scope="module")
def wide(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same demonstration, listening on every address of the machine."""
    place = tmp_path_factory.mktemp("wide")
    shutil.copytree(demonstration, place / "data")
    port = house.free_port()
    log = place / "server.log"
    with log.open("wb") as written:
        server = subprocess.Popen(
            [
                *house.COMITY,
                "serve",
                "--data",
                str(place / "data"),
                "--port",
                str(port),
                "--host",
                "0.0.0.0",
            ],
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    try:
        house._wait_for(port, server=server, log=log)
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(timeout=house.PATIENCE)


def test_beyond_this_machine_nobody_walks_in(wide: str) -> None:
    counter = Counter(wide)
    home = counter.get("/")
    assert (home.status, b'"/walk-in"' in home.body) == (200, False)
    visitor = Visitor(wide)
    with_token = visitor.get("/sign-in")
    assert with_token.status == 200
    answer = visitor.post("/walk-in", seen_on="/sign-in", role="chair")
    assert answer.status in (403, 404)
    assert visitor.get("/desk.json").status != 200


def link_for(own: House, person: str) -> str:
    said = comity("link", "--data", own.data, "--person", person)
    assert said.code == 0, said
    found = re.findall(r"https?://[^\s/]+(/\S+)", said.out)
    assert len(found) == 1, said.out
    return str(found[0])


def test_opening_a_link_signs_nobody_in_and_the_button_does_once(own: House) -> None:
    path = link_for(own, "j7e4wq")
    scanner = Visitor(own.site)
    for _ in range(3):
        assert scanner.get(path).status == 200
        assert scanner.get("/desk.json").status != 200
    assert [each.name for each in _cookies(scanner) if "session" in each.name] == []

    person = Visitor(own.site)
    assert person.post(path, seen_on=path).status == 200
    assert person.get("/desk.json").status == 200

    second = Visitor(own.site)
    page = second.get(path)
    if b"csrfmiddlewaretoken" in page.body:
        second.post(path, seen_on=path)
    assert second.get("/desk.json").status != 200


def test_a_link_that_was_never_made_signs_nobody_in(own: House) -> None:
    path = link_for(own, "j7e4wq")
    wrong = path[:-3] + ("aaa" if not path.endswith("aaa") else "bbb")
    visitor = Visitor(own.site)
    page = visitor.get(wrong)
    assert page.status in (200, 400, 404, 410)
    if b"csrfmiddlewaretoken" in page.body:
        visitor.post(wrong, seen_on=wrong)
    assert visitor.get("/desk.json").status != 200


def test_the_page_of_a_link_is_kept_nowhere_and_told_to_nobody(own: House) -> None:
    answer = Counter(own.site).get(link_for(own, "j7e4wq"))
    assert "no-store" in answer.headers.get("cache-control", "")
    assert answer.headers["referrer-policy"] in {"no-referrer", "same-origin"}


def test_the_link_alone_is_not_in_the_servers_log(own: House) -> None:
    path = link_for(own, "j7e4wq")
    Counter(own.site).get(path)
    secret = urllib.parse.urlsplit(path).path.rpartition("/")[2]
    assert secret not in own.log.read_text()


def test_a_token_stands_in_no_file_as_it_was_printed(own: House) -> None:
    own.as_role("tarn")
    said = comity("token", "new", "--data", own.data, "--person", "j7e4wq")
    token = said.out.strip()
    assert said.out == f"{token}\n"
    held = [
        str(path)
        for path in own.data.rglob("*")
        if path.is_file() and token.encode() in path.read_bytes()
    ]
    assert held == []


def test_signing_out_ends_the_session(own: House) -> None:
    visitor = Visitor(own.site)
    visitor.walk_in("tarn")
    kept = "; ".join(f"{each.name}={each.value}" for each in _cookies(visitor))
    answer = visitor.post("/sign-out", seen_on="/desk")
    assert answer.status == 200
    bare = Counter(own.site)
    after: Answer = bare.get("/desk.json", Cookie=kept)
    assert after.status != 200
