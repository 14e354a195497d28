from pathlib import Path

import pytest

from tests.ground.needs import program

NOWHERE = "no-such-program-of-ours"


def test_a_test_is_skipped_by_name_where_the_machine_lacks_what_it_needs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("COMITY_REQUIRE", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"^astrolabe is absent: "):
        program("astrolabe", called=NOWHERE)


def test_a_run_that_must_have_it_fails_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMITY_REQUIRE", "sextant,astrolabe")
    with pytest.raises(pytest.fail.Exception, match=r"^astrolabe is absent: "):
        program("astrolabe", called=NOWHERE)


def test_the_newest_of_several_versions_is_taken(tmp_path: Path) -> None:
    for version in ("14", "15"):
        (tmp_path / version).mkdir()
        (tmp_path / version / NOWHERE).touch()
    folders = list(tmp_path.iterdir())
    assert program("x", called=NOWHERE, folders=folders) == tmp_path / "15" / NOWHERE
