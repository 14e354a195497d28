"""Meetings as those in the room see them, and as everybody else does, on both stores."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from comity.desk.look import Look
from comity.desk.readings.meeting import meeting
from comity.desk.readings.preparing import ItemRow
from comity.desk.readings.standing import standing
from comity.desk.seen import Deed
from comity.web.views.calendar import written
from tests.desk.house import CHAIR, HOST, PEOPLE, House, silence

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


def test_the_form_of_a_meeting_begins_with_the_clock_on_which_its_hours_are_read(
    house: House,
) -> None:
    viewer = replace(house.desk.viewer(HOST), zone="Asia/Kolkata")
    house.do("parties.found-body", id="far", name="Far", form="working-group", zone="Africa/Bamako")

    def begins(given: dict[str, str]) -> Any:
        return house.desk.read(viewer, standing, "convene.convene-meeting", given)

    assert begins({}) == {"zone": "Asia/Kolkata"}
    assert begins({"body": "far"}) == {"zone": "Africa/Bamako"}


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


def hours_of(house: House) -> list[tuple[str, bool]]:
    return [(str(row.begins or row.item.time), row.is_outside) for row in agenda_of(house, CHAIR)]


def test_an_agenda_goes_with_its_meeting_and_says_what_then_lies_outside(house: House) -> None:
    convened(house, attribution="on-the-record", start="2026-04-07T09:00:00Z")
    moved: dict[str, Any] = {"by": CHAIR, "meeting": "round", "zone": "Europe/Brussels"}
    house.do("convene.move-meeting", **moved, start="2026-04-07T09:00:00Z", end="2026-04-08")
    items: list[dict[str, Any]] = [
        {"title": "On cables", "time": "11:00"},
        {"title": "On ships", "day": 2, "time": "09:30"},
    ]
    house.do("convene.set-agenda", by=CHAIR, meeting="round", items=items)
    assert hours_of(house) == [
        ("2026-04-07T11:00:00+02:00[Europe/Brussels]", False),
        ("2026-04-08T09:30:00+02:00[Europe/Brussels]", False),
    ]
    # A week later, and two hours: the first day goes with the beginning.
    house.do("convene.move-meeting", **moved, start="2026-04-14T11:00:00Z", end="2026-04-15")
    assert hours_of(house) == [
        ("2026-04-14T13:00:00+02:00[Europe/Brussels]", False),
        ("2026-04-15T09:30:00+02:00[Europe/Brussels]", False),
    ]
    # To another clock, back to the first hour there, and a day shorter.
    there = moved | {"zone": "America/New_York"}
    house.do("convene.move-meeting", **there, start="2026-04-14T15:00:00Z")
    assert hours_of(house) == [
        ("2026-04-14T11:00:00-04:00[America/New_York]", False),
        ("09:30", True),
    ]
    house.do("convene.move-meeting", **moved, start="2026-05")
    assert hours_of(house) == [("11:00", False), ("09:30", False)]


def test_a_calendar_shows_the_agenda_on_both_clocks(house: House) -> None:
    convened(house, attribution="on-the-record", start="2026-04-07T09:00:00Z")
    items = [{"title": "On cables", "time": "11:00", "minutes": 30}, {"title": "Ships"}]
    house.do("convene.set-agenda", by=CHAIR, meeting="round", items=items)
    viewer = replace(house.desk.viewer(PEOPLE["north"]), zone="Asia/Kolkata")

    found = house.desk.read(viewer, written, name="round", link=LINK)
    assert found is not None
    [described] = re.findall(r"DESCRIPTION:(.*)\r", found[1].decode().replace("\r\n ", ""))
    assert described.replace("\\,", ",").split("\\n") == [
        "Attribution: on the record.",
        "Agenda, in UTC:",
        "11:00 to 11:30 (16:30 your time) On cables",
        "Ships",
        LINK,
    ]


def test_the_clock_of_a_place_is_called_by_its_city_and_not_by_the_code_of_a_country(
    house: House,
) -> None:
    party = {"id": "mali", "name": "Republic of Mali", "country": "ML", "zone": "Africa/Bamako"}
    house.do("parties.admit-party", form="state", standing="party", **party)
    house.do("parties.register-person", id="n5k3re", name="A delegate")
    mandate: dict[str, Any] = {"for_party": "mali", "powers": ["speak"], "start": "2026-03-01"}
    house.do("parties.give-mandate", person="n5k3re", **mandate)
    convened(house, attribution="on-the-record", start="2026-04-07T10:00:00Z")
    there = {"meeting": "round", "start": "2026-04-07T11:00:00Z", "zone": "Africa/Bamako"}
    house.do("convene.move-meeting", by=CHAIR, **there)
    items = [{"title": "On cables", "time": "11:00"}]
    house.do("convene.set-agenda", by=CHAIR, meeting="round", items=items)
    found = house.desk.read(house.desk.viewer("n5k3re"), written, name="round", link=LINK)
    assert found is not None
    assert "Agenda\\, in Bamako time:" in found[1].decode().replace("\r\n ", "")


def test_what_a_closed_meeting_goes_through_is_in_no_calendar(house: House) -> None:
    convened(house, start="2026-04-07T09:00:00Z")
    items = [{"title": "On cables", "time": "11:00"}]
    house.do("convene.set-agenda", by=CHAIR, meeting="round", items=items)
    [row] = agenda_of(house, PEOPLE["north"])
    assert row.begins is not None
    found = house.desk.read(house.desk.viewer(PEOPLE["north"]), written, name="round", link=LINK)
    assert found is not None
    assert b"On cables" not in found[1]


def test_who_may_not_see_a_text_is_told_nothing_of_it_by_an_agenda(house: House) -> None:
    convened(house, attribution="on-the-record")
    items = [{"title": "On cables", "about": "text/text"}]
    house.do("convene.set-agenda", by=CHAIR, meeting="round", items=items)
    [row] = agenda_of(house, "")
    assert (row.about, row.is_open) == (None, None)
