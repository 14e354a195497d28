"""Times cannot be misread: the month in words, the place named, one's own time beside it."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from comity.core.when import Deadline, When
from comity.wording import (
    Reader,
    aloud,
    at_night,
    clock,
    date,
    deadline,
    duration,
    moment,
    own_time,
    span,
)
from tests.wording.samples import deed

HARBOUR = Deadline("2019-10-12T18:00:00+00:00[Atlantic/Reykjavik]")
ZONES = {"Atlantic/Reykjavik": "Harbour"}


def test_a_date_is_as_exact_as_its_source() -> None:
    written = [date(When(text)) for text in ("2017", "2017-11", "2017-11-20")]
    assert written == ["2017", "November 2017", "20 November 2017"]


def test_a_meeting_of_days_says_both() -> None:
    assert span(When("2010-05-03"), When("2010-05-05")) == "3 to 5 May 2010"
    assert span(When("2010-04-30"), When("2010-05-02")) == "30 April 2010 to 2 May 2010"
    assert span(When("2010-05"), None) == "May 2010"
    assert span(When("2010-05-03"), When("2010-05-03")) == "3 May 2010"


def test_a_meeting_with_an_exact_time_is_told_on_the_clock_of_its_place() -> None:
    begins = When("2026-11-26T22:30:00Z")
    told = [
        span(begins, end, zone="Asia/Kolkata", label="Meridonia")
        for end in (None, When("2026-11-27"), When("2026-11-28"))
    ]
    assert told == [
        "27 November 2026, 04:00 Meridonia time",
        "27 November 2026, 04:00 Meridonia time",
        "27 November 2026, 04:00 Meridonia time to 28 November 2026",
    ]


def test_a_meeting_of_hours_says_when_it_ends() -> None:
    begins = When("2026-12-12T08:30:00Z")
    ends = [When(text) for text in ("2026-12-12T16:00:00Z", "2026-12-12T08:30:00Z")]
    assert [span(begins, each, zone="Europe/Zurich") for each in ends] == [
        "12 December 2026, 09:30 to 17:00 UTC+1",
        "12 December 2026, 09:30 UTC+1",
    ]


def test_hours_beyond_midnight_are_told_with_both_days() -> None:
    begins, ends = When("2026-12-12T20:00:00Z"), When("2026-12-12T23:30:00Z")
    told = "12 December 2026, 21:00 UTC+1 to 13 December 2026, 00:30 UTC+1"
    assert span(begins, ends, zone="Europe/Zurich") == told


def test_a_deadline_names_its_place_and_the_readers_own_time() -> None:
    reader = Reader(zone="Europe/Berlin", zones=ZONES)
    assert deadline(HARBOUR, reader=reader) == (
        "12 October 2019, 18:00 Harbour time (20:00 your time)"
    )


def test_another_day_over_there_is_said() -> None:
    reader = Reader(zone="Asia/Kolkata", zones=ZONES)
    later = Deadline("2019-10-12T20:00:00+00:00[Atlantic/Reykjavik]")
    assert deadline(later, reader=reader) == (
        "12 October 2019, 20:00 Harbour time (13 October, 01:30 your time)"
    )


def test_another_year_over_there_is_said() -> None:
    eve = Deadline("2019-12-31T20:00:00+00:00[Atlantic/Reykjavik]")
    assert own_time(eve, zone="Asia/Kolkata") == "1 January 2020, 01:30"


def test_where_the_clocks_agree_nothing_is_added() -> None:
    reader = Reader(zone="Africa/Abidjan", zones=ZONES)
    assert deadline(HARBOUR, reader=reader) == "12 October 2019, 18:00 Harbour time"


def test_a_place_without_a_name_here_is_told_by_its_offset_never_by_a_city() -> None:
    there = Deadline("2019-10-12T18:00:00+05:30[Asia/Kolkata]")
    assert deadline(there) == "12 October 2019, 18:00 UTC+5:30"
    west = Deadline("2019-10-12T18:00:00-04:00[America/New_York]")
    assert deadline(west) == "12 October 2019, 18:00 UTC−4"


def test_a_moment_has_seconds_only_where_there_are_some() -> None:
    at = datetime(2026, 11, 23, 22, 59, 58, tzinfo=UTC)
    assert moment(at, zone="Atlantic/Reykjavik", label="Harbour") == (
        "23 November 2026, 22:59:58 Harbour time"
    )
    assert clock(at, zone="Asia/Kolkata", label="Meridonia") == "04:29:58, Meridonia time"


def test_minutes_can_be_read_aloud() -> None:
    said = aloud(deed("", {}), zone="Atlantic/Reykjavik", label="Harbour")
    assert said == "At 22:59:58, Harbour time: An act whose contents are sealed from you."


def test_durations_are_said_in_two_units() -> None:
    written = [duration(each) for each in (0, 1, 41, 60, 125, 1440, 4560, 4565)]
    assert written == [
        "less than a minute",
        "1 minute",
        "41 minutes",
        "1 hour",
        "2 hours 5 minutes",
        "1 day",
        "3 days 4 hours",
        "3 days 4 hours",
    ]


def test_a_chair_is_warned_of_whom_the_deadline_finds_asleep() -> None:
    zones = {"Asia/Kolkata": "Meridonia", "Pacific/Auckland": "Tarn"}
    assert at_night(HARBOUR, zones=zones) == ["It will then be 23:30 in the night for Meridonia."]


@given(st.datetimes(min_value=datetime(1, 1, 2), max_value=datetime(9998, 12, 30)))  # noqa: DTZ001
def test_every_moment_can_be_written(at: datetime) -> None:
    assert moment(at.replace(tzinfo=UTC), zone="Asia/Kolkata", label="Meridonia").endswith(
        " Meridonia time"
    )
