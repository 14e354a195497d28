"""The log as it is served: files that any tool of the standards can read, and nothing else."""

import base64
import gzip
import json
import re
from pathlib import Path

import pytest

from comity.acts import register
from comity.core.act import kinds
from comity.record import leaf_hash, read_part, verify_proof
from tests.contracts.command import comity
from tests.contracts.counter import Answer, Counter
from tests.contracts.signed import log_and_host

TWINS = [
    "/",
    "/record",
    "/record/0",
    "/record/100",
    "/convene",
    "/groups",
    "/body/cables-conference",
    "/parties",
    "/party/meridonia",
    "/text/understanding-1",
    "/text/annex-contacts",
    "/silence/silence-later",
    "/adoption/adoption-1",
    "/sentence/understanding-1-p7",
    "/norms",
    "/reports",
    "/support",
    "/check",
]


@pytest.fixture(scope="module")
def public(site: str) -> Counter:
    return Counter(site)


def files(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "manifest"
    )


def test_the_desk_says_that_it_is_well(public: Counter) -> None:
    answer = public.get("/healthz")
    assert answer.status == 200
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_foot_of_a_document_is_a_style_sheet_for_whoever_sees_the_document(
    public: Counter,
) -> None:
    foot = public.get("/adoption/adoption-1.css")
    assert (foot.status, foot.media_type) == (200, "text/css")
    page = public.get("/adoption/adoption-1").body.decode()
    code = re.search(r'class="short">([0-9A-F ]{19})<', page)
    assert code is not None
    assert code[1].replace(" ", "\\000020").encode() in foot.body
    assert public.get("/adoption/none-such.css").status == 404


def test_what_is_served_is_what_is_exported_byte_for_byte(public: Counter, exported: Path) -> None:
    """The log may have grown by the clerk's acts since; what both have is the same."""
    size = public.get("/log/checkpoint").body.split(b"\n")[1]
    if size != (exported / "checkpoint").read_bytes().split(b"\n")[1]:
        pytest.skip("the clerk has acted since the export")
    served = {path: public.get(f"/log/{path}") for path in files(exported)}
    assert {path: answer.status for path, answer in served.items() if answer.status != 200} == {}
    differ = [p for p, answer in served.items() if answer.body != (exported / p).read_bytes()]
    assert differ == []


def test_each_file_has_its_media_type_and_is_never_sniffed(public: Counter, exported: Path) -> None:
    found = set()
    for path in files(exported):
        answer = public.get(f"/log/{path}")
        assert answer.headers["x-content-type-options"] == "nosniff", path
        if path.startswith("blobs/"):
            assert answer.headers["content-disposition"].startswith("attachment"), path
            assert answer.media_type not in {"text/html", "image/svg+xml", "text/xml"}
            continue
        found.add((path.partition("/")[0], answer.media_type))
    assert ("checkpoint", "text/plain") in found
    assert ("tile", "application/octet-stream") in found
    assert {media for _, media in found} & {"text/html"} == set()


def test_what_is_served_verifies_as_what_is_exported_does(site: str, exported: Path) -> None:
    at_home = comity("verify", exported, "--json")
    from_afar = comity("verify", site, "--json")
    named = comity("verify", f"{site}/log", "--json", "--jobs", "2")
    assert (at_home.code, from_afar.code, named.code) == (0, 0, 0), from_afar
    assert from_afar.json == named.json
    assert from_afar.json["vkey"] == at_home.json["vkey"]
    if from_afar.json["size"] == at_home.json["size"]:
        assert from_afar.json == at_home.json


def test_each_act_has_a_proof_that_any_tool_can_check(public: Counter) -> None:
    log, _ = log_and_host(public)
    size = int(public.get("/log/checkpoint").body.split(b"\n")[1])
    for index in (0, 1, 255, 256, size - 1):
        if index >= size:
            continue
        answer = public.get(f"/log/proof/{index}")
        assert (answer.status, answer.media_type) == (200, "text/plain"), index
        leaf = leaf_hash(_leaf(public, index, size=size))
        place, checkpoint = verify_proof(answer.body.decode(), leaf=leaf, verifier=log)
        assert (place, checkpoint.size >= size) == (index, True)


def _leaf(public: Counter, index: int, *, size: int) -> bytes:
    bundle = index // 256
    full = f"{bundle:03d}" if size >= 256 * (bundle + 1) else f"{bundle:03d}.p/{size % 256}"
    data = public.get(f"/log/tile/entries/{full}").body
    place = 0
    for _ in range(index % 256):
        place += 2 + int.from_bytes(data[place : place + 2], "big")
    return data[place + 2 : place + 2 + int.from_bytes(data[place : place + 2], "big")]


@pytest.mark.parametrize(
    "path",
    [
        "/log/proof/999999",
        "/log/proof/-1",
        "/log/proof/1e1",
        "/log/proof/0x1",
        "/log/proof/" + "9" * 400,
        "/log/proof/",
        "/log/proof/١",
        "/log/",
        "/log",
        "/log/manifest",
        "/log/roles.json",
        "/log/../roles.json",
        "/log/%2e%2e/roles.json",
        "/log/tile/../../roles.json",
        "/log/blobs/..%2f..%2froles.json",
        "/log/blobs/" + "A" * 43,
        "/log/blobs/",
        "/log/blobs/roles.json",
        "/log/tile/0",
        "/log/tile/0/",
        "/log/tile/0/1",
        "/log/tile/0/999",
        "/log/tile/0/000.p/0",
        "/log/tile/0/000.p/256",
        "/log/tile/0/000.p/300",
        "/log/tile/0/x000/000",
        "/log/tile/64/000",
        "/log/tile/-1/000",
        "/log/tile/entries/999",
        "/log/tile/entries/x999/x999/x999/x999/999",
        "/log/parts/999",
        "/log/parts/000.p/999",
        "/log/parts/000%00",
        "/log/parts/000/",
        "/log/checkpoint/",
        "/log/keys/log",
    ],
)
def test_what_is_not_a_file_of_the_log_is_404(public: Counter, path: str) -> None:
    quoted = path.encode().decode("latin-1") if not path.isascii() else path
    try:
        answer = public.get(quoted)
    except UnicodeEncodeError:
        answer = public.get("/log/proof/%D9%A1")
    assert answer.status in (400, 404)
    assert b"person" not in answer.body
    assert b"Traceback" not in answer.body


def test_blobs_that_a_viewer_may_not_see_are_not_there_for_them(
    public: Counter, exported: Path, demonstration: Path, tmp_path: Path, site: str
) -> None:
    said = comity("export", "--data", demonstration, tmp_path / "out", "--as", "c9w4ep")
    assert said.code == 0, said
    theirs = {path.name for path in (tmp_path / "out" / "blobs").glob("*")}
    ours = {path.name for path in (exported / "blobs").glob("*")}
    assert theirs >= ours
    shown = [name for name in theirs - ours if public.get(f"/log/blobs/{name}").status != 404]
    assert shown == []


def test_the_parts_that_are_served_bind_to_the_leaves(public: Counter) -> None:
    size = int(public.get("/log/checkpoint").body.split(b"\n")[1])
    full = "000" if size >= 256 else f"000.p/{size}"
    lines = public.get(f"/log/parts/{full}").body.decode().splitlines()
    assert len(lines) == min(size, 256)
    for index, line in enumerate(lines[:40]):
        leaf = json.loads(_leaf(public, index, size=size))
        bound = set(json.loads(base64.b64decode(leaf["p"]))["sd"])
        bound |= {leaf["received"], leaf["signed"]}
        assert {read_part(text).digest for text in json.loads(line)} <= bound


@pytest.mark.parametrize("path", TWINS)
def test_every_page_has_a_twin_and_no_trailing_slash(public: Counter, path: str) -> None:
    page = public.get(path)
    twin = public.get("/index.json" if path == "/" else f"{path}.json")
    assert (page.status, page.media_type) == (200, "text/html")
    assert (twin.status, twin.media_type) == (200, "application/json")
    assert isinstance(twin.json, dict | list)
    if path != "/":
        assert public.get(f"{path}/").status == 404
    assert twin.headers["x-content-type-options"] == "nosniff"


def test_a_twin_of_nothing_is_404_as_json(public: Counter) -> None:
    for path in ("/text/nothing-here.json", "/record/999999.json", "/nowhere.json"):
        assert public.get(path).status == 404


def test_your_desk_is_for_who_is_signed_in(public: Counter) -> None:
    answer = public.get("/desk.json")
    assert answer.status in (401, 404) or (
        answer.status == 302 and "/sign-in" in answer.headers["location"]
    )


def test_the_interface_describes_every_kind(public: Counter) -> None:
    answer = public.get("/openapi.json")
    assert (answer.status, answer.media_type) == (200, "application/json")
    described = answer.json
    assert re.fullmatch(r"3\.1\.\d+", described["openapi"])
    assert {"title", "version"} <= described["info"].keys()
    assert "post" in described["paths"]["/acts"]
    register.load()
    written = set(re.findall(r'"([a-z]+\.[a-z-]+/\d+)"', json.dumps(described)))
    assert set(kinds()) - written == set()
    references = set(re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(described)))
    for each in references:
        found = described
        for step in each.split("/"):
            found = found[step.replace("~1", "/").replace("~0", "~")]
    statuses = set(described["paths"]["/acts"]["post"]["responses"])
    assert {"200", "201", "400", "401", "403", "404", "409", "422"} <= statuses


def test_the_command_prints_the_same_description(public: Counter) -> None:
    assert comity("openapi").json == public.get("/openapi.json").json


def test_answers_do_not_differ_by_how_they_are_asked_for(public: Counter) -> None:
    """A HEAD is a GET without a body, for tools that look before they fetch."""
    for path in ("/log/checkpoint", "/record.json", "/healthz"):
        head: Answer = public.ask("HEAD", path)
        assert (head.status, head.body) == (200, b"")


def test_compressed_or_not_it_is_the_same(public: Counter) -> None:
    plain, packed = public.get("/record.json"), public.get("/record.json", Accept_Encoding="gzip")
    if packed.headers.get("content-encoding") == "gzip":
        assert gzip.decompress(packed.body) == plain.body
