"""The demonstration is loaded whole, the same for the same moment, and never over anything else."""

import json
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from comity.core.errors import Broken
from comity.desk.demonstration.load import script
from comity.desk.demonstration.place import check_free, is_fresh, loaded_at, renew

NOW = datetime(2026, 11, 23, 20, 14, 5, tzinfo=UTC)


def quietly(done: int, total: int) -> None:
    pass


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("loaded") / "demo"
    renew(folder, now=NOW, done=quietly)
    return folder


def rows(folder: Path, question: str) -> list[tuple[object, ...]]:
    with sqlite3.connect(folder / "comity.sqlite3") as database:
        found = database.execute(question).fetchall()
    database.close()
    return found


def test_the_same_moment_gives_the_same_acts_in_the_same_order(
    loaded: Path, tmp_path: Path
) -> None:
    again = tmp_path / "demo"
    renew(again, now=NOW, done=quietly)
    question = "SELECT idx, kind, by_person, party, at, effective FROM act ORDER BY idx"
    assert rows(again, question) == rows(loaded, question)


def test_every_act_of_the_script_stands(loaded: Path) -> None:
    assert rows(loaded, "SELECT count(*) FROM act") == [(len(script(NOW)),)]
    assert len(script(NOW)) >= 300


def test_its_clock_never_decreases_and_ends_by_the_moment_of_loading(loaded: Path) -> None:
    times = [str(at) for (at,) in rows(loaded, "SELECT at FROM act ORDER BY idx")]
    assert times == sorted(times)
    assert times[-1] <= "2026-11-23T20:14:05.000000Z"


def test_roles_are_people_of_the_record_and_the_public_is_nobody(loaded: Path) -> None:
    roles = json.loads((loaded / "roles.json").read_text())
    assert roles.pop("public") is None
    mandates = {
        (str(person), str(party))
        for person, party in rows(
            loaded,
            "SELECT json_extract(json,'$.person'), json_extract(json,'$.party') FROM entity WHERE type='mandate'",
        )
    }
    assert {(who["person"], who["party"]) for who in roles.values()} <= mandates


def test_nothing_in_the_folder_says_where_it_stands(loaded: Path) -> None:
    kept = [path.read_bytes() for path in loaded.rglob("*") if path.is_file()]
    assert [str(loaded).encode() in content for content in kept] == [False] * len(kept)


def test_it_is_fresh_for_half_an_hour(loaded: Path) -> None:
    assert loaded_at(loaded) == NOW
    ages = [timedelta(0), timedelta(minutes=29), timedelta(minutes=30), timedelta(seconds=-1)]
    assert [is_fresh(loaded, now=NOW + age) for age in ages] == [True, True, False, False]


@pytest.mark.slow
def test_loading_anew_takes_the_place_of_the_old(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    renew(folder, now=NOW, done=quietly)
    (folder / "left-behind").write_text("from before")
    renew(folder, now=NOW + timedelta(hours=1), done=quietly)
    assert loaded_at(folder) == NOW + timedelta(hours=1)
    assert [path.name for path in tmp_path.iterdir()] == ["demo"]
    assert not (folder / "left-behind").exists()


def test_what_is_no_demonstration_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").write_text("ours")
    with pytest.raises(Broken, match="no demonstration"):
        renew(tmp_path, now=NOW, done=quietly)
    assert [path.name for path in tmp_path.iterdir()] == ["minutes.txt"]


def test_an_empty_folder_may_be_taken(tmp_path: Path) -> None:
    check_free(tmp_path)
