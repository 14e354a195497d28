"""Time as secretariats write it: partial dates, instants, and deadlines in a stated civil time.

2017            a year
2017-11         a month
2017-11-20      a day
2026-11-27T23:00:00Z                                an instant (UTC, whole or fractional seconds)
2026-11-27T18:00:00-05:00[America/New_York]         a deadline: RFC 9557, instant and civil time in one
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import total_ordering
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from comity.core.errors import Malformed

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z", re.ASCII)
_DEADLINE = re.compile(
    r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)([+-]\d{2}:\d{2}|Z)\[([A-Za-z0-9_+\-/]{1,60})\]",
    re.ASCII,
)


def parse_instant(text: str) -> datetime:
    """Read an instant in UTC; raise Malformed for anything else."""
    if not _INSTANT.fullmatch(text):
        raise Malformed("instant", expected="2026-11-27T23:00:00Z", found=repr(text))
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise Malformed("instant", expected="a date that exists", found=repr(text)) from error


def write_instant(instant: datetime) -> str:
    """Write an instant so that the same instant always gives the same text."""
    moment = instant.astimezone(UTC)
    text = moment.replace(tzinfo=None).isoformat(timespec="seconds")
    if moment.microsecond:
        text += f".{moment.microsecond:06d}".rstrip("0")
    return text + "Z"


@total_ordering
@dataclass(frozen=True)
class When:
    """A date as exact as its source: a year, a month, a day or an instant. Sorts by its first moment."""

    text: str

    def __post_init__(self) -> None:
        """Refuse what is neither a partial date nor an instant."""
        if "T" in self.text:
            parse_instant(self.text)
            return
        found = _DAY.fullmatch(self.text)
        if not found:
            raise Malformed(
                "date",
                expected="2017, 2017-11, 2017-11-20 or an instant",
                found=repr(self.text),
            )
        try:
            date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
        except ValueError as error:
            raise Malformed("date", expected="a date that exists", found=repr(self.text)) from error

    def __lt__(self, other: "When") -> bool:
        return (self.first, self.text) < (other.first, other.text)

    def __str__(self) -> str:
        return self.text

    @property
    def precision(self) -> str:
        """Say how exact it is: year, month, day or instant."""
        return {4: "year", 7: "month", 10: "day"}.get(len(self.text), "instant")

    @property
    def first(self) -> datetime:
        """The first instant it can mean (a day is taken as a day in UTC)."""
        if self.precision == "instant":
            return parse_instant(self.text)
        parts = [int(part) for part in self.text.split("-")]
        year, month, day = ([*parts, 1, 1])[:3]
        return datetime(year, month, day, tzinfo=UTC)

    @property
    def end(self) -> datetime:
        """The first instant that it can no longer mean."""
        try:
            return self._next()
        except (OverflowError, ValueError):
            # The last year there is has no next.
            return datetime.max.replace(tzinfo=UTC)

    def _next(self) -> datetime:
        first = self.first
        match self.precision:
            case "year":
                return first.replace(year=first.year + 1)
            case "month":
                return (first + timedelta(days=31)).replace(day=1)
            case "day":
                return first + timedelta(days=1)
            case _:
                return first + timedelta(microseconds=1)


def is_zone(name: str) -> bool:
    """Tell whether the IANA list has a zone of this name."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


@dataclass(frozen=True)
class Deadline:
    """An exact instant together with the civil time and zone it was announced in."""

    text: str

    def __post_init__(self) -> None:
        """Refuse a text whose civil time does not exist in its zone, or whose offset is not the zone's."""
        found = _DEADLINE.fullmatch(self.text)
        if not found:
            raise Malformed(
                "deadline",
                expected="2026-11-27T18:00:00-05:00[America/New_York]",
                found=repr(self.text),
            )
        civil, offset, zone = found.groups()
        try:
            there = ZoneInfo(zone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise Malformed(
                "deadline", expected="a zone of the IANA list", found=repr(zone)
            ) from error
        try:
            instant = datetime.fromisoformat(civil + offset).astimezone(UTC)
            local = instant.astimezone(there).replace(tzinfo=None)
        except (ValueError, OverflowError) as error:
            raise Malformed(
                "deadline", expected="a date that exists", found=repr(self.text)
            ) from error
        # A civil time that the clocks skip never comes back as itself, whatever offset is claimed.
        if local != datetime.fromisoformat(civil):
            raise Malformed(
                "deadline",
                expected=f"an offset that {zone} has at that time",
                found=repr(self.text),
            )

    def __str__(self) -> str:
        return self.text

    @property
    def instant(self) -> datetime:
        """The exact moment, in UTC."""
        return datetime.fromisoformat(self.text.partition("[")[0]).astimezone(UTC)

    @property
    def civil(self) -> datetime:
        """The time on the wall where it was announced, without a zone."""
        return datetime.fromisoformat(self.text.partition("[")[0]).replace(tzinfo=None)

    @property
    def zone(self) -> str:
        """The zone it was announced in, by its IANA name."""
        return self.text.partition("[")[2].rstrip("]")


def readings(civil: datetime, *, zone: str) -> tuple[Deadline, ...]:
    """Return every deadline that a civil time can mean: none when clocks skip it, two when they repeat it."""
    try:
        there = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Malformed("zone", expected="a zone of the IANA list", found=repr(zone)) from error
    found: dict[str, None] = {}
    for fold in (0, 1):
        local = civil.replace(tzinfo=there, fold=fold)
        try:
            back = local.astimezone(UTC).astimezone(there).replace(tzinfo=None)
        except OverflowError as error:
            raise Malformed(
                "civil time", expected="a date that exists", found=str(civil)
            ) from error
        if back == civil:
            found[f"{local.isoformat()}[{zone}]"] = None
    return tuple(Deadline(text) for text in found)
