"""The hours of a meeting on the clock of its place, and where in them each item of an agenda begins.

09:30           a time of day, from 00:00 to 23:59
day 2, 09:30    on the second day of the meeting: it stays that day when the meeting is moved
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from comity.core.errors import Malformed
from comity.core.found import found
from comity.core.when import When

if TYPE_CHECKING:
    from comity.core.agenda import Item

_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)


@dataclass(frozen=True)
class Clock:
    """A time of day: `09:30`; in a small record it may be none."""

    erasable: bool = False

    def read(self, value: Any, where: str) -> str:
        """Read a time of day, and nothing that only looks like one: neither `25:00` nor `9:30`."""
        if not isinstance(value, str):
            raise Malformed(where, expected="a time of day", found=found(value))
        if not self.fits(value):
            raise Malformed(where, expected="a time of day", found=repr(value[:40]))
        return value

    def fits(self, value: str) -> bool:
        """Tell whether it is a time of day, or none."""
        return not value or bool(_CLOCK.fullmatch(value))

    def schema(self) -> dict[str, Any]:
        """Describe a time of day."""
        return {"type": "string", "pattern": "^(([01][0-9]|2[0-3]):[0-5][0-9])?$"}


@dataclass(frozen=True)
class Sitting:
    """From when until when a meeting sits, on the clock of its place and without a zone; of days alone, all of them."""

    opens: datetime
    closes: datetime
    at_an_hour: bool = True
    """False where only the day is known on which it begins."""

    @property
    def days(self) -> int:
        """How many days it sits on."""
        return (self.closes - timedelta(microseconds=1)).date().toordinal() - self._first + 1

    def day(self, number: int) -> date:
        """Return one of its days, counted from 1."""
        return date.fromordinal(self._first + number - 1)

    @property
    def _first(self) -> int:
        return self.opens.date().toordinal()


def sitting(start: When, end: When | None, *, zone: str) -> Sitting | None:
    """Return the hours of a meeting; None where no day is known, or it is over before it begins.

    Nor are there any at either end of the calendar, where days have no day before or after them.
    """
    last = end or start
    if start.precision not in ("day", "instant") or not (
        date.min.year < start.first.year <= last.first.year < date.max.year
    ):
        return None
    opens, at_an_hour = _moment(start, zone), start.precision == "instant"
    closes = _moment(last, zone) if end and end.precision == "instant" else None
    if closes is None:
        day = opens.date() if end is None else (end.end - timedelta(microseconds=1)).date()
        closes = datetime.combine(day, time()) + timedelta(days=1)
    return Sitting(opens, closes, at_an_hour) if opens < closes else None


def _moment(when: When, zone: str) -> datetime:
    """Return when it is over there; a day begins at its midnight."""
    there = ZoneInfo(zone) if when.precision == "instant" else UTC
    return when.first.astimezone(there).replace(tzinfo=None)


@dataclass(frozen=True, kw_only=True)
class Hour:
    """Where one item stands: on which day of the meeting, and from when until when over there, as far as it says."""

    day: int
    begins: datetime | None = None
    ends: datetime | None = None

    def is_outside(self, sits: Sitting) -> bool:
        """Tell whether the meeting does not sit for some of it."""
        if self.begins is None:
            return self.day > sits.days
        begins_outside = not sits.opens <= self.begins < sits.closes
        return begins_outside or (self.ends is not None and self.ends > sits.closes)


def days(items: "Sequence[Item]") -> list[int]:
    """Return the day of each item of an agenda: one that names none is on that of the item above it."""
    found: list[int] = []
    for item in items:
        found.append(item.day or (found[-1] if found else 1))
    return found


def later(set_for: str, sits: Sitting) -> timedelta:
    """Return by how much the first day begins later than when the hours were set for this beginning."""
    if not (set_for and sits.at_an_hour):
        return timedelta()
    then = datetime.fromisoformat(set_for)
    return _since_midnight(sits.opens) - _since_midnight(then)


def _since_midnight(moment: datetime) -> timedelta:
    return moment - datetime.combine(moment.date(), time())


def hours(
    items: "Sequence[Item]", *, sits: Sitting, later: timedelta = timedelta()
) -> Sequence[Hour]:
    """Return where the items of an agenda stand; those of the first day so much later than they say."""
    return [
        _hour(item, day, sits=sits, later=later if day == 1 else timedelta())
        for item, day in zip(items, days(items), strict=True)
    ]


def _hour(item: "Item", day: int, *, sits: Sitting, later: timedelta) -> Hour:
    if not item.time or day > sits.days:
        return Hour(day=day)
    begins = datetime.combine(sits.day(day), time.fromisoformat(item.time)) + later
    ends = begins + timedelta(minutes=item.minutes) if item.minutes else None
    return Hour(day=day, begins=begins, ends=ends)
