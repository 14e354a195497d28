"""What became of a list's entries, as the list itself wrote it down: added, changed, renamed, removed.

    date,event,file,new_file                                            one row for each thing that happened
    2021-03-23,renamed,east_west_institute-civil-society-USA.md,observer_research_foundation-civil-society-USA.md

An entry is told by a name with its kind and country (`name-kind-COUNTRY`, as files of a list kept by a version control
are called), or by a name alone. A row that cannot be read as that tells nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comity.core.errors import Malformed
from comity.core.when import When
from comity.sheets.headings import match
from comity.sheets.names import squeezed
from comity.sheets.sheet import Row, Sheet

HEADINGS = {
    "date": ("date", "on", "when"),
    "event": ("event", "what"),
    "was": ("file", "name", "was", "entry"),
    "now": ("new_file", "new_name", "now", "new name"),
}
EVENTS = ("added", "changed", "renamed", "removed")
_FILE = re.compile(r"([^-]+)-([a-z][a-z-]*)-([A-Z]{2,3})(?:\.md)?\.?")
_NAME = re.compile(r"\w[^\"\\{}<>:]{0,200}")


@dataclass(frozen=True)
class Entry:
    """One entry of a list: what it is called, and of what kind and country where that is told."""

    name: str
    kind: str = ""
    country: str = ""

    @property
    def letters(self) -> str:
        """Its name as two that write it alike agree on."""
        return squeezed(self.name)


@dataclass(frozen=True)
class Event:
    """Something that happened to an entry."""

    on: str
    what: str
    was: Entry
    now: Entry | None = None


@dataclass(frozen=True)
class History:
    """What happened, in order; and the rows of which nothing can be told."""

    events: tuple[Event, ...]
    unread: tuple[Row, ...]


def read_history(sheet: Sheet) -> History:
    """Read a list's history; raise Malformed where it has no dates, events or entries."""
    places = match(sheet.headings, known=HEADINGS, asked={}).places
    if missing := [name for name in ("date", "event", "was") if name not in places]:
        expected = f"a column for {missing[0]} ({', '.join(HEADINGS[missing[0]])})"
        raise Malformed("history", expected=expected, found=", ".join(sheet.headings)[:200])
    events: list[Event] = []
    unread: list[Row] = []
    for row in sheet.rows:
        cells = {name: row.cell(place) for name, place in places.items()}
        event = _event(cells["date"], cells["event"], cells["was"], cells.get("now", ""))
        if event is None:
            unread.append(row)
        else:
            events.append(event)
    return History(tuple(sorted(events, key=lambda each: When(each.on))), tuple(unread))


def _event(on: str, what: str, was: str, now: str) -> Event | None:
    before, after = _entry(was), _entry(now) if now else None
    try:
        When(on)
    except Malformed:
        return None
    if what not in EVENTS or before is None or (now and after is None):
        return None
    if (what == "renamed") != (after is not None):
        return None
    return Event(on, what, before, after)


def _entry(text: str) -> Entry | None:
    if found := _FILE.fullmatch(text):
        return Entry(found[1].replace("_", " "), found[2], found[3])
    if text.endswith(".md") or not _NAME.fullmatch(text):
        return None
    return Entry(text)


def named_before(events: Sequence[Event], entry: Entry) -> list[str]:
    """Return the names that an entry had before, the last first."""
    found: list[str] = []
    now = entry
    for event in reversed(events):
        if event.now is not None and _is_one(event.now, now):
            if event.was.letters != now.letters:
                found.append(event.was.name)
            now = event.was
    return found


def _is_one(one: Entry, other: Entry) -> bool:
    same_country = not (one.country and other.country) or one.country == other.country
    return one.letters == other.letters and same_country
