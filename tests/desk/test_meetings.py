"""Meetings as those in the room see them, and as everybody else does, on both stores."""

from collections.abc import Sequence

from comity.desk.look import Look
from comity.desk.readings.meeting import meeting
from comity.desk.seen import Deed
from comity.web.views.calendar import written
from tests.desk.house import CHAIR, PEOPLE, House

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
