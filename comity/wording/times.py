"""Dates and times that cannot be misread: the month in words, the place named, one's own time beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from django.utils.dateformat import format as formatted
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from comity.core.when import Deadline, When


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Who reads: in which zone, and by which names they know the zones (`Atlantic/Reykjavik`: Harbour)."""

    zone: str = ""
    """The reader's own zone; empty where it is not known."""
    venue: str = ""
    """The zone of who hosts the exercise; empty where there is none."""
    zones: Mapping[str, str] = field(default_factory=dict)
    """The name of a party or body for each zone. Pages never show the name of a city that is not theirs."""


ANYBODY = Reader()


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def date(value: When | datetime) -> str:
    """Write a date as exact as it is known: `2017`, `November 2017`, `20 November 2017`."""
    if isinstance(value, datetime):
        return _day(value)
    match value.precision:
        case "year":
            return formatted(value.first, pgettext("date format: a year", "Y"))
        case "month":
            return formatted(value.first, pgettext("date format: a month", "F Y"))
        case "day":
            return _day(value.first)
        case _:
            return moment(value.first, zone="UTC")


def span(start: When, end: When | None, *, zone: str = "UTC", label: str = "") -> str:
    """Write from when to when: `3 to 5 May 2010`, `3 May 2010, 09:30 to 17:00 UTC+1`, or the one date.

    Exact times are told on the clock of the place.
    """
    if end and _is_of_one_day(start, end, zone=zone):
        begins, closes = (each.first.astimezone(_zone(zone)) for each in (start, end))
        return _("%(day)s, %(begins)s to %(closes)s %(place)s") % {
            "day": _day(begins),
            "begins": _clock(begins),
            "closes": _clock(closes),
            "place": place(zone, at=end.first, label=label),
        }
    first, last = (_here(each, zone=zone, label=label) for each in (start, end or start))
    if first == last or _day_of(start, zone=zone) == _day_of(end or start, zone=zone) != "":
        return first
    if (
        start.precision == "day"
        and end
        and end.precision == "day"
        and start.text[:7] == end.text[:7]
    ):
        return pgettext("days of one month", "%(first)d to %(last)s") % {
            "first": start.first.day,
            "last": last,
        }
    return _("%(start)s to %(end)s") % {"start": first, "end": last}


def _is_of_one_day(start: When, end: When, *, zone: str) -> bool:
    """Tell whether both hours are known, and lie on one day over there."""
    is_exact = start.precision == end.precision == "instant" and start.first < end.first
    return is_exact and _day_of(start, zone=zone) == _day_of(end, zone=zone)


def _here(value: When, *, zone: str, label: str) -> str:
    return (
        moment(value.first, zone=zone, label=label) if value.precision == "instant" else date(value)
    )


def _day_of(value: When, *, zone: str) -> str:
    """Return the day that a value lies in over there; empty for a month or a year."""
    if value.precision == "instant":
        return value.first.astimezone(_zone(zone)).strftime("%Y-%m-%d")
    return value.text if value.precision == "day" else ""


def _day(instant: datetime) -> str:
    return formatted(instant, pgettext("date format: a day", "j F Y"))


def _day_of_year(instant: datetime) -> str:
    return formatted(instant, pgettext("date format: a day in the same year", "j F"))


def _clock(instant: datetime) -> str:
    exact = instant.second or instant.microsecond
    return instant.strftime("%H:%M:%S") if exact else instant.strftime("%H:%M")


def place(zone: str, *, at: datetime, label: str = "") -> str:
    """Name the time of a place: `Harbour time`; where the place has no name here, by its offset: `UTC+5:30`."""
    if label:
        return _("%(place)s time") % {"place": label}
    minutes = int((at.astimezone(_zone(zone)).utcoffset() or timedelta()).total_seconds() // 60)
    if not minutes:
        return "UTC"
    sign, (hours, rest) = "−" if minutes < 0 else "+", divmod(abs(minutes), 60)
    return f"UTC{sign}{hours}:{rest:02d}" if rest else f"UTC{sign}{hours}"


def moment(instant: datetime, *, zone: str, label: str = "") -> str:
    """Write a moment: `12 October 2019, 18:00 Harbour time`; seconds only where there are some."""
    there = instant.astimezone(_zone(zone))
    return _("%(day)s, %(clock)s %(place)s") % {
        "day": _day(there),
        "clock": _clock(there),
        "place": place(zone, at=instant, label=label),
    }


def clock(instant: datetime, *, zone: str, label: str = "") -> str:
    """Write the time of day to the second, as minutes are read aloud: `22:59:58, Harbour time`."""
    there = instant.astimezone(_zone(zone))
    return _("%(clock)s, %(place)s") % {
        "clock": there.strftime("%H:%M:%S"),
        "place": place(zone, at=instant, label=label),
    }


def civil(there: datetime) -> str:
    """Write a moment on a clock that was named already: `7 December 2026, 09:30`."""
    return _("%(day)s, %(clock)s") % {"day": _day(there), "clock": _clock(there)}


def closing(there: datetime) -> str:
    """Write the moment at which something is over; a midnight is the end of the day that it ends."""
    if there.time() != time():
        return civil(there)
    return _("the end of %(day)s") % {"day": _day(there - timedelta(minutes=1))}


def deadline(value: Deadline, *, reader: Reader = ANYBODY, label: str = "") -> str:
    """Write a deadline with courtesy: `12 October 2019, 18:00 Harbour time (23:30 your time)`."""
    venue = moment(value.instant, zone=value.zone, label=label or reader.zones.get(value.zone, ""))
    own = own_time(value, zone=reader.zone)
    return _("%(venue)s (%(own)s your time)") % {"venue": venue, "own": own} if own else venue


def own_time(value: Deadline, *, zone: str) -> str:
    """Write a deadline on the reader's own clock, with the day where it is another; empty where nothing differs."""
    if not zone:
        return ""
    mine = value.instant.astimezone(_zone(zone))
    if mine.replace(tzinfo=None) == value.civil:
        return ""
    if mine.date() == value.civil.date():
        return _clock(mine)
    day = _day_of_year(mine) if mine.year == value.civil.year else _day(mine)
    return _("%(day)s, %(clock)s") % {"day": day, "clock": _clock(mine)}


def duration(minutes: int) -> str:
    """Write how long: `41 minutes`, `2 hours 5 minutes`, `3 days 4 hours`; the two largest units that count."""
    days, rest = divmod(max(minutes, 0), 24 * 60)
    hours, left = divmod(rest, 60)
    counted = [
        ngettext("%(count)d day", "%(count)d days", days) % {"count": days} if days else "",
        ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours} if hours else "",
        ngettext("%(count)d minute", "%(count)d minutes", left) % {"count": left}
        if left and not days
        else "",
    ]
    shown = [each for each in counted if each]
    if not shown:
        return _("less than a minute")
    if len(shown) == 1:
        return shown[0]
    return pgettext("how long", "%(larger)s %(smaller)s") % {
        "larger": shown[0],
        "smaller": shown[1],
    }


def at_night(value: Deadline, *, zones: Mapping[str, str]) -> list[str]:
    """Warn a chair, before a deadline is set, of those for whom it falls at night: zone -> name."""
    warned = []
    for zone, name in zones.items():
        there = value.instant.astimezone(_zone(zone))
        if there.hour >= 22 or there.hour < 7:
            warned.append(
                _("It will then be %(clock)s in the night for %(name)s.")
                % {"clock": _clock(there), "name": name}
            )
    return warned
