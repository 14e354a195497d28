"""Meetings, endorsements and commitments from a list: named things are found, others' doings are only recorded."""

from typing import Any

import pytest

from comity.core.meeting import Meeting
from comity.core.support import Commitment, Endorsement
from comity.desk.intake import (
    KINDS,
    Plan,
    columns_of,
    enter,
    plan,
    template,
    template_book,
    undo,
)
from comity.desk.intake.entering import Entered, For
from comity.desk.outcome import Stands
from comity.desk.readings.paging import whole
from comity.sheets import likely, read_csv, read_list
from tests.desk.house import HOST, House

SOURCE = For(person=HOST, party="host", source="A list")


def planned(house: House, what: str, words: str, **given: str) -> Plan:
    sheet, wanted = read_csv(words.encode()), KINDS[what]
    matched = columns_of(sheet, wanted, asked={}, given=given)
    viewer = house.desk.viewer(HOST)
    return house.desk.read(viewer, plan, wanted, sheet, matched=matched, given=given)


def entered(house: House, what: str, words: str, **given: str) -> Entered:
    found = planned(house, what, words, **given)
    assert found.left == ()
    return enter(house.desk, KINDS[what], found.enter, actor=SOURCE, done=lambda *_: None)


@pytest.mark.parametrize("what", list(KINDS))
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_an_empty_list_has_a_heading_for_every_field_and_each_is_understood(
    what: str, form: str
) -> None:
    wanted = KINDS[what]
    made = template_book(wanted, name=what) if form == "xlsx" else template(wanted)
    found = read_list(made)
    assert list(likely(found.headings, known=wanted.known)) == [
        each.field for each in wanted.columns
    ]


def every(house: House, of: type[Any]) -> list[Any]:
    return list(house.desk.read(house.desk.viewer(HOST), whole, of))


def reasons(found: Plan) -> list[tuple[int, str, str]]:
    return [
        (each.row.number, each.why, each.error.what if each.error else "") for each in found.left
    ]


MEETINGS = (
    "meeting,type,date,until,city,group,co-hosts,zone\n"
    "Second round,Session,20.11.2025,2025-11-21,Harbour,The Room,North; South,UTC\n"
    "Second round,Session,2026-11-20,,Harbour,room,,UTC\n"
)


def test_meetings_are_entered_with_their_body_dates_and_hosts_and_once(house: House) -> None:
    entered(house, "meetings", MEETINGS)
    first, second = sorted(every(house, Meeting), key=lambda each: str(each.start))
    told = ("name", "form", "start", "end", "place", "body", "partners")
    assert [str(first[each]) for each in told] == [
        "Second round",
        "session",
        "2025-11-20",
        "2025-11-21",
        "Harbour",
        "room",
        "North, South",
    ]
    assert str(second.start) == "2026-11-20"
    again = planned(house, "meetings", MEETINGS)
    assert (again.enter, again.left, len(again.same)) == ((), (), 2)


def test_two_dates_that_may_be_one_are_put_side_by_side_and_two_that_cannot_are_two(
    house: House,
) -> None:
    entered(house, "meetings", "name,form,start\nRound,session,2025-11-20\n")
    found = planned(
        house, "meetings", "name,form,start\nRound,session,2025\nRound,session,2025-11-21\n"
    )
    assert [each.row.number for each in found.enter] == [3]
    (left,) = found.left
    assert left.beside is not None
    assert (left.why, left.beside.differs) == ("maybe-same", (("start", "2025", "2025-11-20"),))


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ("R,session,31.02.2026,", "start"),
        ("R,session,03/04/2026,", "start"),
        ("R,gathering,2026,", "form"),
        ("R,session,2026,The Hall", "body"),
        ("R,session,,", "start"),
    ],
)
def test_a_meeting_that_cannot_be_read_says_in_which_field(
    house: House, row: str, field: str
) -> None:
    found = planned(house, "meetings", f"name,form,start,body\n{row}\n")
    assert reasons(found) == [(2, "unread", field)]


def put_forward(house: House) -> None:
    told = {"instrument": "package", "instrument_title": "Package", "number": "1"}
    house.do("reframe.put-forward-norm", id="cables", title="Spare the cables", **told)


ENDORSEMENTS = (
    "Supporter,date signed,extent\nNorth,2025-05,whole\nsouth,,whole\nNorth,2025-05,whole\n"
)


def test_endorsements_are_recorded_as_of_those_who_gave_them_and_once(house: House) -> None:
    put_forward(house)
    found = planned(house, "endorsements", ENDORSEMENTS, of="norm/cables")
    assert [thing for _, thing in found.same] == ["row 2"]
    entered(house, "endorsements", ENDORSEMENTS, of="Spare the cables")
    seen = {str(each.party): each for each in every(house, Endorsement)}
    assert sorted(seen) == ["north", "south"]
    assert {each.is_recorded for each in seen.values()} == {True}
    assert (str(seen["north"].source), str(seen["north"].effective)) == ("A list", "2025-05")
    again = planned(house, "endorsements", ENDORSEMENTS, of="norm/cables")
    assert (again.enter, again.left, len(again.same)) == ((), (), 3)
    other = planned(house, "endorsements", "party,of,extent\nNorth,Spare the cables,part\n")
    assert reasons(other) == [(2, "differs", "")]


def test_whoever_is_not_in_the_record_is_not_guessed(house: House) -> None:
    put_forward(house)
    words = (
        "party,of,extent\nNorth Ltd,norm/cables,whole\nNobody,norm/cables,whole\nNorth,text,whole\n"
    )
    found = planned(house, "endorsements", words)
    assert reasons(found) == [
        (2, "unread", "concerns"),
        (3, "unread", "concerns"),
        (4, "unread", "of"),
    ]
    told = [each.error.expected for each in found.left if each.error]
    assert told[:2] == [
        "a party that stands in the record (perhaps North (party/north))",
        "a party that stands in the record",
    ]


def test_of_two_that_are_called_alike_neither_is_taken(house: House) -> None:
    put_forward(house)
    twin = {"name": "North", "form": "company", "standing": "named"}
    house.do("parties.admit-party", id="north-2", **twin)
    found = planned(
        house, "endorsements", "party,of,extent\nnorth,norm/cables,whole\nNORTH,norm/cables,whole\n"
    )
    assert [each.fields["concerns"] for each in found.enter] == ["north"]
    (left,) = found.left
    assert left.error is not None
    assert left.error.found == "North (party/north), North (party/north-2)"


def test_commitments_of_one_party_are_told_apart_by_what_they_say(house: House) -> None:
    put_forward(house)
    words = (
        "party,about,commitment,deadline\n"
        "North,norm/cables,A duty desk.,2027\nNorth,norm/cables,A second ship.,2028-06\n"
    )
    first = entered(house, "commitments", words)
    assert sorted(str(each.does) for each in every(house, Commitment)) == [
        "A duty desk.",
        "A second ship.",
    ]
    again = planned(house, "commitments", words)
    assert (again.enter, again.left) == ((), ())
    struck = undo(house.desk, first.batch, actor=For(person=HOST, party="host"), why="Wrong.")
    assert [type(outcome) for _, outcome in struck] == [Stands, Stands]
    assert every(house, Commitment) == []
