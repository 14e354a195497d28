"""What the proposals on one paragraph come to is found by the text engine, in words that the viewer may read."""

from collections.abc import Sequence
from typing import Any

from comity.desk.readings.text import text
from comity.desk.readings.together import Together
from tests.desk.house import PEOPLE, House


def proposed(house: House, party: str, name: str, **told: Any) -> None:
    told = {"text": "text", "paragraph": "p1", "change": "replace", **told}
    house.do("reframe.propose-words", by=PEOPLE[party], party=party, id=name, **told)


def stands(house: House) -> str:
    page = house.desk.read(house.desk.viewer(PEOPLE["north"]), text, id="text")
    assert page is not None
    return str(page.paragraphs[0].row["words"])


def found(house: House, person: str = PEOPLE["north"]) -> Together | None:
    page = house.desk.read(house.desk.viewer(person), text, id="text")
    assert page is not None
    return page.paragraphs[0].together


def sides(one: Together) -> Sequence[Sequence[str]]:
    return [[each.words for each in contest.sides] for contest in one.contests]


def test_one_proposal_alone_comes_to_nothing_more(house: House) -> None:
    proposed(house, "north", "first", words=f"{stands(house)} At once.")
    assert found(house) is None


def test_two_that_touch_different_words_stand_together(house: House) -> None:
    before = stands(house)
    first, rest = before.split(" ", 1)
    proposed(house, "north", "first", words=f"Surely {before}")
    proposed(house, "south", "second", words=f"{before} At once.")
    one = found(house)
    assert one is not None
    assert (one.words, one.contests, one.count) == (f"Surely {first} {rest} At once.", [], 2)


def test_two_that_would_have_the_same_words_otherwise_part_over_them(house: House) -> None:
    before = stands(house)
    last = before.split()[-1]
    proposed(house, "north", "first", words=before.replace(last, "soon."))
    proposed(house, "south", "second", words=before.replace(last, "late."))
    one = found(house)
    assert one is not None
    assert (one.words, one.is_changed) == (before, False)
    (contest,) = one.contests
    assert contest.words in before
    assert [[str(party) for party in each.parties] for each in contest.sides] == [
        ["North"],
        ["South"],
    ]


def test_to_delete_a_paragraph_parts_from_other_words_for_it(house: House) -> None:
    before = stands(house)
    proposed(house, "north", "first", change="delete", words="")
    proposed(house, "south", "second", words=f"{before} At once.")
    one = found(house)
    assert one is not None
    assert sides(one) == [["", f"{before} At once."]]


def test_a_withdrawn_proposal_is_not_put_together(house: House) -> None:
    before = stands(house)
    proposed(house, "north", "first", words=f"Surely {before}")
    proposed(house, "south", "second", words=f"{before} At once.")
    house.do("reframe.withdraw-proposal", by=PEOPLE["south"], party="south", proposal="second")
    assert found(house) is None


def test_who_keeps_a_word_that_another_changes_is_not_said_to_agree(house: House) -> None:
    whole, cut = "Operators protect.", "States protect."
    assert stands(house) == "States protect cables."
    proposed(house, "north", "first", words=cut)
    proposed(house, "south", "second", words=whole)
    assert found(house) is None
