import fcntl
import os
import tempfile
from pathlib import Path

import pytest

from tests.ground import run


def test_what_is_passing_stands_in_the_folder_of_the_run_and_goes_with_it() -> None:
    assert Path(tempfile.gettempdir()) == run.folder() / "passing"


def test_whoever_names_a_place_for_what_is_passing_is_heard(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TMPDIR", "/var/tmp")
    assert run.ground() is None


def test_a_run_stands_in_memory_only_where_there_is_room(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("TMPDIR")
    monkeypatch.setattr(run, "MEMORY", tmp_path)
    monkeypatch.setattr(run, "ROOM", 0)
    assert run.ground() == tmp_path
    monkeypatch.setattr(run, "ROOM", 1 << 60)
    assert run.ground() is None
    monkeypatch.setattr(run, "MEMORY", tmp_path / "absent")
    assert run.ground() is None


def test_what_a_killed_run_left_is_taken_away_and_what_lives_or_begins_is_not(
    tmp_path: Path,
) -> None:
    for name in ("killed", "living", "begun"):
        (tmp_path / f"comity-test-{name}").mkdir()
        (tmp_path / f"comity-test-{name}" / "alive").touch()
    for name in ("killed", "living"):
        os.utime(tmp_path / f"comity-test-{name}" / "alive", (0, 0))
    (tmp_path / "comity-test-older").mkdir()
    (tmp_path / "elsewhere").mkdir()
    with (tmp_path / "comity-test-living" / "alive").open("r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        run.sweep(tmp_path)
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "comity-test-begun",
        "comity-test-living",
        "comity-test-older",
        "elsewhere",
    ]
