"""Time as the files of a programme write it: by the week, by the clock, or by the season, seen from one `now`.

30 weeks before, Tuesday 14:05              in the week that began thirty weeks before this one
2 weeks after, Friday                       the day alone
3 hours 20 minutes before                   counted back from now
in 45 minutes                               counted on from now, to the next whole minute
last Thursday of November after now, 10:00  the next there is
first day of March before 60 weeks before   the latest there was by then
now
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
ORDINALS = ("first", "second", "third", "fourth", "last")

_CLOCK = r"(?P<clock>\d\d:\d\d(?::\d\d)?)"
_WEEK = re.compile(
    rf"(?P<weeks>\d+) weeks? (?P<way>before|after), (?P<day>{'|'.join(DAYS)})(?: {_CLOCK})?"
)
_LENGTH = r"(?:(?P<days>\d+) days?)? ?(?:(?P<hours>\d+) hours?)? ?(?:(?P<minutes>\d+) minutes?)?"
_BACK = re.compile(rf"(?=\d){_LENGTH} before")
_ON = re.compile(rf"in (?=\d){_LENGTH}")
_SEASON = re.compile(
    rf"(?P<ordinal>{'|'.join(ORDINALS)}) (?P<day>{'|'.join(DAYS)}|day) of (?P<month>{'|'.join(MONTHS)})"
    rf" (?P<way>before|after) (?:now|(?P<weeks>\d+) weeks before)(?:, {_CLOCK})?"
)


class Unreadable(ValueError):
    """A file of a programme says something that cannot be meant: it names the place and what is wrong."""


@dataclass(frozen=True, kw_only=True)
class Standpoint:
    """The moment of loading, and the zone in which the files tell the time."""

    now: datetime
    zone: str

    @property
    def there(self) -> ZoneInfo:
        """The zone of the files."""
        return ZoneInfo(self.zone)

    @property
    def today(self) -> date:
        """The day it is there, now."""
        return self.now.astimezone(self.there).date()

    def at(self, day: date, clock: str) -> datetime:
        """Return the instant of a civil time there (the earlier of two, where clocks repeat it)."""
        return datetime.combine(day, time.fromisoformat(clock), self.there).astimezone(UTC)

    def monday(self, weeks: int) -> date:
        """Return the Monday of the week so many weeks after this one."""
        return self.today - timedelta(days=self.today.weekday()) + timedelta(weeks=weeks)


def is_moment(text: str) -> bool:
    """Tell whether these words are a moment in this grammar."""
    return text == "now" or any(each.fullmatch(text) for each in (_WEEK, _BACK, _ON, _SEASON))


def instant(text: str, seen: Standpoint) -> datetime:
    """Return the exact instant that the words mean; raise Unreadable for a mere day, or for other words."""
    found = moment(text, seen)
    if not isinstance(found, datetime):
        raise Unreadable(f"{text!r} is a day, and a time of day is needed")
    return found


def moment(text: str, seen: Standpoint) -> datetime | date:
    """Return what the words mean: an instant in UTC, or a day where they give no time of day."""
    if text == "now":
        return seen.now
    if found := _BACK.fullmatch(text):
        return seen.now - _length(found)
    if found := _ON.fullmatch(text):
        return _whole_minute(seen.now + _length(found))
    if found := _WEEK.fullmatch(text):
        weeks = int(found["weeks"]) * (-1 if found["way"] == "before" else 1)
        return _day_or_instant(
            seen.monday(weeks) + timedelta(days=DAYS.index(found["day"])), found["clock"], seen
        )
    if found := _SEASON.fullmatch(text):
        return _day_or_instant(_season(found, seen), found["clock"], seen)
    raise Unreadable(f"{text!r} is no moment; programmes/moments.py lists the forms there are")


def _whole_minute(instant: datetime) -> datetime:
    """Return the next whole minute: nobody announces a deadline to the second."""
    return instant + timedelta(seconds=-(instant.second + instant.microsecond / 1_000_000) % 60)


def _length(found: re.Match[str]) -> timedelta:
    given = {name: int(found[name] or 0) for name in ("days", "hours", "minutes")}
    return timedelta(**given)


def _day_or_instant(day: date, clock: str | None, seen: Standpoint) -> datetime | date:
    return seen.at(day, clock) if clock else day


def _season(found: re.Match[str], seen: Standpoint) -> date:
    """Return the latest such day before, or the first such day after, the day it is counted from."""
    origin = seen.monday(-int(found["weeks"])) if found["weeks"] else seen.today
    month = MONTHS.index(found["month"]) + 1
    each = [
        _pick(found["ordinal"], list(_days_of(year, month, found["day"])))
        for year in range(origin.year - 2, origin.year + 3)
    ]
    if found["way"] == "before":
        return max(day for day in each if day < origin)
    return min(day for day in each if day > origin)


def _days_of(year: int, month: int, name: str) -> Iterator[date]:
    """Yield the days of a month: all of them, or those of one name."""
    day = date(year, month, 1)
    while day.month == month:
        if name in ("day", DAYS[day.weekday()]):
            yield day
        day += timedelta(days=1)


def _pick(ordinal: str, days: list[date]) -> date:
    return days[-1] if ordinal == "last" else days[ORDINALS.index(ordinal)]
