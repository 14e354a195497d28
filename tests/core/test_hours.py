"""An item of an agenda begins at a time of day on a day of its meeting, on the clock of the place."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from comity.core.agenda import Item
from comity.core.errors import Malformed
from comity.core.hours import Clock, Hour, Sitting, days, hours, later, sitting
from comity.core.when import When

at = datetime.fromisoformat
ROUND = Sitting(at("2026-12-08T09:30"), at("2026-12-10T18:00"))


@pytest.mark.parametrize(
    "told",
    [
        "25:00",
        "24:00",
        "9:30",
        "09:60",
        "0930",
        "after lunch",
        "09:30:00",
        " 09:30",
        "٠٩:٣٠",
        "09:30\n",
    ],
)
def test_what_only_looks_like_an_hour_is_none(told: str) -> None:
    with pytest.raises(Malformed) as error:
        Clock().read(told, "items[0].time")
    assert (error.value.what, error.value.expected) == ("items[0].time", "a time of day")
    assert error.value.found == repr(told)


def test_a_time_of_day_or_none_is_read_as_it_stands() -> None:
    assert [Clock().read(each, "x") for each in ("00:00", "09:30", "23:59", "")] == [
        *("00:00", "09:30", "23:59", ""),
    ]
    for other in (930, None, ["09:30"], True):
        with pytest.raises(Malformed):
            Clock().read(other, "x")


@pytest.mark.parametrize(
    ("start", "end", "opens", "closes"),
    [
        ("2026-12-08", None, "2026-12-08T00:00", "2026-12-09T00:00"),
        ("2026-12-08", "2026-12-10", "2026-12-08T00:00", "2026-12-11T00:00"),
        ("2026-12-08T03:30:00Z", None, "2026-12-08T09:00", "2026-12-09T00:00"),
        ("2026-12-08T03:30:00Z", "2026-12-09", "2026-12-08T09:00", "2026-12-10T00:00"),
        ("2026-12-08T03:30:00Z", "2026-12-08T12:00:00Z", "2026-12-08T09:00", "2026-12-08T17:30"),
        ("2026-12-08", "2026-12", "2026-12-08T00:00", "2027-01-01T00:00"),
        # What begins late in the evening by UTC begins on the next day over there.
        ("2026-12-08T20:00:00Z", None, "2026-12-09T01:30", "2026-12-10T00:00"),
    ],
)
def test_a_meeting_sits_on_the_clock_of_its_place(
    start: str, end: str | None, opens: str, closes: str
) -> None:
    sits = sitting(When(start), When(end) if end else None, zone="Asia/Kolkata")
    assert sits == Sitting(at(opens), at(closes), at_an_hour="T" in start)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026-12", None),
        ("2026", "2026-12-10"),
        ("2026-12-08", "2026-12-07"),
        ("2026-12-08T09:00:00Z", "2026-12-08T09:00:00Z"),
        ("0001-01-01", None),
        ("9999-12-31", None),
        ("2026-12-08", "9999"),
    ],
)
def test_without_a_day_there_are_no_hours(start: str, end: str | None) -> None:
    assert sitting(When(start), When(end) if end else None, zone="America/New_York") is None


def test_a_meeting_until_midnight_does_not_sit_on_the_next_day() -> None:
    sits = sitting(When("2026-12-08T09:00:00Z"), When("2026-12-09T00:00:00Z"), zone="UTC")
    assert sits is not None
    assert sits.days == 1


def item(**told: Any) -> Item:
    return Item("Ships", **told)


def test_an_item_that_names_no_day_is_on_that_of_the_item_above() -> None:
    items = [item(time="09:30"), item(), item(day=2, time="10:00", minutes=90), item(time="14:00")]
    assert days(items) == [1, 1, 2, 2]
    assert hours(items, sits=ROUND) == [
        Hour(day=1, begins=at("2026-12-08T09:30")),
        Hour(day=1),
        Hour(day=2, begins=at("2026-12-09T10:00"), ends=at("2026-12-09T11:30")),
        Hour(day=2, begins=at("2026-12-09T14:00")),
    ]


@pytest.mark.parametrize(
    ("told", "outside"),
    [
        ({"time": "09:30"}, False),
        ({"time": "09:29"}, True),
        ({"day": 3, "time": "17:59"}, False),
        ({"day": 3, "time": "18:00"}, True),
        ({"day": 3, "time": "17:00", "minutes": 60}, False),
        ({"day": 3, "time": "17:00", "minutes": 61}, True),
        ({"day": 4}, True),
        ({"day": 4, "time": "09:30"}, True),
        ({"day": 2}, False),
    ],
)
def test_an_item_lies_in_the_hours_of_the_meeting_or_outside(
    told: dict[str, Any], outside: bool
) -> None:
    [hour] = hours([item(**told)], sits=ROUND)
    assert hour.is_outside(ROUND) is outside


def test_only_a_beginning_at_an_hour_makes_the_first_day_later() -> None:
    assert later("2026-12-01T09:00:00", ROUND) == timedelta(minutes=30)
    assert later("2026-12-01T14:00:00", ROUND) == -timedelta(hours=4, minutes=30)
    assert later("", ROUND) == timedelta()
    by_day = Sitting(at("2026-12-08T00:00"), at("2026-12-09T00:00"), at_an_hour=False)
    assert later("2026-12-01T09:00:00", by_day) == timedelta()


def test_the_first_day_goes_with_the_beginning_and_the_others_stay_as_they_were_set() -> None:
    items = [item(time="09:30"), item(day=2, time="09:30")]
    found = hours(items, sits=ROUND, later=timedelta(hours=2))
    assert [each.begins for each in found] == [
        at("2026-12-08T11:30"),
        at("2026-12-09T09:30"),
    ]
