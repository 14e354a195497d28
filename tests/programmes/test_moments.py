"""How the files of a programme tell the time."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programmes.moments import Standpoint, Unreadable, instant, is_moment, moment

HARBOUR = Standpoint(now=datetime(2026, 11, 23, 22, 0, tzinfo=UTC), zone="Atlantic/Reykjavik")
HALIFAX = Standpoint(now=datetime(2026, 11, 23, 22, 0, tzinfo=UTC), zone="America/Halifax")

EARLIEST, LATEST = datetime.fromisoformat("2022-01-01"), datetime.fromisoformat("2090-01-01")


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("now", datetime(2026, 11, 23, 22, 0, tzinfo=UTC)),
        ("in 45 minutes", datetime(2026, 11, 23, 22, 45, tzinfo=UTC)),
        ("in 3 days", datetime(2026, 11, 26, 22, 0, tzinfo=UTC)),
        ("1 hour 10 minutes before", datetime(2026, 11, 23, 20, 50, tzinfo=UTC)),
        ("1 week before, Friday 12:00:03", datetime(2026, 11, 20, 12, 0, 3, tzinfo=UTC)),
        ("17 weeks before, Sunday 03:12", datetime(2026, 8, 2, 3, 12, tzinfo=UTC)),
        ("2 weeks after, Monday", date(2026, 12, 7)),
        ("last Thursday of November after now, 10:00", datetime(2026, 11, 26, 10, 0, tzinfo=UTC)),
        ("last Thursday of November before now", date(2025, 11, 27)),
        ("last Thursday of November before 60 weeks before", date(2024, 11, 28)),
        ("last day of February after now", date(2027, 2, 28)),
        ("second Tuesday of March after now", date(2027, 3, 9)),
    ],
)
def test_a_moment_is_seen_from_now(said: str, meant: date) -> None:
    assert moment(said, HARBOUR) == meant


def test_the_week_and_the_clock_are_those_of_the_place() -> None:
    assert instant("20 weeks before, Monday 09:00", HALIFAX) == datetime(
        2026, 7, 6, 12, 0, tzinfo=UTC
    )
    assert instant("1 week before, Monday 09:00", HALIFAX) == datetime(
        2026, 11, 16, 13, 0, tzinfo=UTC
    )


def test_a_season_never_means_today() -> None:
    on_the_day = Standpoint(now=datetime(2026, 11, 26, 9, 0, tzinfo=UTC), zone="Atlantic/Reykjavik")
    assert moment("last Thursday of November after now", on_the_day) == date(2027, 11, 25)
    assert moment("last Thursday of November before now", on_the_day) == date(2025, 11, 27)


@pytest.mark.parametrize(
    "said",
    ["", "soon", "in ", " before", "3 weeks before", "in 2 fortnights", "1 week before, Friday 12"],
)
def test_other_words_are_no_moment(said: str) -> None:
    assert not is_moment(said)
    with pytest.raises(Unreadable):
        moment(said, HARBOUR)


def test_a_day_is_not_an_instant() -> None:
    with pytest.raises(Unreadable):
        instant("2 weeks after, Monday", HARBOUR)


@given(st.text(alphabet="0123456789 :,abcdefnoqrstuvwyMTFS", max_size=40))
def test_any_words_are_a_moment_or_unreadable(said: str) -> None:
    try:
        moment(said, HARBOUR)
    except Unreadable:
        assert not is_moment(said)
    except (ValueError, OverflowError):
        # A clock that has no such hour, or a time beyond the calendar.
        assert is_moment(said)


@given(
    st.datetimes(min_value=EARLIEST, max_value=LATEST, timezones=st.just(UTC)),
    st.integers(1, 200),
)
def test_a_later_week_is_always_later(now: datetime, weeks: int) -> None:
    seen = Standpoint(now=now, zone="Atlantic/Reykjavik")
    earlier = instant(f"{weeks + 1} weeks before, Sunday 23:59", seen)
    later = instant(f"{weeks} weeks before, Monday 00:00", seen)
    assert earlier < later < now
    assert now - instant("1 week before, Friday 16:00", seen) > timedelta(hours=55)
