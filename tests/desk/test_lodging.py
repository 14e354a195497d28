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


FILED = {"id": "annex", "title": "Annex", "about": "text/text"}


@pytest.mark.parametrize(
    "otherwise",
    [{"length": 5}, {"length": 0}, {"media_type": "text/html"}, {"blob": "A" * 43}],
    ids=["longer", "empty", "of-another-type", "of-another-digest"],
)
def test_a_file_is_bound_only_as_it_was_lodged(house: House, otherwise: dict[str, object]) -> None:
    told = dict(house.desk.lodge(b"Annex.", media_type="text/plain", person=CHAIR))
    file = told | otherwise
    assert house.desk.has_lodged(file, person=CHAIR) is False
    assert house.refused("programme.file-paper", by=CHAIR, file=file, **FILED) == ("blob-unknown",)
    assert house.desk.has_lodged(told, person=CHAIR) is True
    house.do("programme.file-paper", by=CHAIR, file=told, **FILED)
    assert house.desk.has_lodged(told, person=CHAIR) is False


def test_a_file_that_another_lodged_is_unknown(house: House) -> None:
    told = dict(house.desk.lodge(b"Annex.", media_type="text/plain", person=NORTH))
    assert house.desk.has_lodged(told, person=CHAIR) is False
    assert house.refused("programme.file-paper", by=CHAIR, file=told, **FILED) == ("blob-unknown",)
