"""A backup made while the server runs comes back on either store, with accounts, and serves on."""

import json
import urllib.request
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.contracts.command import comity
from tests.contracts.counter import House
from tests.journeys import house


@pytest.fixture(scope="module")
def backed(own: House, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of a server that is serving, with its keys; somebody has an address and a token there."""
    person = own.roles["tarn"]["person"]
    address = ("--person", person, "--address", "tarn@example.org")
    said = comity("account", "mail", "--data", own.data, *address)
    assert said.code == 0, said
    out = tmp_path_factory.mktemp("backed") / "b.zip"
    said = comity("backup", "--data", own.data, out, "--keys", "--json")
    assert (said.code, said.json["ok"], said.json["keys"]) == (0, True, True)
    return out


def test_a_rehearsal_proves_it(own: House, backed: Path) -> None:
    said = comity("backup", "--data", own.data, backed, "--rehearse", "--json")
    assert (said.code, said.json["ok"]) == (0, True)
    assert said.json["acts"] >= 300
    assert said.json["accounts"] >= 1


@pytest.mark.postgresql
def test_it_goes_to_postgresql_and_comes_back_to_sqlite_and_serves(
    backed: Path, postgresql_database: str, tmp_path: Path
) -> None:
    there = tmp_path / "there"
    said = comity("restore", backed, "--data", there, "--json", COMITY_DATABASE=postgresql_database)
    assert (said.code, said.json["ok"]) == (0, True), said
    said = comity("replay", "--check", "--data", there, COMITY_DATABASE=postgresql_database)
    assert said.code == 0, said
    again = tmp_path / "again.zip"
    said = comity("backup", "--data", there, again, COMITY_DATABASE=postgresql_database)
    assert said.code == 0, said
    back = tmp_path / "back"
    said = comity("restore", again, "--data", back, "--keys", there / "keys", "--json")
    assert (said.code, said.json["ok"]) == (0, True), said
    assert comity("replay", "--check", "--data", back).code == 0
    assert comity("export", "--data", back, tmp_path / "out").code == 0
    said = comity("verify", tmp_path / "out", "--json")
    assert (said.code, said.json["ok"]) == (0, True)
    with (
        house.serving(back, place=tmp_path / "served") as (address, _),
        urllib.request.urlopen(f"{address}/healthz") as answer,
    ):
        assert answer.status == 200


def test_without_keys_it_says_where_to_get_them(own: House, tmp_path: Path) -> None:
    bare = tmp_path / "bare.zip"
    assert comity("backup", "--data", own.data, bare).code == 0
    said = comity("restore", bare, "--data", tmp_path / "r")
    assert (said.code, "say where they are kept with --keys DIR" in said.err) == (1, True)
    other = tmp_path / "other"
    begun = comity(
        *("establish", "--data", other, "--name", "Other", "--objective", "To be another."),
        *("--origin", "other.example/x", "--host", "host", "--host-name", "The Host"),
        *("--first-person", "k4f2mq"),
    )
    assert begun.code == 0, begun
    said = comity("restore", bare, "--data", tmp_path / "s", "--keys", other / "keys")
    assert (said.code, "the key 'log' is not that of" in said.err) == (1, True)
    for folder in ("r", "s"):
        assert not (tmp_path / folder).exists(), "what was refused leaves nothing in the way"
    (tmp_path / "t").mkdir()
    assert comity("restore", bare, "--data", tmp_path / "t").code == 1
    back = comity("restore", bare, "--data", tmp_path / "t", "--keys", own.data / "keys")
    assert back.code == 0, back


def test_it_is_never_written_over_anything(own: House, backed: Path, tmp_path: Path) -> None:
    said = comity("backup", "--data", own.data, backed)
    assert (said.code, "never written over" in said.err) == (1, True)
    said = comity("restore", backed, "--data", own.data)
    assert (said.code, "is not an empty folder" in said.err) == (1, True)


def test_what_is_no_backup_is_said_in_a_sentence(own: House, tmp_path: Path) -> None:
    odd = tmp_path / "odd.zip"
    odd.write_bytes(b"PK\x03\x04 not really")
    said = comity("restore", odd, "--data", tmp_path / "r")
    assert (said.code, "expected what comity backup wrote, whole" in said.err) == (2, True)
    said = comity("backup", "--data", own.data, tmp_path / "none.zip", "--rehearse")
    assert (said.code, "expected a backup" in said.err) == (2, True)


def with_marks(path: Path, out: Path, marks: dict[str, str]) -> Path:
    """A copy of a backup with these files in its folder and no others, as a forger would write it."""
    with ZipFile(path) as before, ZipFile(out, "w") as after:
        manifest = json.loads(before.read("manifest.json"))
        kept = [name for name in manifest["files"] if not name.startswith("folder/")]
        manifest["files"] = {name: manifest["files"][name] for name in kept}
        for name in kept:
            after.writestr(name, before.read(name))
        for name, words in marks.items():
            after.writestr(f"folder/{name}", words)
            manifest["files"][f"folder/{name}"] = sha256(words.encode()).hexdigest()
        after.writestr("manifest.json", json.dumps(manifest))
    return out


def test_a_demonstration_that_comes_back_is_a_demonstration(
    own: House, backed: Path, tmp_path: Path
) -> None:
    back = tmp_path / "back"
    assert comity("restore", backed, "--data", back).code == 0
    for name in ("demonstration", "roles.json"):
        assert (back / name).read_text() == (own.data / name).read_text()
    bare = with_marks(backed, tmp_path / "bare.zip", {})
    again = tmp_path / "again"
    assert comity("restore", bare, "--data", again).code == 0
    for folder in (back, again):
        (folder / "FORMAT").unlink()
        (folder / "comity.sqlite3").unlink()
        said = comity("init", "--data", folder, "--name", "Real", stdin="")
        assert (said.code, "never becomes a programme" in said.err) == (1, True)


def test_a_programme_of_ones_own_comes_back_as_one_with_its_settings(tmp_path: Path) -> None:
    data = tmp_path / "data"
    begun = comity(
        *("init", "--data", data, "--name", "Real", "--objective", "To be one."),
        *("--host-name", "The Host", "--address", "https://programme.example"),
        *("--mail", "smtp+tls://us:hush@mail.example:587", "--mail-from", "us@mail.example"),
        *("--officer", "First Officer", "--officer-mail", "first@mail.example"),
        *("--body", "Plenary", "--no-trial-letter"),
    )
    assert begun.code == 0, begun
    backed = tmp_path / "b.zip"
    assert comity("backup", "--data", data, backed).code == 0
    back = tmp_path / "back"
    said = comity("restore", backed, "--data", back, "--keys", data / "keys")
    assert (said.code, "password was not in the backup" in said.out) == (0, True), said
    kept, came = (json.loads((each / "settings.json").read_text()) for each in (data, back))
    assert came == {**kept, "mail": "smtp+tls://us@mail.example:587"}
    assert not (back / "demonstration").exists()
    marked = with_marks(backed, tmp_path / "m.zip", {"demonstration": "2026-11-24T09:00:00Z\n"})
    said = comity("restore", marked, "--data", tmp_path / "m", "--keys", data / "keys")
    assert (said.code, "it was altered" in said.err) == (1, True), said
    assert not (tmp_path / "m").exists()
