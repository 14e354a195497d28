"""Partial dates, instants and deadlines; a civil time has no zone of its own."""

# ruff: noqa: DTZ001

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.core.errors import Malformed
from comity.core.when import Deadline, When, is_zone, parse_instant, readings, write_instant

ODD = st.text(alphabet="0123456789-+:.TZ[]/NewYorkAmerica_ \u0665\n", max_size=50)


@given(st.text(max_size=50) | ODD)
def test_a_bad_date_is_malformed_and_nothing_else(text: str) -> None:
    try:
        when = When(text)
    except Malformed:
        return
    assert when.first <= when.end


@given(st.text(max_size=70) | ODD)
def test_a_bad_deadline_is_malformed_and_nothing_else(text: str) -> None:
    try:
        deadline = Deadline(text)
    except Malformed:
        return
    assert deadline.instant.tzinfo is UTC
    assert deadline.text == text


@given(st.text(max_size=40) | ODD)
def test_a_bad_instant_is_malformed_and_nothing_else(text: str) -> None:
    try:
        instant = parse_instant(text)
    except Malformed:
        return
    assert parse_instant(write_instant(instant)) == instant


@given(st.datetimes(timezones=st.just(UTC)))
def test_an_instant_reads_back_the_same(instant: datetime) -> None:
    assert parse_instant(write_instant(instant)) == instant


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2100, 1, 1)))
def test_every_reading_of_a_civil_time_reads_back_the_same(civil: datetime) -> None:
    for found in readings(civil.replace(microsecond=0), zone="America/New_York"):
        assert found.civil == civil.replace(microsecond=0)


@given(st.text(max_size=30))
def test_a_name_is_a_zone_or_it_is_not(name: str) -> None:
    assert is_zone(name) in (True, False)


@pytest.mark.parametrize(
    "name", ["", "Europe", "../etc/passwd", "/etc/passwd", "Sea/Bottom", "a\0b"]
)
def test_what_is_no_zone(name: str) -> None:
    assert not is_zone(name)


@pytest.mark.parametrize(
    ("text", "precision", "first", "end"),
    [
        ("2017", "year", datetime(2017, 1, 1, tzinfo=UTC), datetime(2018, 1, 1, tzinfo=UTC)),
        ("2016-02", "month", datetime(2016, 2, 1, tzinfo=UTC), datetime(2016, 3, 1, tzinfo=UTC)),
        ("2017-12", "month", datetime(2017, 12, 1, tzinfo=UTC), datetime(2018, 1, 1, tzinfo=UTC)),
        ("2016-02-29", "day", datetime(2016, 2, 29, tzinfo=UTC), datetime(2016, 3, 1, tzinfo=UTC)),
        (
            "2017-11-20T10:00:00Z",
            "instant",
            datetime(2017, 11, 20, 10, tzinfo=UTC),
            datetime(2017, 11, 20, 10, 0, 0, 1, tzinfo=UTC),
        ),
    ],
)
def test_a_date_is_as_exact_as_its_source(
    text: str, precision: str, first: datetime, end: datetime
) -> None:
    when = When(text)
    assert (when.precision, when.first, when.end) == (precision, first, end)


@pytest.mark.parametrize("text", ["9999", "9999-12", "9999-12-31", "9999-12-31T23:59:59.999999Z"])
def test_the_last_dates_end_with_time_itself(text: str) -> None:
    assert When(text).end == datetime.max.replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["", "17", "2017-1", "2017-13", "2017-02-29", "0000", "2017-11-20T10:00:00", "2017 ", "٢٠١٧"],
)
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(Malformed):
        When(text)


def test_dates_sort_by_their_first_moment() -> None:
    texts = ["2017-11-20", "2018", "2017", "2017-11", "2017-11-20T10:00:00Z"]
    assert [each.text for each in sorted(map(When, texts))] == [
        "2017",
        "2017-11",
        "2017-11-20",
        "2017-11-20T10:00:00Z",
        "2018",
    ]


def test_a_deadline_is_an_instant_and_a_civil_time() -> None:
    deadline = Deadline("2026-11-27T18:00:00-05:00[America/New_York]")
    assert deadline.instant == datetime(2026, 11, 27, 23, tzinfo=UTC)
    assert deadline.civil == datetime(2026, 11, 27, 18)
    assert deadline.zone == "America/New_York"


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-27T18:00:00-04:00[America/New_York]",
        "2026-03-08T02:30:00-05:00[America/New_York]",
        "2026-03-08T02:30:00-04:00[America/New_York]",
        "2026-11-27T18:00:00-05:00",
        "2026-11-27T18:00:00-05:00[Sea/Bottom]",
        "2026-11-31T18:00:00-05:00[America/New_York]",
        "2026-11-27T18:00:00-05:00[../../etc/passwd]",
        "0001-01-01T00:00:00+14:00[Pacific/Kiritimati]",
        "9999-12-31T23:59:59-05:00[America/New_York]",
        "9999-12-31T23:00:00Z[Pacific/Kiritimati]",
    ],
)
def test_what_is_no_deadline(text: str) -> None:
    with pytest.raises(Malformed):
        Deadline(text)


def test_a_civil_time_that_the_clocks_skip_means_nothing() -> None:
    assert readings(datetime(2026, 3, 8, 2, 30), zone="America/New_York") == ()


def test_a_civil_time_that_the_clocks_repeat_means_two_instants() -> None:
    first, second = readings(datetime(2026, 11, 1, 1, 30), zone="America/New_York")
    assert first.text == "2026-11-01T01:30:00-04:00[America/New_York]"
    assert second.text == "2026-11-01T01:30:00-05:00[America/New_York]"
    assert second.instant - first.instant == timedelta(hours=1)


def test_any_other_civil_time_means_one() -> None:
    (only,) = readings(datetime(2026, 11, 27, 18), zone="America/New_York")
    assert only.text == "2026-11-27T18:00:00-05:00[America/New_York]"


def test_no_zone_has_no_readings() -> None:
    with pytest.raises(Malformed):
        readings(datetime(2026, 11, 27, 18), zone="Sea/Bottom")


@pytest.mark.parametrize("civil", [datetime(9999, 12, 31, 23), datetime(1, 1, 1)])
def test_a_time_at_the_ends_of_the_calendar_is_malformed_and_nothing_else(civil: datetime) -> None:
    zone = "America/New_York" if civil.year == 9999 else "Pacific/Auckland"
    with pytest.raises(Malformed):
        readings(civil, zone=zone)
