"""What a list's own history says of its entries and of the record: renamed, corrected, doubled, removed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from comity.sheets import Matched, Row, Sheet, squeezed
from comity.sheets.history import Entry, Event, History, named_before

SINCE = ("first_commit_date", "added", "since")
"""Headings under which a list says since when an entry stands in it."""


@dataclass(frozen=True)
class Happened:
    """Something that happened to an entry, and where it stands now: in which row, and as what in the record."""

    on: str
    what: str
    """renamed, corrected (its kind or country), doubled (one of two was removed), removed."""
    was: str
    now: str = ""
    row: int = 0
    thing: str = ""
    """What stands in the record under the name that it had."""


class Past:
    """The history of one list, beside its rows and the things of the record."""

    def __init__(
        self,
        history: History | None,
        *,
        sheet: Sheet,
        matched: Matched,
        things: Mapping[str, str],
    ) -> None:
        self._events: Sequence[Event] = history.events if history else ()
        self._matched = matched
        self._things = things
        self._since = next(
            (place for place, each in enumerate(sheet.headings) if each.lower() in SINCE), None
        )
        self._rows = sheet.rows if self._events else ()

    @cached_property
    def _by_name(self) -> Mapping[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in self._rows:
            found.setdefault(squeezed(self._cell(row, "name")), []).append(row)
        return found

    def _cell(self, row: Row, field: str) -> str:
        place = self._matched.places.get(field)
        return "" if place is None else row.shown(place)

    def _row(self, entry: Entry, *, on: str = "") -> int:
        """Return the row of an entry: by name and country, or as the only one of its country that begins that day."""
        named = [row for row in self._by_name.get(entry.letters, ()) if self._is_of(row, entry)]
        if len(named) == 1:
            return named[0].number
        begun = [
            row for row in self._rows if on and self._began(row) == on and self._is_of(row, entry)
        ]
        return begun[0].number if not named and entry.country and len(begun) == 1 else 0

    def _is_of(self, row: Row, entry: Entry) -> bool:
        country = self._cell(row, "country")
        return not (country and entry.country) or country == entry.country

    def _began(self, row: Row) -> str:
        return "" if self._since is None else row.shown(self._since)

    @cached_property
    def _before(self) -> Mapping[int, list[str]]:
        """For each row that was renamed, the names it had."""
        found: dict[int, list[str]] = {}
        for event in self._events:
            if event.now is not None and (row := self._row(event.now, on=event.on)):
                names = [event.was.name, *named_before(self._events, event.was)]
                found[row] = [each for each in names if squeezed(each) != event.now.letters]
        return found

    def names_before(self, row: int) -> Sequence[str]:
        """Return the names that a row had before, the last first."""
        return self._before.get(row, ())

    @cached_property
    def told(self) -> Sequence[Happened]:
        """What happened, in order; what only mended how a file was called is nothing."""
        return list(self._happened())

    def _happened(self) -> Iterator[Happened]:
        for event in self._events:
            thing = self._things.get(event.was.letters, "")
            if event.what == "removed":
                row = self._row(event.was)
                what = "doubled" if row else "removed"
                yield Happened(event.on, what, _told(event.was), row=row, thing=thing)
            elif event.now is not None and event.now != event.was:
                is_name = event.now.letters != event.was.letters
                yield Happened(
                    event.on,
                    "renamed" if is_name else "corrected",
                    _told(event.was),
                    _told(event.now),
                    row=self._row(event.now, on=event.on),
                    thing=thing if is_name else "",
                )


def _told(entry: Entry) -> str:
    return ", ".join(filter(None, (entry.name, entry.kind.replace("-", " "), entry.country)))
