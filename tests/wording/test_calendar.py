"""A meeting as calendars read it: one name for ever, and a number that grows with each change."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from comity.core.meeting import MeetingForm
from comity.core.party import Attribution
from comity.core.when import When
from comity.desk.cells import Sealed, Value
from comity.desk.seen import Seen
from comity.wording.calendar import Told, calendar, has_day

NOW = datetime(2026, 11, 28, 20, 0, 5, 123456, tzinfo=UTC)
TOLD = Told(origin="cables.example/log", link="https://cables.example/meeting/round", now=NOW)


def seen(kind: str, cells: Mapping[str, Any]) -> Seen[Any]:
    values = {name: Value(value) for name, value in cells.items()}
    return Seen(id="round", type=kind, act=7, at=NOW, is_recorded=False, cells=values)


def meeting(**other: Any) -> Seen[Any]:
    return seen(
        "meeting",
        {
            "name": "Third round",
            "form": MeetingForm.SESSION,
            "start": When("2026-12-08T09:30:00Z"),
            "end": None,
            "place": "Harbour, the old customs house; net loft",
            "zone": "America/New_York",
            "attribution": Attribution.CHATHAM_HOUSE,
            **other,
        },
    )


def course(**other: Any) -> Seen[Any]:
    return seen("course", {"moved": 0, "cancelled": False, "why": "", "before": None, **other})


def read(written: bytes) -> tuple[Any, Any]:
    found = Calendar.from_ical(written)
    assert isinstance(found, Calendar)
    (event,) = found.walk("VEVENT")
    assert isinstance(event, Event)
    return found, event


def test_every_line_is_short_and_ends_as_the_standard_says() -> None:
    written = calendar(meeting(name="Runde über Kabel " * 20), None, told=TOLD)
    lines = written.split(b"\r\n")
    assert lines[-1] == b""
    assert max(len(line) for line in lines) <= 75
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert str(read(written)[1]["summary"]) == "Runde über Kabel " * 20


def test_an_hour_is_told_in_utc_and_needs_no_rules_of_a_zone() -> None:
    written = calendar(meeting(end=When("2026-12-08T12:00:00Z")), None, told=TOLD)
    assert b"DTSTART:20261208T093000Z" in written
    assert b"DTEND:20261208T120000Z" in written
    assert b"VTIMEZONE" not in written


def test_a_last_day_ends_with_the_midnight_of_the_place() -> None:
    written = calendar(meeting(end=When("2026-12-10")), None, told=TOLD)
    assert b"DTEND:20261211T050000Z" in written


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2026-12-08", None, (date(2026, 12, 8), date(2026, 12, 9))),
        ("2026-12-08", "2026-12-10", (date(2026, 12, 8), date(2026, 12, 11))),
        ("2026-12-31", None, (date(2026, 12, 31), date(2027, 1, 1))),
    ],
)
def test_days_without_hours_are_whole_days_and_the_end_is_no_part_of_them(
    start: str, end: str | None, days: tuple[date, date]
) -> None:
    _, event = read(
        calendar(meeting(start=When(start), end=When(end) if end else None), None, told=TOLD)
    )
    assert (event["dtstart"].dt, event["dtend"].dt) == days


def test_one_name_through_every_move_and_a_number_that_grows() -> None:
    files = [
        read(calendar(meeting(), each, told=TOLD))
        for each in (None, course(moved=1), course(moved=2), course(moved=2, cancelled=True))
    ]
    assert {str(event["uid"]) for _, event in files} == {"meeting.round@cables.example"}
    assert [int(event["sequence"]) for _, event in files] == [0, 1, 2, 3]
    assert [str(found["method"]) for found, _ in files] == ["PUBLISH"] * 3 + ["CANCEL"]
    assert [str(event["status"]) for _, event in files] == ["CONFIRMED"] * 3 + ["CANCELLED"]


def test_a_letter_asks_one_person_and_wants_no_answer_from_their_calendar() -> None:
    told = Told(
        origin="cables.example/log",
        link="https://cables.example/meeting/round",
        now=NOW,
        organizer="desk@cables.example",
        attendee="ann@mission.example",
    )
    found, event = read(calendar(meeting(), None, told=told))
    assert str(found["method"]) == "REQUEST"
    assert str(event["organizer"]) == "mailto:desk@cables.example"
    assert str(event["attendee"]) == "mailto:ann@mission.example"
    assert event["attendee"].params == {"PARTSTAT": "NEEDS-ACTION", "RSVP": "FALSE"}
    assert str(read(calendar(meeting(), course(cancelled=True), told=told))[0]["method"]) == (
        "CANCEL"
    )


def test_it_says_what_its_reader_may_see_and_no_more() -> None:
    hidden = meeting()
    sealed = replace(hidden, cells={**hidden.cells, "place": Sealed("words")})
    _, event = read(calendar(sealed, None, told=TOLD))
    assert "location" not in event
    assert str(event["class"]) == "CONFIDENTIAL"
    _, event = read(calendar(meeting(attribution=Attribution.ON_THE_RECORD), None, told=TOLD))
    assert "class" not in event
    assert str(event["location"]) == "Harbour, the old customs house; net loft"


@pytest.mark.parametrize(
    ("start", "known"),
    [("2026", False), ("2026-12", False), ("2026-12-08", True), ("2026-12-08T09:30:00Z", True)],
)
def test_a_month_alone_stands_in_no_calendar(start: str, known: bool) -> None:
    assert has_day(meeting(start=When(start))) is known


@given(name=st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_any_name_comes_out_as_it_went_in(name: str) -> None:
    _, event = read(calendar(meeting(name=name), None, told=TOLD))
    assert str(event["summary"]) == name
