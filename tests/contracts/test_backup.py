"""A backup made while the server runs comes back on either store, with accounts, and serves on."""

import urllib.request
from pathlib import Path

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
        assert comity("serve", "--data", tmp_path / folder).code == 2


def test_it_is_never_written_over_anything(own: House, backed: Path, tmp_path: Path) -> None:
    said = comity("backup", "--data", own.data, backed)
    assert (said.code, "never written over" in said.err) == (1, True)
    said = comity("restore", backed, "--data", own.data)
    assert (said.code, "is not an empty folder" in said.err) == (1, True)


def test_what_is_no_backup_is_said_in_a_sentence(own: House, tmp_path: Path) -> None:
    odd = tmp_path / "odd.zip"
    odd.write_bytes(b"PK\x03\x04 not really")
    said = comity("restore", odd, "--data", tmp_path / "r")
    assert (said.code, "expected a backup" in said.err) == (2, True)
    said = comity("backup", "--data", own.data, tmp_path / "none.zip", "--rehearse")
    assert (said.code, "expected a backup" in said.err) == (2, True)
