"""A backup holds everything that cannot be had again, and a restore believes nothing of it before it was verified."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.core.errors import Broken, Malformed
from comity.desk.archive import Archive, opened
from comity.desk.backup import Backed, back_up
from comity.desk.backups import all_noted
from comity.desk.folder import keep_settings
from comity.desk.outcome import Receipt
from comity.desk.restore import Restored, rehearse
from comity.store import copying, database, replay
from comity.store.tables import KEPT
from tests.desk.house import PEOPLE, House

LINE = b'{"model": "accounts.account", "pk": "x"}\n'


def beside() -> Iterable[tuple[str, Iterable[bytes]]]:
    return [("account.jsonl", [LINE, LINE])]


def lines_of(archive: Archive) -> int:
    return sum(len(list(lines)) for _, lines in archive.accounts())


@pytest.fixture
def lived_in(house: House) -> House:
    """A programme with words, a file and an erasure."""
    north = PEOPLE["north"]
    said = house.do(
        "reframe.take-position",
        by=north,
        party="north",
        on="paragraph/p1",
        stance="oppose",
        reason="Gone soon.",
    )
    house.do(
        "reframe.take-position",
        by=PEOPLE["south"],
        party="south",
        on="paragraph/p1",
        stance="support",
        reason="Long words. " * 900,
    )
    house.do("programme.erase", digests=[digest_of(house, said)], why="At their request.")
    house.desk.lodge(b"a paper that waits", media_type="text/plain", person=north)
    return house


def digest_of(house: House, said: Receipt) -> str:
    row = house.store.row("SELECT digest FROM part WHERE act=? AND name='reason'", (said.index,))
    assert row is not None
    return str(row[0])


def made(house: House, to: Path, *, with_keys: bool = False) -> Backed:
    return back_up(house.desk, to, beside=beside, with_keys=with_keys)


def tried(house: House, path: Path) -> Restored:
    with opened(path) as archive:
        return rehearse(house.desk, archive, count_accounts=lines_of)


def test_a_backup_is_proved_by_a_rehearsal_and_both_are_noted(
    lived_in: House, tmp_path: Path
) -> None:
    backed = made(lived_in, tmp_path / "b.zip")
    found = tried(lived_in, tmp_path / "b.zip")
    assert (found.verified.checkpoint.size, found.accounts) == (backed.size, 2)
    assert (found.verified.sealed, found.verified.trusted) == (0, True)
    assert [(each.what, each.sha256) for each in all_noted(lived_in.desk.folder)] == [
        ("made", backed.sha256),
        ("rehearsed", backed.sha256),
    ]


def test_what_comes_back_is_row_for_row_what_was_there(lived_in: House, tmp_path: Path) -> None:
    made(lived_in, tmp_path / "b.zip")
    back = database.in_memory()
    assert copying.is_empty(back)
    with opened(tmp_path / "b.zip") as archive, back.writing():
        for table in sorted(KEPT):
            columns = archive.manifest.columns[table]
            copying.fill(back, table, columns, archive.rows(table))
        back.settle()
        copying.rebuild(back, told=lambda _: None)
    for table in sorted(KEPT):
        assert list(copying.rows(back, table)) == list(copying.rows(lived_in.store, table)), table
    assert replay.digests(back) == replay.digests(lived_in.store)


def test_the_erased_word_is_in_no_backup(lived_in: House, tmp_path: Path) -> None:
    made(lived_in, tmp_path / "b.zip")
    with ZipFile(tmp_path / "b.zip") as archive:
        held = b"".join(archive.read(name) for name in archive.namelist())
    assert b"Gone soon." not in held
    assert b"R29uZSBzb29u" not in held


def test_keys_are_in_it_only_where_it_was_asked_for(lived_in: House, tmp_path: Path) -> None:
    made(lived_in, tmp_path / "without.zip")
    made(lived_in, tmp_path / "with.zip", with_keys=True)
    with opened(tmp_path / "without.zip") as archive:
        assert not archive.has_keys
    with opened(tmp_path / "with.zip") as archive:
        assert archive.names("keys/") == ["keys/host", "keys/log", "keys/session"]
    assert (tmp_path / "with.zip").stat().st_mode & 0o777 == 0o600


def test_nothing_is_written_over_another_file_and_nothing_unfinished_is_left(
    lived_in: House, tmp_path: Path
) -> None:
    (tmp_path / "b.zip").write_text("mine")
    with pytest.raises(Broken, match="exists already"):
        made(lived_in, tmp_path / "b.zip")

    def failing() -> Iterable[tuple[str, Iterable[bytes]]]:
        raise Broken("accounts cannot be read")

    with pytest.raises(Broken, match="accounts cannot be read"):
        back_up(lived_in.desk, tmp_path / "c.zip", beside=failing)
    assert sorted(path.name for path in tmp_path.glob("*zip*")) == ["b.zip"]


def test_what_the_programme_was_told_comes_along_and_a_password_only_with_the_keys(
    house: House, tmp_path: Path
) -> None:
    told = {"address": "https://programme.example", "mail": "smtp+tls://us:hush@mail.example:587"}
    keep_settings(house.folder, told)
    made(house, tmp_path / "without.zip")
    made(house, tmp_path / "with.zip", with_keys=True)
    with opened(tmp_path / "without.zip") as archive:
        assert json.loads(archive.text("folder/settings.json")) == {
            **told,
            "mail": "smtp+tls://us@mail.example:587",
        }
    with opened(tmp_path / "with.zip") as archive:
        assert json.loads(archive.text("folder/settings.json")) == told


def altered(path: Path, out: Path, name: str, content: bytes | None) -> Path:
    """A copy in which one file says something else, or is left out."""
    with ZipFile(path) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        for member in before.namelist():
            if member != name:
                after.writestr(member, before.read(member))
            elif content is not None:
                after.writestr(member, content)
    return out


def forged(path: Path, out: Path, name: str, content: bytes) -> Path:
    """A copy in which a file says something else and the manifest agrees with it."""
    from hashlib import sha256  # noqa: PLC0415  Only a forger needs it.

    with ZipFile(path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    manifest["files"][name] = sha256(content).hexdigest()
    once = altered(path, out.with_suffix(".1"), name, content)
    return altered(once, out, "manifest.json", json.dumps(manifest).encode())


def test_an_altered_file_is_named(lived_in: House, tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    made(lived_in, path)
    with ZipFile(path) as archive:
        parts = archive.read("record/part.jsonl")
    bad = altered(
        path, tmp_path / "bad.zip", "record/part.jsonl", parts.replace(b"public", b"secret", 1)
    )
    with pytest.raises(Malformed, match=r"record/part\.jsonl was altered"):
        tried(lived_in, bad)
    with pytest.raises(Malformed, match="the files that its manifest names"):
        tried(lived_in, altered(path, tmp_path / "less.zip", "record/leaf.jsonl", None))


def test_what_was_altered_with_its_manifest_is_found_by_verifying(
    lived_in: House, tmp_path: Path
) -> None:
    path = tmp_path / "b.zip"
    made(lived_in, path)
    with ZipFile(path) as archive:
        leaves = archive.read("record/leaf.jsonl").splitlines(keepends=True)
        blobs = archive.read("record/blob.jsonl").splitlines(keepends=True)
    swapped = b"".join(
        [
            leaves[0],
            leaves[1].replace(b"[1,", b"[2,"),
            leaves[2].replace(b"[2,", b"[1,"),
            *leaves[3:],
        ]
    )
    with pytest.raises(Broken, match="does not hold"):
        tried(lived_in, forged(path, tmp_path / "f.zip", "record/leaf.jsonl", swapped))
    held = [line for line in blobs if json.loads(line)[1] is not None]
    assert held
    row = json.loads(held[0])
    row[3] = None
    less = b"".join(
        [*(line for line in blobs if line != held[0]), json.dumps(row).encode() + b"\n"]
    )
    with pytest.raises(Broken):
        tried(lived_in, forged(path, tmp_path / "g.zip", "record/blob.jsonl", less))


def test_another_versions_columns_are_named(lived_in: House, tmp_path: Path) -> None:
    path = tmp_path / "b.zip"
    made(lived_in, path)
    with ZipFile(path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    manifest["columns"]["heartbeat"] = ["hour"]
    other = altered(path, tmp_path / "o.zip", "manifest.json", json.dumps(manifest).encode())
    with pytest.raises(Malformed, match="table heartbeat: expected minute, found hour"):
        tried(lived_in, other)


@settings(max_examples=60)
@given(st.data())
def test_any_other_bytes_are_malformed_or_broken_and_nothing_else(
    backup_bytes: bytes, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    cut = bytearray(backup_bytes)
    for at in data.draw(st.lists(st.integers(0, len(cut) - 1), min_size=1, max_size=5)):
        cut[at] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("fuzz") / "b.zip"
    path.write_bytes(bytes(cut[: data.draw(st.integers(0, len(cut)))]))
    try:
        with opened(path) as archive:
            for table in KEPT:
                list(archive.rows(table))
    except Malformed:
        pass


@pytest.fixture(scope="module")
def backup_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A small backup as it stands on disk."""
    from tests.desk.house import furnished  # noqa: PLC0415  Made once, on SQLite alone.

    place = tmp_path_factory.mktemp("small")
    (place / "house").mkdir()
    store = database.in_file(place / "house" / "comity.sqlite3")
    house = furnished(place / "house", store)
    made(house, place / "b.zip")
    store.close()
    held = (place / "b.zip").read_bytes()
    shutil.rmtree(place)
    return held


def test_a_line_of_the_notes_that_cannot_be_read_is_said(house: House) -> None:
    (house.folder / "backups.jsonl").write_text("{}\n")
    with pytest.raises(Broken, match="holds a line that cannot be read"):
        all_noted(house.desk.folder)
