"""Meetings as those in the room see them, and as everybody else does, on both stores."""

from collections.abc import Sequence

from comity.desk.look import Look
from comity.desk.readings.meeting import meeting
from comity.desk.readings.preparing import ItemRow
from comity.desk.seen import Deed
from comity.web.views.calendar import written
from tests.desk.house import CHAIR, PEOPLE, House, silence

LINK = "https://example.org/meeting/round"


def convened(house: House, *, attribution: str = "closed", start: str = "2026-04-07") -> None:
    house.do(
        "convene.convene-meeting",
        id="round",
        name="The round",
        form="session",
        start=start,
        body="room",
        attribution=attribution,
    )


def test_a_closed_meeting_is_in_the_calendars_of_its_members_alone(house: House) -> None:
    convened(house)
    house.do("convene.move-meeting", by=CHAIR, meeting="round", start="2026-04-08", why="A fair.")
    desk = house.desk
    inside = desk.read(desk.viewer(PEOPLE["north"]), written, name="round", link=LINK)
    assert inside is not None
    assert inside[0] == "PUBLISH"
    assert b"SEQUENCE:1\r\n" in inside[1]
    assert desk.read(desk.viewer(""), written, name="round", link=LINK) is None


def test_why_a_closed_meeting_was_cancelled_is_told_in_the_room_alone(house: House) -> None:
    convened(house)
    house.do("convene.cancel-meeting", by=CHAIR, meeting="round", why="The ice is late.")
    desk = house.desk
    page = desk.read(desk.viewer(PEOPLE["north"]), meeting, id="round")
    assert page is not None
    assert page.course is not None
    assert page.course.value("why") == "The ice is late."
    assert desk.read(desk.viewer(""), meeting, id="round") is None
    assert [deed.kind for deed in desk.read(desk.viewer(""), _of_the_round)] == []


def test_nobody_moves_what_is_cancelled_though_both_had_the_form_open(house: House) -> None:
    convened(house, attribution="on-the-record")
    house.do("convene.cancel-meeting", by=CHAIR, meeting="round")
    moved = {"meeting": "round", "start": "2026-04-09"}
    assert house.refused("convene.move-meeting", **moved) == ("already-cancelled",)


def _of_the_round(look: Look) -> Sequence[Deed]:
    return look.minutes(thing="meeting/round")


def agenda_of(house: House, who: str) -> Sequence[ItemRow]:
    page = house.desk.read(house.desk.viewer(who), meeting, id="round")
    assert page is not None
    return page.prepared.items


def test_a_chair_sees_from_an_item_what_stands_open_on_the_text_it_is_about(house: House) -> None:
    convened(house, attribution="on-the-record")
    house.do(
        "reframe.propose-words",
        by=PEOPLE["north"],
        party="north",
        text="text",
        paragraph="p1",
        change="replace",
        words="States protect all cables.",
    )
    house.do("reframe.open-silence", by=CHAIR, **silence(house))
    items = [{"title": "On cables", "about": "text/text"}, {"title": "Any other matter"}]
    house.do("convene.set-agenda", by=CHAIR, meeting="round", items=items)
    first, second = agenda_of(house, CHAIR)
    assert first.about is not None
    assert first.is_open is not None
    assert first.is_open.running is not None
    told = first.is_open
    assert (first.about.thing, told.paragraphs, told.proposals) == ("text/text", 2, 1)
    assert told.running is not None
    assert told.running.thing == "silence/quiet"
    assert (second.about, second.is_open) == (None, None)


def test_who_may_not_see_a_text_is_told_nothing_of_it_by_an_agenda(house: House) -> None:
    convened(house, attribution="on-the-record")
    items = [{"title": "On cables", "about": "text/text"}]
    house.do("convene.set-agenda", by=CHAIR, meeting="round", items=items)
    [row] = agenda_of(house, "")
    assert (row.about, row.is_open) == (None, None)
