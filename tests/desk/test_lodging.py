"""Files are kept until an act names them: so many of one person, and no more."""

import pytest

from comity.desk import desk
from comity.desk.desk import NoRoom
from tests.desk.house import CHAIR, PEOPLE, House

NORTH, SOUTH = PEOPLE["north"], PEOPLE["south"]


def lodge(house: House, person: str, words: str) -> str:
    kept = house.desk.lodge(words.encode(), media_type="text/plain", person=person)
    return str(kept["blob"])


def test_one_person_fills_no_disk_and_keeps_nobody_else_from_filing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "MOST_FILES", 3)
    for number in range(3):
        lodge(house, NORTH, f"Paper {number}.")
    with pytest.raises(NoRoom, match=r"expected at most 3 files and 250 MB .* found 3 files"):
        lodge(house, NORTH, "One more.")
    assert lodge(house, SOUTH, "Another's.")


def test_bytes_are_counted_as_files_are(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "MOST_BYTES", 10)
    lodge(house, NORTH, "Nine char")
    with pytest.raises(NoRoom):
        lodge(house, NORTH, "xx")


def test_what_an_act_names_waits_no_more(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "MOST_FILES", 1)
    told = {"blob": lodge(house, CHAIR, "Annex."), "length": 6, "media_type": "text/plain"}
    house.do(
        "programme.file-paper",
        by=CHAIR,
        id="annex",
        title="Annex",
        about="text/text",
        file=told,
    )
    assert lodge(house, CHAIR, "Another annex.")
