"""A folder that another version of the program made is not read as if it were this one's."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.contracts.command import comity


@pytest.fixture
def older(demonstration: Path, tmp_path: Path) -> Path:
    """A demonstration as an older version would have left it."""
    folder = shutil.copytree(demonstration, tmp_path / "older")
    with sqlite3.connect(folder / "comity.sqlite3") as kept:
        kept.execute("UPDATE made_with SET digest='of another version'")
        kept.execute("ALTER TABLE owed DROP COLUMN weight")
        kept.execute("DROP TABLE scrub")
    return folder


def test_it_is_asked_to_be_migrated_and_then_is_what_the_record_says(older: Path) -> None:
    for words in (
        ("serve", "--data", older, "--port", "1"),
        ("export", "--data", older, older / "out"),
        ("clerk", "--data", older),
        ("replay", "--check", "--data", older),
    ):
        said = comity(*words)
        assert (said.code, "made by another version of Comity" in said.err) == (2, True), said
        assert f"comity migrate --data {older}" in said.err
    assert comity("migrate", "--data", older).code == 0
    assert comity("replay", "--check", "--data", older).code == 0


def test_what_is_kept_in_another_form_is_left_alone_and_said(older: Path) -> None:
    with sqlite3.connect(older / "comity.sqlite3") as kept:
        kept.execute("ALTER TABLE blob DROP COLUMN erased_by")
    said = comity("migrate", "--data", older)
    assert (said.code, "what is kept in blob has another form" in said.err) == (1, True)
    assert comity("clerk", "--data", older).code == 2


def test_one_that_says_nothing_is_taken_for_another_versions(older: Path) -> None:
    with sqlite3.connect(older / "comity.sqlite3") as kept:
        kept.execute("DROP TABLE made_with")
    assert "made by another version" in comity("clerk", "--data", older).err
    assert comity("migrate", "--data", older).code == 0
    assert comity("clerk", "--data", older).code == 0


def test_a_demonstration_of_another_version_is_loaded_anew(older: Path) -> None:
    said = comity("demo", "--no-serve", "--data", older, "--json")
    assert (said.code, said.json["acts"] >= 300) == (0, True)
    again = comity("demo", "--no-serve", "--data", older, "--json")
    assert (again.code, again.json["acts"]) == (0, 0)
