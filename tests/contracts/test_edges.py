"""Where strangers touch the house: one answer for what is not theirs, plain errors, limits, no way in by a proxy."""

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contracts.counter import Answer, Counter, House
from tests.journeys import house
from tests.journeys.visitor import Visitor

FORM = "application/x-www-form-urlencoded"
PLANTED = "planted-word-7731"


def size(counter: Counter) -> int:
    return int(counter.get("/log/checkpoint").body.split(b"\n")[1])


# One answer for what is unknown and for what is not yours to see.

NOWHERE = (
    "/nowhere.json",
    "/record/99999.json",
    "/receipt/0.json",
    "/receipt/99999.json",
    "/text/understanding-3.json",
    "/text/nowhere.json",
    "/silence/silence-now.json",
    "/desk.json",
    "/log",
    "/log/",
    "/log/proof/99999",
    "/log/tile/9/000",
    "/log/blobs/" + "A" * 43,
    "/log/parts/999",
    "/blobs/" + "A" * 43,
    "/blobs/",
    "/acts/",
    "/acts/1",
    "/healthz/",
)


@pytest.mark.parametrize("path", NOWHERE)
def test_what_is_not_here_has_one_answer_for_programs(public: Counter, path: str) -> None:
    answer, other = public.get(path), public.get("/nothing-at-all.json")
    assert (answer.status, answer.media_type) == (404, "application/json")
    assert answer.json == {"error": "unknown", "says": "Nothing here, or not yours to see."}
    assert (answer.body, told(answer)) == (other.body, told(other))


def told(answer: Answer) -> dict[str, str]:
    """What the headers say, without what every answer has of its own."""
    return {name: said for name, said in answer.headers.items() if name != "date"}


def test_an_act_on_what_is_not_here_has_the_same_answer_and_says_in_which_field(own: House) -> None:
    answer = own.as_role("arvenia").send(
        {
            "kind": "reframe.take-position/1",
            "on_behalf_of": "arvenia",
            "on": "paragraph/nowhere-p1",
            "stance": "support",
        }
    )
    assert answer.status == 404
    assert {name: answer.json[name] for name in ("error", "says")} == public_answer()
    assert [each["field"] for each in answer.json["refusals"]] == ["on"]


def public_answer() -> dict[str, str]:
    return {"error": "unknown", "says": "Nothing here, or not yours to see."}


# Each number has one address.

ODD = ("00", "01", "+1", "-1", "1.0", "1e1", "0x1", "%D9%A3", "%20" + "1", "1%20", "1%0A", "1_0")
HUGE = ("9" * 15, "9" * 16, "9" * 400, "1" + "0" * 30)


@pytest.mark.parametrize("number", [*ODD, *HUGE])
@pytest.mark.parametrize(
    "address",
    [
        "/log/proof/{}",
        "/record/{}",
        "/record/{}.json",
        "/receipt/{}",
        "/receipt/{}.json",
        "/log/tile/0/{}",
        "/log/tile/{}/000",
        "/log/tile/0/000.p/{}",
        "/log/tile/entries/{}",
        "/log/tile/entries/000.p/{}",
        "/log/parts/{}",
        "/log/parts/000.p/{}",
    ],
)
def test_a_number_written_otherwise_is_not_here(own: House, address: str, number: str) -> None:
    assert own.as_role("secretariat").get(address.format(number)).status == 404


@pytest.mark.parametrize("number", [*ODD, *HUGE])
def test_a_page_of_the_record_begins_at_a_number_or_at_the_newest(
    public: Counter, number: str
) -> None:
    assert public.get(f"/record.json?before={number}").status == 200


# Errors are plain.


def raw(site: str, request: bytes) -> tuple[bytes, bytes]:
    """Send bytes as they are, and return head and body of the answer."""
    with socket.create_connection(("127.0.0.1", int(site.rpartition(":")[2])), timeout=20) as line:
        line.sendall(request)
        found = b""
        while more := line.recv(65536):
            found += more
    head, _, body = found.partition(b"\r\n\r\n")
    return head.lower(), body


HEAD = b"Host: localhost\r\nConnection: close\r\n"
NO_REQUESTS = {
    "no HTTP": b"\x16\x03\x01\x02\x00\x01\r\n\r\n",
    "spaces": f"GET /{PLANTED} a b c HTTP/1.1\r\n\r\n".encode(),
    "length": b"POST /acts HTTP/1.1\r\nContent-Length: -7\r\n" + HEAD + b"\r\n",
    "too long": b"POST /acts HTTP/1.1\r\nContent-Length: 41000000\r\n" + HEAD + b"\r\n",
    "encoding": b"POST /acts HTTP/1.1\r\nTransfer-Encoding: gzip\r\n" + HEAD + b"\r\n",
    "header": b"GET / HTTP/1.1\r\nA" + b"b" * 262_200 + b": c\r\n" + HEAD + b"\r\n",
}


@pytest.mark.parametrize("request_", NO_REQUESTS.values(), ids=NO_REQUESTS.keys())
def test_what_is_no_request_is_answered_in_one_plain_line(own: House, request_: bytes) -> None:
    head, body = raw(own.site, request_)
    assert re.match(rb"http/1\.[01] (400|413|431|501)", head)
    assert b"content-type: text/plain" in head
    assert b"content-security-policy: default-src 'none'" in head
    assert b"x-content-type-options: nosniff" in head
    assert re.fullmatch(rb"[A-Z][A-Za-z ]{3,40}\n", body)


def test_every_error_is_plain_and_under_the_policy(own: House, public: Counter) -> None:
    long, arvenia = b"a=" + b"b" * 8_400_000, own.as_role("arvenia")
    answers = {
        "host": public.get(f"/{PLANTED}", Host=f"{PLANTED}.example"),
        "host of a twin": public.get("/index.json", Host="a b"),
        "404": public.get(f"/{PLANTED}"),
        "405 page": arvenia.ask("DELETE", "/record"),
        "405 twin": arvenia.ask("PUT", "/record.json", body=b"{}"),
        "405 door": public.get("/acts"),
        "form too long": arvenia.ask("POST", "/sign-in", body=long, Content_Type=FORM),
        "fields": arvenia.ask("POST", "/sign-in", body=b"a=1&" * 2_100, Content_Type=FORM),
        "multipart": arvenia.ask(
            "POST", "/sign-in", body=b"x", Content_Type="multipart/form-data; boundary="
        ),
        "body": public.ask("POST", "/acts", body=b"{", Authorization="Bearer x"),
    }
    assert {name: answer.status for name, answer in answers.items()} == {
        "host": 400,
        "host of a twin": 400,
        "404": 404,
        "405 page": 405,
        "405 twin": 405,
        "405 door": 405,
        "form too long": 413,
        "fields": 400,
        "multipart": 400,
        "body": 401,
    }
    for name, answer in answers.items():
        assert "default-src 'self'" in answer.headers["content-security-policy"], name
        assert answer.headers["x-content-type-options"] == "nosniff", name
        assert b"Traceback" not in answer.body, name
        assert b"Exception" not in answer.body, name
    assert "Traceback" not in own.log.read_text()


def test_the_servers_log_holds_nothing_that_was_sent(own: House, public: Counter) -> None:
    arvenia = own.as_role("arvenia")
    token = arvenia._headers["Authorization"].partition(" ")[2]
    public.get(f"/{PLANTED}", Host=f"{PLANTED}.example")
    public.get(f"/search?q={PLANTED}", Referer=f"http://{PLANTED}.example")
    public.get(f"/sign-in/{PLANTED}")
    public.get("/", Authorization=f"Bearer {PLANTED}")
    public.get("/", Cookie=f"comity_session={PLANTED}", User_Agent=PLANTED)
    arvenia.send({"kind": PLANTED, "on_behalf_of": PLANTED})
    arvenia.get(f"/text/{PLANTED}")
    raw(own.site, f"GET /{PLANTED} a b HTTP/1.1\r\n\r\n".encode())
    written = own.log.read_text()
    people = [each["person"] for each in own.roles.values() if each]
    for word in (PLANTED, token, "/text/", "/search", *people):
        assert word not in written, word


# Nobody is let in by a web server in front.

PASSED_ON = (
    {"X_Forwarded_For": "203.0.113.9"},
    {"X_Forwarded_Proto": "https"},
    {"X_Forwarded_Host": "programme.example"},
    {"Forwarded": "for=203.0.113.9"},
    {"Via": "1.1 elsewhere"},
    {"X_Real_IP": "203.0.113.9"},
)


@pytest.mark.parametrize("headers", PASSED_ON, ids=lambda each: next(iter(each)))
def test_what_a_web_server_passed_on_opens_no_role(
    public: Counter, headers: dict[str, str]
) -> None:
    assert b'"/walk-in"' in public.get("/").body
    assert b'"/walk-in"' not in public.get("/", **headers).body
    assert public.get("/walk-in", **headers).status == 404
    assert public.get("/tour", **headers).status == 404


@pytest.fixture(scope="module")
def fronted(
    demonstration: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Path]]:
    """The same demonstration, told that a web server on this machine stands in front of it."""
    place = tmp_path_factory.mktemp("fronted")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMITY_PROXY", "yes")
        patch.setenv("COMITY_ADDRESS", "https://programme.example")
        with house.serving(demonstration, place=place) as (address, _):
            yield address, place / "server.log"


def test_behind_a_web_server_there_are_no_roles(fronted: tuple[str, Path]) -> None:
    counter = Counter(fronted[0])
    assert b'"/walk-in"' not in counter.get("/").body
    assert counter.get("/walk-in").status == 404


def test_behind_a_web_server_tls_is_believed(fronted: tuple[str, Path]) -> None:
    counter = Counter(fronted[0])
    host = "programme.example"
    assert (
        "strict-transport-security"
        in counter.get("/", Host=host, X_Forwarded_Proto="https").headers
    )
    assert "strict-transport-security" not in counter.get("/", Host=host).headers


def test_strangers_behind_a_web_server_are_counted_one_by_one(fronted: tuple[str, Path]) -> None:
    counter = Counter(fronted[0])

    def send(place: str) -> int:
        return counter.send({}, X_Forwarded_For=f"192.0.2.1, {place}").status

    assert [send("203.0.113.9") for _ in range(61)] == [401] * 60 + [429]
    assert send("203.0.113.10") == 401


def test_without_the_setting_the_header_moves_nobody(own: House) -> None:
    counter = Counter(own.site)
    found = [counter.send({}, X_Forwarded_For=f"203.0.113.{n}").status for n in range(61)]
    assert found[-1] == 429


def test_who_tries_tokens_is_told_to_wait(fronted: tuple[str, Path]) -> None:
    counter = Counter(fronted[0])

    def get(place: str) -> tuple[int, str | None]:
        headers = {"X_Forwarded_For": place, "Authorization": "Bearer comity_wrong"}
        answer = counter.get("/index.json", **headers)
        return answer.status, answer.headers.get("retry-after")

    assert [get("203.0.113.20") for _ in range(61)] == [(401, None)] * 60 + [(429, "60")]
    assert get("203.0.113.21") == (401, None)


@pytest.mark.parametrize("path", ["/search", "/search.json"])
def test_who_searches_without_end_is_told_to_wait(fronted: tuple[str, Path], path: str) -> None:
    counter, place = Counter(fronted[0]), f"203.0.113.{30 + len(path)}"
    found = [counter.get(f"{path}?q=sea", X_Forwarded_For=place).status for _ in range(61)]
    assert set(found) == {200}
    found = [counter.get("/search.json?q=sea", X_Forwarded_For=place).status for _ in range(60)]
    assert found == [200] * 59 + [429]
    assert counter.get("/record", X_Forwarded_For=place).status == 200


def test_who_asks_for_passkeys_without_end_is_told_to_wait(own: House) -> None:
    visitor = Visitor(own.site)
    found = [visitor.post("/passkeys/ask", seen_on="/sign-in").status for _ in range(61)]
    assert found == [200] * 60 + [429]
