"""Each command as section after section of the manual promises it."""

import hashlib
import json
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from comity.cli.verify import main as verify_main
from comity.record import SigningKey, b64, read_part, read_vkey, verify_receipt
from tests.contracts import damage
from tests.contracts.command import comity
from tests.contracts.counter import Counter, House
from tests.contracts.signed import log_and_host
from tests.journeys import house

ROLES = {
    "secretariat",
    "chair",
    "arvenia",
    "meridonia",
    "aldmoor",
    "tarn",
    "company",
    "civil-society",
    "volunteer",
    "contact-officer",
    "observer",
    "public",
}
VERIFIED = {
    "ok",
    "trusted",
    "origin",
    "vkey",
    "size",
    "root",
    "acts",
    "open",
    "sealed",
    "erased",
    "signatures",
}
FAULT = {"ok", "index", "fault", "expected", "found"}
FAULTS = set(
    re.findall(
        r"`([a-z0-9-]+)`",
        (Path(__file__).parents[2] / "docs/record.md").read_text().partition("### Faults")[2],
    )
)


def lines_of_parts(folder: Path) -> list[list[dict[str, Any]]]:
    """Read every visible part of an export, leaf by leaf."""
    found = []
    for path in sorted((folder / "parts").rglob("*")):
        if path.is_file():
            for line in path.read_text().splitlines():
                parts = map(read_part, json.loads(line))
                found.append([{"name": part.name, "value": part.value} for part in parts])
    return found


# comity --help


def test_help_imports_neither_django_nor_the_register() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "comity.cli.main", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "comity.cli.screen" in imported
    heavy = {"django", "allauth", "sqlite3", "psycopg"}
    assert {name for name in imported if name.partition(".")[0] in heavy} == set()
    assert {name for name in imported if name.startswith(("comity.acts", "comity.core"))} == set()


# comity demo


def test_the_demonstration_says_who_can_be_walked_in_as(
    demonstration: Path, roles: dict[str, Any]
) -> None:
    assert roles.keys() == ROLES
    for role, given in roles.items():
        assert given is None if role == "public" else given.keys() == {"person", "party"}, role
    assert str(demonstration) not in (demonstration / "roles.json").read_text()


def test_the_folder_holds_nothing_absolute(demonstration: Path) -> None:
    here = str(demonstration).encode()
    held = [str(p) for p in demonstration.rglob("*") if p.is_file() and here in p.read_bytes()]
    assert held == []


def test_the_demonstration_is_at_least_three_hundred_acts(exported: Path) -> None:
    assert comity("verify", exported, "--json").json["acts"] >= 300


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two demonstrations as if loaded at the same moment."""
    places = [tmp_path_factory.mktemp("twice") / "demo" for _ in range(2)]

    def build(place: Path) -> None:
        said = comity("demo", "--no-serve", "--data", place, "--now", "2026-03-01T10:00:00Z")
        assert said.code == 0, said

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(build, places))
    return places[0], places[1]


def test_the_same_moment_gives_the_same_kinds_fields_and_order(
    twice: tuple[Path, Path], tmp_path: Path
) -> None:
    told = []
    for number, place in enumerate(twice):
        out = tmp_path / str(number)
        assert comity("export", "--data", place, out, "--as", "x7q2mv").code == 0
        told.append(
            [
                sorted(
                    json.dumps([part["name"], _steady(part["value"])], sort_keys=True)
                    for part in leaf
                    if part["name"] not in {"audience", "log_vkey", "host_vkey", "received"}
                )
                for leaf in lines_of_parts(out)
            ]
        )
    assert told[0] == told[1]


def _steady(value: Any) -> Any:
    """Leave out the salt of a blob."""
    return {**value, "blob": ""} if isinstance(value, dict) and "blob" in value else value


def test_the_scripted_clock_never_goes_back_and_ends_at_the_moment_of_loading(
    twice: tuple[Path, Path], tmp_path: Path
) -> None:
    assert comity("export", "--data", twice[0], tmp_path / "out", "--as", "x7q2mv").code == 0
    received = [
        part["value"]
        for leaf in lines_of_parts(tmp_path / "out")
        for part in leaf
        if part["name"] == "received"
    ]
    assert received == sorted(received)
    assert received[-1] <= "2026-03-01T10:00:00.000000Z"


def test_a_folder_that_is_no_demonstration_is_never_touched(tmp_path: Path) -> None:
    place = tmp_path / "papers"
    place.mkdir()
    (place / "treaty.txt").write_text("Do not lose this.")
    said = comity("demo", "--no-serve", "--data", place)
    assert said.code != 0
    assert [path.name for path in place.iterdir()] == ["treaty.txt"]
    assert said.err.strip() != ""


@pytest.mark.parametrize("moment", ["yesterday", "2026-13-01T00:00:00Z", "2026-03-01", ""])
def test_a_moment_that_is_none_is_told_in_a_sentence(tmp_path: Path, moment: str) -> None:
    said = comity("demo", "--no-serve", "--data", tmp_path / "demo", "--now", moment)
    assert (said.code, (tmp_path / "demo").exists()) == (2, False)


# comity export, comity verify


def test_an_export_verifies_with_exactly_the_promised_answer(exported: Path) -> None:
    said = comity("verify", exported, "--json")
    assert said.code == 0
    answer = said.json
    assert answer.keys() == VERIFIED
    assert answer["signatures"].keys() == {"checked", "sealed"}
    assert (answer["ok"], answer["trusted"]) == (True, False)
    assert answer["acts"] == answer["size"]
    checkpoint = (exported / "checkpoint").read_text().split("\n")
    assert [answer["origin"], str(answer["size"]), answer["root"]] == checkpoint[:3]
    assert answer["sealed"] > 0
    counts = [answer[name] for name in ("acts", "open", "sealed", "erased")]
    assert all(type(count) is int for count in counts)
    assert answer["open"] == sum(map(len, lines_of_parts(exported)))


def test_a_key_that_came_another_way_makes_it_trusted(exported: Path) -> None:
    vkey = comity("verify", exported, "--json").json["vkey"]
    read_vkey(vkey)
    said = comity("verify", exported, "--json", "--vkey", vkey, "--jobs", "2")
    assert (said.code, said.json["trusted"]) == (0, True)


def test_another_logs_key_is_a_fault(
    exported: Path, twice: tuple[Path, Path], tmp_path: Path
) -> None:
    assert comity("export", "--data", twice[0], tmp_path / "other").code == 0
    other = comity("verify", tmp_path / "other", "--json").json["vkey"]
    said = comity("verify", exported, "--json", "--vkey", other)
    assert (said.code, said.json.keys(), said.json["ok"]) == (1, FAULT, False)


@pytest.mark.parametrize("role", ["secretariat", "chair", "meridonia", "observer"])
def test_a_role_gets_an_export_of_its_own_that_verifies(
    demonstration: Path, exported: Path, roles: dict[str, Any], role: str, tmp_path: Path
) -> None:
    person = roles[role]["person"]
    assert comity("export", "--data", demonstration, tmp_path / "out", "--as", person).code == 0
    manifest = (tmp_path / "out" / "manifest").read_text()
    assert manifest.startswith("comity export 1\n")
    assert f"\nviewer person {person}\n" in manifest
    said = comity("verify", tmp_path / "out", "--json")
    assert said.code == 0, said
    ours = comity("verify", exported, "--json").json
    same = ("origin", "vkey", "size", "root", "acts", "erased")
    assert {name: said.json[name] for name in same} == {name: ours[name] for name in same}
    assert said.json["open"] > ours["open"]
    assert said.json["sealed"] < ours["sealed"]
    public = lines_of_parts(exported)
    for told, theirs in zip(public, lines_of_parts(tmp_path / "out"), strict=True):
        assert [part for part in told if part not in theirs] == []


def test_the_manifest_names_every_other_file_with_its_digest(exported: Path) -> None:
    named = dict(
        reversed(line.split(" ", 1))  # type: ignore[arg-type]
        for line in (exported / "manifest").read_text().split("\n")
        if re.match(r"[0-9a-f]{64} ", line)
    )
    there = {
        name: hashlib.sha256((exported / name).read_bytes()).hexdigest()
        for name in damage.files_of(exported)
        if name != "manifest"
    }
    assert named == there
    assert {name.partition("/")[0] for name in there} >= {"checkpoint", "tile", "parts"}
    viewer = (exported / "manifest").read_text().split("\n")[2]
    assert viewer == "viewer public"


def test_the_public_export_can_be_asked_for_by_name(
    demonstration: Path, exported: Path, tmp_path: Path
) -> None:
    assert comity("export", "--data", demonstration, tmp_path / "out", "--as", "public").code == 0
    assert damage.files_of(tmp_path / "out") == damage.files_of(exported)
    for name in damage.files_of(exported):
        assert (tmp_path / "out" / name).read_bytes() == (exported / name).read_bytes(), name


@pytest.mark.parametrize("who", ["nobody-here", "../x", "", "X7Q2MV", "harbour"])
def test_an_export_for_who_is_not_in_the_record_is_refused(
    demonstration: Path, who: str, tmp_path: Path
) -> None:
    said = comity("export", "--data", demonstration, tmp_path / "out", "--as", who)
    assert said.code != 0
    assert not (tmp_path / "out" / "manifest").exists()


def test_an_export_overwrites_nothing(demonstration: Path, tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("Keep me.")
    said = comity("export", "--data", demonstration, tmp_path)
    assert (said.code != 0, (tmp_path / "kept.txt").read_text()) == (True, "Keep me.")


def test_an_export_changes_nothing_in_the_log(
    demonstration: Path, exported: Path, tmp_path: Path
) -> None:
    assert comity("export", "--data", demonstration, tmp_path / "out").code == 0
    first, second = ((place / "checkpoint").read_bytes() for place in (exported, tmp_path / "out"))
    assert first.split(b"\n")[:3] == second.split(b"\n")[:3]


# What verify says of what is not whole. In this process, since there are hundreds.


def verdict(place: Path | str, capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, Any]:
    code = verify_main([str(place), "--json", "--jobs", "1", *more])
    said = capsys.readouterr()
    answer: dict[str, Any] = json.loads(said.out)
    assert (code, answer["ok"]) == (0, True) if answer["ok"] else (1, False)
    if not answer["ok"]:
        assert answer.keys() == FAULT
        assert answer["fault"] in FAULTS, answer
        assert answer["index"] is None or type(answer["index"]) is int
        assert len(said.out) < 5000
        assert isinstance(answer["expected"], str)
        assert isinstance(answer["found"], str)
    return answer


@pytest.mark.parametrize("how", damage.CHANGES.keys())
def test_damage_to_any_file_is_found(
    exported: Path, how: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    unseen = []
    for name in damage.of_each_kind(damage.files_of(exported)):
        damage.damaged(exported, at=tmp_path / "copy", name=name, by=damage.CHANGES[how])
        if verdict(tmp_path / "copy", capsys)["ok"]:
            unseen.append(name)
    assert unseen == []


@pytest.mark.parametrize(
    "name",
    [
        "extra",
        "tile/extra",
        "tile/0/999",
        "tile/entries/999",
        "parts/999",
        "parts/000.p/3",
        "blobs/" + "A" * 43,
        "manifest.bak",
        ".hidden",
        "a\nb",
        "é",
        "checkpoint~",
    ],
)
@pytest.mark.parametrize("content", [b"", b"x"])
def test_a_file_that_is_added_is_found(
    exported: Path, name: str, content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(exported, copy)
    (copy / name).parent.mkdir(parents=True, exist_ok=True)
    (copy / name).write_bytes(content)
    assert not verdict(copy, capsys)["ok"]


def test_two_files_that_change_places_are_found(
    exported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [name for name in damage.files_of(exported) if name.startswith("blobs/")][:2]
    if len(names) == 2:
        copy = tmp_path / "copy"
        shutil.copytree(exported, copy)
        first, second = ((copy / name).read_bytes() for name in names)
        (copy / names[0]).write_bytes(second)
        (copy / names[1]).write_bytes(first)
        assert not verdict(copy, capsys)["ok"]


def test_bundles_of_another_log_are_found(
    exported: Path, twice: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    assert comity("export", "--data", twice[0], other).code == 0
    for folder in ("tile", "tile/entries", "tile/0", "parts", "blobs", "checkpoint", "manifest"):
        if not (other / folder).exists():
            continue
        copy = tmp_path / folder.replace("/", "-")
        shutil.copytree(exported, copy)
        if (other / folder).is_dir():
            shutil.rmtree(copy / folder, ignore_errors=True)
            shutil.copytree(other / folder, copy / folder)
        else:
            shutil.copy(other / folder, copy / folder)
        assert not verdict(copy, capsys)["ok"], folder


def test_an_older_export_with_a_newer_checkpoint_is_found(
    own: House, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    assert comity("export", "--data", own.data, old).code == 0
    own.as_role("arvenia").done(
        {
            "kind": "reframe.take-position/1",
            "on_behalf_of": "arvenia",
            "on": "paragraph/annex-contacts-p1",
            "stance": "support",
        }
    )
    assert comity("export", "--data", own.data, new).code == 0
    assert verdict(old, capsys)["ok"]
    assert verdict(new, capsys)["ok"]
    shutil.copy(new / "checkpoint", old / "checkpoint")
    assert not verdict(old, capsys)["ok"]
    shutil.copy(new / "manifest", old / "manifest")
    assert not verdict(old, capsys)["ok"]


def test_what_is_no_export_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_bytes(b"hello")
    for place in (
        tmp_path / "empty",
        tmp_path / "file",
        tmp_path / "absent",
        "",
        "\0",
        "/dev/null",
    ):
        assert not verdict(place, capsys)["ok"], place


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A folder served as a log is, where no manifest helps and only the mathematics do."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/copy", tmp_path / "copy"
        server.shutdown()


@pytest.mark.parametrize(
    "how", [name for name in damage.CHANGES if name not in {"linked", "removed", "in a folder"}]
)
def test_without_a_manifest_the_mathematics_find_it(
    exported: Path, how: str, served: tuple[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Here each verdict rests on digests, hashes and signatures alone."""
    address, copy = served
    unseen = []
    for name in damage.of_each_kind(damage.files_of(exported)):
        if name == "manifest":
            continue
        damage.damaged(exported, at=copy, name=name, by=damage.CHANGES[how])
        (copy / "manifest").unlink()
        if verdict(address, capsys)["ok"]:
            unseen.append(name)
    assert unseen == []


HOSTILE: dict[str, bytes] = {
    "deep": b"[" * 100_000 + b"]" * 100_000,
    "deep object": b'{"a":' * 100_000,
    "huge number": b"[" + b"9" * 200_000 + b"]",
    "exponent": b"[1e999999999]",
    "keys twice": b'{"a":1,"a":1}',
    "not text": b"\xff\xfe\x00",
    "surrogate": b'["\\ud800"]',
    "numbers": b"[1,2,3]",
    "parts of no shape": b'["AAAA"]',
    "a part that is a number": b'["' + b64.to_url(b"7").encode() + b'"]',
    "a part of deep lists": b'["' + b64.to_url(b"[" * 9000 + b"]" * 9000).encode() + b'"]',
    "a part of many digits": b'["' + b64.to_url(b"[" + b"9" * 9000 + b"]").encode() + b'"]',
    "a part with keys twice": b'["'
    + b64.to_url(b'["AAAAAAAAAAAAAAAAAAAAAA","x",{"a":1,"a":2}]').encode()
    + b'"]',
    "long line": b'["' + b"A" * 5_000_000 + b'"]',
}


@pytest.mark.parametrize("line", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_json_among_the_parts_is_a_fault_like_any_other(
    exported: Path, line: bytes, served: tuple[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    address, copy = served
    shutil.copytree(exported, copy)
    (copy / "manifest").unlink()
    name = next(name for name in damage.files_of(copy) if name.startswith("parts/"))
    lines = (copy / name).read_bytes().split(b"\n")
    (copy / name).write_bytes(b"\n".join([*lines[:5], line, *lines[6:]]))
    answer = verdict(address, capsys)
    assert (answer["ok"], answer["index"]) == (False, 5)


@pytest.mark.parametrize("leaf", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_json_as_a_leaf_is_a_fault_like_any_other(
    exported: Path, leaf: bytes, served: tuple[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    address, copy = served
    shutil.copytree(exported, copy)
    (copy / "manifest").unlink()
    name = next(name for name in damage.files_of(copy) if name.startswith("tile/entries/"))
    data = (copy / name).read_bytes()
    first = 2 + int.from_bytes(data[:2], "big")
    short = leaf[:60_000]
    (copy / name).write_bytes(data[:first] + len(short).to_bytes(2, "big") + short + data[first:])
    assert not verdict(address, capsys)["ok"]


def test_parts_of_two_acts_that_change_places_are_found(
    exported: Path, served: tuple[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    address, copy = served
    shutil.copytree(exported, copy)
    name = next(name for name in damage.files_of(copy) if name.startswith("parts/"))
    lines = (copy / name).read_text().split("\n")
    lines[3], lines[4] = lines[4], lines[3]
    (copy / name).write_text("\n".join(lines))
    answer = verdict(address, capsys)
    assert (answer["ok"], answer["index"]) == (False, 3)


def test_one_part_that_is_kept_back_counts_as_sealed_or_is_found(
    exported: Path, served: tuple[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """A part may be withheld, but never the part that says how many there are."""
    address, copy = served
    shutil.copytree(exported, copy)
    name = next(name for name in damage.files_of(copy) if name.startswith("parts/"))
    lines = (copy / name).read_text().split("\n")
    whole = verdict(address, capsys)
    texts = json.loads(lines[7])
    audience = next(text for text in texts if read_part(text).name == "audience")
    lines[7] = json.dumps([text for text in texts if text != audience], separators=(",", ":"))
    (copy / name).write_text("\n".join(lines))
    answer = verdict(address, capsys)
    assert (whole["ok"], answer["ok"], answer["index"]) == (True, False, 7)


def test_people_are_told_in_words_and_with_the_same_exit_codes(
    exported: Path, tmp_path: Path
) -> None:
    assert comity("verify", exported).code == 0
    (tmp_path / "x").mkdir()
    said = comity("verify", tmp_path / "x")
    assert (said.code, said.out.strip() != "") == (1, True)
    assert comity("verify").code == 2
    assert comity("verify", exported, "--jobs", "none").code == 2


# comity serve


def test_a_copied_folder_serves(own: House, public: Counter) -> None:
    assert public.get("/healthz").status == 200
    assert "Warning" not in own.log.read_text()


@pytest.mark.parametrize("port", ["0", "-1", "65536", "http", "８０"])
def test_a_port_that_is_none_is_told_in_a_sentence(demonstration: Path, port: str) -> None:
    assert comity("serve", "--data", demonstration, "--port", port).code == 2


def test_a_port_that_is_taken_is_told_in_a_sentence(own: House) -> None:
    port = own.site.rpartition(":")[2]
    said = comity("serve", "--data", own.data, "--port", port)
    assert (said.code, port in said.err) == (1, True)


@pytest.mark.parametrize(
    "command",
    [
        # A folder without a programme is served: with a page that begins one (test_first_page).
        ["export", "OUT"],
        ["token", "new", "--person", "x7q2mv"],
        ["link", "--person", "x7q2mv"],
        ["replay", "--check"],
        ["migrate"],
        ["clerk"],
    ],
    ids=lambda words: words[0],
)
def test_a_folder_without_a_programme_is_told_in_a_sentence(
    command: list[str], tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    for place in (tmp_path / "empty", tmp_path / "absent"):
        words = [str(tmp_path / "out") if word == "OUT" else word for word in command]
        said = comity(*words, "--data", place)
        assert (said.code in (1, 2), said.out) == (True, ""), said
        assert said.err.count("\n") == 1, said.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty"]
    assert list((tmp_path / "empty").iterdir()) == []


# comity token, link, key, act


@pytest.mark.parametrize("days", ["0", "-3", "a week", "36500"])
def test_a_token_works_for_a_number_of_days_that_is_one(own: House, days: str) -> None:
    said = comity("token", "new", "--data", own.data, "--person", "c9w4ep", f"--days={days}")
    assert (said.code, "is no number of days from 1 to 3650" in said.err) == (2, True)


def test_a_token_is_printed_alone_and_opens_every_twin(own: House) -> None:
    said = comity("token", "new", "--data", own.data, "--person", "c9w4ep")
    assert (said.code, said.out.count("\n")) == (0, 1)
    assert re.fullmatch(r"\S+\n", said.out)
    desk = Counter(own.site, token=said.out.strip()).twin("/desk")
    assert desk != {}
    again = comity("token", "new", "--data", own.data, "--person", "c9w4ep")
    assert again.out != said.out


def test_a_link_is_an_address_of_this_site(own: House) -> None:
    said = comity("link", "--data", own.data, "--person", "c9w4ep")
    assert (said.code, len(re.findall(r"https?://\S+/sign-in/\S+", said.out))) == (0, 1)
    assert comity("link", "--data", own.data, "--person", "nobody").code != 0


@pytest.fixture(scope="module")
def key_file(own: House, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SigningKey]:
    """A key that `key new` made and the secretariat registered for Arvenia's delegate."""
    place = tmp_path_factory.mktemp("key") / "key.json"
    said = comity("key", "new", place, "--json")
    assert said.code == 0, said
    assert place.stat().st_mode & 0o077 == 0
    written = json.loads(place.read_text())
    key = SigningKey(b64.from_url(written["private_key"], "key"))
    assert written["private_key"] not in said.out
    assert said.json["public_key"] == b64.to_url(key.public)
    own.as_role("secretariat").done(
        {
            "kind": "parties.register-key/1",
            "on_behalf_of": "harbour",
            "id": "key-of-t8rb3n",
            "public_key": said.json["public_key"],
            "person": "t8rb3n",
        }
    )
    return place, key


ACT = [
    "reframe.take-position",
    "--on-behalf-of",
    "arvenia",
    "--on",
    "paragraph/annex-contacts-p1",
    "--stance",
    "support",
    "--reason",
    "From a terminal.",
]


def test_an_act_from_the_terminal_gives_the_same_receipt(own: House) -> None:
    said = comity("act", *ACT, "--data", own.data, "--person", "t8rb3n", "--json")
    assert said.code == 0, said
    log, host = log_and_host(Counter(own.site))
    proven = verify_receipt(said.json, log=log, host=host)
    assert proven.act.fields["reason"] == "From a terminal."
    assert proven.act.signature is None
    twin = json.dumps(Counter(own.site).twin(f"/record/{said.json['index']}"))
    assert "From a terminal." in twin


def test_an_act_signed_with_a_key_of_ones_own_says_so(
    own: House, key_file: tuple[Path, SigningKey]
) -> None:
    place, key = key_file
    said = comity("act", *ACT, "--data", own.data, "--person", "t8rb3n", "--key", place, "--json")
    assert said.code == 0, said
    log, host = log_and_host(Counter(own.site))
    proven = verify_receipt(said.json, log=log, host=host)
    assert proven.act.signature is not None
    assert proven.act.signature.kid == key.kid


def test_a_refused_act_says_why_and_exits_with_one(own: House) -> None:
    words = [*ACT[:4], "paragraph/nowhere", *ACT[5:]]
    said = comity("act", *words, "--data", own.data, "--person", "t8rb3n", "--json")
    assert said.code == 1, said
    refusals = said.json["refusals"]
    assert {each["code"] for each in refusals} == {"no-such-paragraph"}
    assert refusals[0].keys() == {"code", "rule", "field", "facts", "says"}
    plain = comity("act", *words, "--data", own.data, "--person", "t8rb3n")
    assert (plain.code, refusals[0]["says"] in plain.out + plain.err) == (1, True)


@pytest.mark.parametrize(
    "words",
    [
        ["reframe.vote"],
        ["reframe.take-position", "--colour", "red"],
        ["reframe.take-position"],
        ["reframe.take-position", "--stance", "perhaps", "--on", "paragraph/x"],
        [""],
        ["../etc"],
    ],
    ids=str,
)
def test_an_act_that_cannot_be_read_exits_with_two(own: House, words: list[str]) -> None:
    said = comity(
        "act", *words, "--data", own.data, "--person", "t8rb3n", "--on-behalf-of", "arvenia"
    )
    assert (said.code, said.out) == (2, ""), said


def test_all_that_cannot_be_read_of_an_act_is_told_at_once(own: House) -> None:
    words = ["reframe.take-position", "--stance", "perhaps", "--on", "a paragraph"]
    who = ["--data", own.data, "--person", "t8rb3n", "--on-behalf-of", "arvenia"]
    plain = comity("act", *words, *who)
    assert (plain.code, plain.out) == (2, ""), plain
    assert "stance: expected one of" in plain.err
    assert "; on: expected " in plain.err or plain.err.startswith("comity: on: expected ")
    said = comity("act", *words, *who, "--json").json
    assert {each["what"]: each["found"] for each in said["unread"]} == {
        "stance": "'perhaps'",
        "on": "'a paragraph'",
    }
    assert (said["ok"], said["is_cut"]) == (False, False)


def test_a_key_that_is_not_registered_is_refused(own: House, tmp_path: Path) -> None:
    assert comity("key", "new", tmp_path / "key").code == 0
    said = comity("act", *ACT, "--data", own.data, "--person", "t8rb3n", "--key", tmp_path / "key")
    assert said.code in (1, 2), said


# comity replay, migrate


def test_what_pages_show_is_what_the_record_says(own: House) -> None:
    said = comity("replay", "--check", "--data", own.data)
    assert said.code == 0, said
    assert comity("replay", "--check", "--data", own.data, "--json").json["ok"] is True


MIGRATED = [
    "/record",
    "/record/120",
    "/text/understanding-1",
    "/text/understanding-3",
    "/adoption/adoption-1",
    "/sentence/understanding-1-p7",
    "/parties",
    "/groups",
    "/norms",
    "/contacts",
]


def test_migrating_leaves_the_log_and_the_pages_as_they_were(
    demonstration: Path, tmp_path: Path
) -> None:
    data = tmp_path / "demo"
    shutil.copytree(demonstration, data)

    def seen(name: str) -> tuple[dict[str, bytes], dict[str, Any]]:
        out = tmp_path / f"{name}-out"
        assert comity("export", "--data", data, out, "--as", "c9w4ep").code == 0
        place = tmp_path / name
        place.mkdir()
        with house.serving(data, place=place) as (address, served):
            counter = House(site=address, data=served, log=place).as_person("c9w4ep")
            twins = {path: counter.twin(path) for path in MIGRATED}
        return {name: (out / name).read_bytes() for name in damage.files_of(out)}, twins

    files, twins = seen("before")
    said = comity("migrate", "--data", data)
    assert said.code == 0, said
    files_after, twins_after = seen("after")
    changed = {name for name in files | files_after if files.get(name) != files_after.get(name)}
    assert changed <= {"manifest", "checkpoint"}
    assert files["checkpoint"].split(b"\n")[:3] == files_after["checkpoint"].split(b"\n")[:3]
    for path in MIGRATED:
        assert twins_after[path] == twins[path], path
    assert comity("replay", "--check", "--data", data).code == 0
