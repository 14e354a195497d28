"""A correction that everybody sees: what a fact was stands beside what it is, as long as its words stand."""

from typing import Any

from comity.desk.cells import Value
from comity.desk.readings.corrected import Corrected
from comity.desk.readings.meeting import meeting
from tests.desk.house import CHAIR, House

MEETING = {"id": "talk", "name": "Talk", "form": "session", "start": "2026-03-01"}


def read(house: House, person: str | None = None) -> list[Corrected]:
    page = house.desk.read(house.desk.viewer(person), meeting, id="talk")
    assert page is not None
    return list(page.corrected)


def facts(house: House) -> list[list[tuple[str, str, str]]]:
    return [[(f.field, str(f.was), str(f.now)) for f in each.facts] for each in read(house)]


def correct(house: House, name: str, **own: Any) -> int:
    fields = {"id": name, "of": "meeting/talk", "why": "The minutes say so.", **own}
    return house.do("programme.correct-fact", **fields).index


def test_what_it_was_stands_beside_what_it_is_through_every_correction(house: House) -> None:
    house.do("convene.convene-meeting", **MEETING, place="Harbour")
    assert read(house) == []
    correct(house, "one", place="Old Harbour")
    correct(house, "two", place="New Harbour", participants="40")
    assert facts(house) == [
        [("place", "Old Harbour", "New Harbour"), ("participants", "", "40")],
        [("place", "Harbour", "Old Harbour")],
    ]


def test_a_correction_that_is_struck_never_was(house: House) -> None:
    house.do("convene.convene-meeting", **MEETING, place="Harbour")
    act = correct(house, "one", place="Old Harbour")
    house.do("programme.strike", act=act, why="Mixed up.")
    page = house.desk.read(house.desk.viewer(None), meeting, id="talk")
    assert page is not None
    assert (page.corrected, page.meeting["place"]) == ((), Value("Harbour"))


def test_words_that_were_erased_are_erased_in_what_it_was_too(house: House) -> None:
    made = house.do("convene.convene-meeting", **MEETING, place="At a person's home").index
    correct(house, "one", place="Harbour")
    [(digest,)] = house.store.rows("SELECT digest FROM part WHERE act=? AND name='place'", (made,))
    house.do("programme.erase", digests=[digest], why="At the person's request.")
    [[(_, was, now)]] = facts(house)
    assert (was, now) == ("words erased", "Harbour")


def test_of_a_closed_meeting_nobody_outside_learns_what_was_corrected(house: House) -> None:
    closed = {**MEETING, "body": "room", "attribution": "closed"}
    house.do("convene.convene-meeting", **closed, place="Harbour")
    correct(house, "one", place="Old Harbour")
    assert house.desk.read(house.desk.viewer(None), meeting, id="talk") is None
    assert [[fact.field for fact in each.facts] for each in read(house, CHAIR)] == [["place"]]
