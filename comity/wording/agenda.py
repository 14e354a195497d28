"""An agenda's hours in words: by day, on the clock of the place, and on the reader's own where that differs."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.dateformat import format as formatted
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from comity.core.when import Deadline
from comity.desk.readings.preparing import ItemRow
from comity.wording import times
from comity.wording.times import Reader


@dataclass(frozen=True, kw_only=True)
class Day:
    """The items of one day, under its date; under nothing, where the meeting has but one day."""

    heading: str
    rows: Sequence[ItemRow]


def by_day(rows: Sequence[ItemRow]) -> list[Day]:
    """Put the items of each day together."""
    found = [list(each) for _day, each in groupby(rows, key=lambda row: row.day)]
    return [Day(heading=_heading(each[0], is_only=len(found) == 1), rows=each) for each in found]


def _heading(row: ItemRow, *, is_only: bool) -> str:
    if row.on is not None:
        return formatted(row.on.first, pgettext("date format: a day of an agenda", "l, j F Y"))
    return "" if is_only or not row.day else _("Day %(number)s") % {"number": row.day}


def clock(rows: Sequence[ItemRow], *, reader: Reader) -> str:
    """Say on which clock the hours are told; empty where none is."""
    first = next((row.begins for row in rows if row.begins), None)
    if first is None:
        return ""
    return times.place(first.zone, at=first.instant, label=reader.zones.get(first.zone, ""))


def hours(row: ItemRow, *, reader: Reader) -> str:
    """Say when an item begins and is over: `09:30 to 10:15 (11:30 your time)`; or the words of before."""
    item = row.item
    if item.begins or not (item.time or item.minutes):
        return item.begins
    if not item.time:
        return times.duration(item.minutes)
    begins = _clock(row.begins) if row.begins else item.time
    told = begins
    if row.ends:
        told = _("%(start)s to %(end)s") % {"start": begins, "end": _clock(row.ends)}
    own = times.own_time(row.begins, zone=reader.zone) if row.begins else ""
    return _("%(venue)s (%(own)s your time)") % {"venue": told, "own": own} if own else told


def _clock(there: Deadline) -> str:
    return there.civil.strftime("%H:%M")


def lines(rows: Sequence[ItemRow], *, reader: Reader) -> tuple[str, ...]:
    """Write an agenda without any drawing, as a calendar shows it; nothing where no item has an hour."""
    told = clock(rows, reader=reader)
    if not told:
        return ()
    found = [_("Agenda, in %(clock)s:") % {"clock": told}]
    for day in by_day(rows):
        found += [day.heading] if day.heading else []
        found += [
            " ".join(filter(None, (hours(row, reader=reader), row.item.title))) for row in day.rows
        ]
    return tuple(found)
