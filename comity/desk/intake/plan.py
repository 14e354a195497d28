"""What would be entered from a list, what stands in the record already, and what a person must decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from comity.core.errors import Malformed
from comity.desk.cells import Cell
from comity.desk.intake.named import Named
from comity.desk.intake.past import Happened, Past
from comity.desk.intake.reading import Read, Reading, Unread, read
from comity.desk.intake.wanted import CONCERNS, EFFECTIVE, Column, Wanted, worded
from comity.desk.look import Look
from comity.desk.readings.paging import whole
from comity.desk.seen import Seen
from comity.sheets import History, Matched, Note, Row, Sheet, plain, slug, squeezed

ID_LENGTH = 40
_TAIL = 6


@dataclass(frozen=True)
class Beside:
    """What a row may be the same as: a thing of the record, or a row further up."""

    name: str
    thing: str = ""
    row: int = 0
    differs: tuple[tuple[str, str, str], ...] = ()
    """Each field in which they differ: its name, what the list says, what stands there."""


@dataclass(frozen=True)
class Candidate:
    """A row that can be entered."""

    row: Row
    fields: Mapping[str, Any]


@dataclass(frozen=True)
class Left:
    """A row that was set aside, and why: `unread`, `maybe-same`, `renamed`, `differs` or `refused`."""

    row: Row
    why: str
    error: Malformed | None = None
    beside: Beside | None = None
    says: str = ""


@dataclass(frozen=True)
class Plan:
    """Every row of a list, each in one place."""

    enter: tuple[Candidate, ...]
    same: tuple[tuple[Row, str], ...]
    """Rows that say what stands already, with its name or the row that said it first."""
    left: tuple[Left, ...]
    unused: tuple[str, ...]
    """Headings of columns from which nothing is taken."""
    notes: tuple[Note, ...] = ()
    """How the list was read, where that is not plain."""
    past: tuple[Happened, ...] = ()
    """What the list's own history says of its entries."""


def plan(
    look: Look,
    wanted: Wanted,
    sheet: Sheet,
    *,
    matched: Matched,
    given: Mapping[str, str],
    history: History | None = None,
    decided: frozenset[int] = frozenset(),
) -> Plan:
    """Compare a list with the record and with itself; nothing is entered and nothing guessed."""
    met = _Met(wanted)
    for seen in whole(look, wanted.made):
        met.add(_said(seen, wanted), thing=seen.thing)
    past = Past(history, sheet=sheet, matched=matched, things=met.things)
    enter: list[Candidate] = []
    same: list[tuple[Row, str]] = []
    left: list[Left] = []
    for each in read(sheet, Reading(wanted, matched, given, Named(look, wanted), decided)):
        if isinstance(each, Unread):
            left.append(Left(each.row, "unread", error=each.error))
            continue
        beside = met.beside(each)
        before = None if beside else met.under(past.names_before(each.row.number), each)
        if before is not None and not each.is_decided:
            left.append(Left(each.row, "renamed", beside=before))
        elif beside is None or (each.is_decided and beside.differs):
            enter.append(Candidate(each.row, met.fields(each.values)))
            met.add(each.values, row=each.row.number)
        elif beside.differs:
            why = "differs" if met.is_certain(each.values, beside) else "maybe-same"
            left.append(Left(each.row, why, beside=beside))
        else:
            same.append((each.row, beside.thing or f"row {beside.row}"))
    return Plan(
        tuple(enter), tuple(same), tuple(left), matched.unused, sheet.notes, tuple(past.told)
    )


def _said(seen: Seen[Any], wanted: Wanted) -> Mapping[str, Any]:
    """Return what of a thing may be seen, as a list would say it."""
    cells = {column.field: _cell(seen, column) for column in wanted.columns}
    return {name: worded(cell.value) for name, cell in cells.items() if cell.is_value and cell}


def _cell(seen: Seen[Any], column: Column) -> Cell:
    if column.field == EFFECTIVE:
        return seen.effective
    return seen["party" if column.field == CONCERNS else column.field]


@dataclass(frozen=True)
class _Known:
    values: Mapping[str, Any]
    thing: str
    row: int


class _Met:
    """What was met so far, in the record and further up in the list."""

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._alike: dict[str, list[_Known]] = {}
        self._ids: set[str] = set()
        self._things: dict[str, str] = {}

    @property
    def things(self) -> Mapping[str, str]:
        """The things of the record by the letters of their names."""
        return self._things

    def add(self, values: Mapping[str, Any], *, thing: str = "", row: int = 0) -> None:
        """Keep one in mind."""
        self._ids.add(thing.partition("/")[2])
        if name := str(values.get(self._wanted.name, "")):
            self._alike.setdefault(self._wanted.likeness(values), []).append(
                _Known(values, thing, row)
            )
            if thing:
                self._things.setdefault(squeezed(name), thing)

    def beside(self, each: Read) -> Beside | None:
        """Return what a row may be the same as; that which differs least is named."""
        found = [
            Beside(str(known.values[self._wanted.name]), known.thing, known.row, differs)
            for known in self._alike.get(self._wanted.likeness(each.values), [])
            if not self._wanted.are_apart(each.values, known.values)
            for differs in (self._differs(each.values, known.values),)
        ]
        return min(found, key=lambda beside: len(beside.differs), default=None)

    def under(self, names: Sequence[str], each: Read) -> Beside | None:
        """Return the thing of the record that stands under a name which a row had before."""
        for name in names:
            if thing := self._things.get(squeezed(name)):
                now = str(each.values[self._wanted.name])
                return Beside(name, thing, differs=((self._wanted.name, now, name),))
        return None

    def _differs(
        self, told: Mapping[str, Any], known: Mapping[str, Any]
    ) -> tuple[tuple[str, str, str], ...]:
        # What the list does not say is no difference; what tells two apart is, said or not.
        asked = [name for name in {**known, **told} if name in told or name in self._wanted.same]
        pairs = [(name, worded(told.get(name, "")), worded(known.get(name, ""))) for name in asked]
        return tuple((name, here, there) for name, here, there in pairs if here != there)

    def is_certain(self, values: Mapping[str, Any], beside: Beside) -> bool:
        """Tell whether it is one and the same, so that the list would only change what stands."""
        parts = {name for name, _, _ in beside.differs}
        is_one = plain(values[self._wanted.name]) == plain(beside.name)
        return bool(beside.thing) and is_one and not parts & set(self._wanted.same)

    def fields(self, values: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the fields of the act, with an id that is free."""
        if not self._wanted.id_from_name:
            return values
        made = _id(values, self._wanted, taken=self._ids)
        self._ids.add(made)
        return {"id": made, **values}


def _id(values: Mapping[str, Any], wanted: Wanted, *, taken: set[str]) -> str:
    name = str(values[wanted.name])
    short = slug(name, length=ID_LENGTH)
    if short == slug(name, length=10 * len(name)) and short and short not in taken:
        return short
    told = "\n".join(str(values.get(field, "")) for field in (wanted.name, *wanted.same))
    for count in range(len(taken) + 1):
        # The same row has the same id in every run, whatever stands beside it.
        tail = sha256(f"{told}\n{count}".encode()).hexdigest()[:_TAIL]
        made = "-".join(filter(None, (slug(name, length=ID_LENGTH - _TAIL - 1), tail)))
        if made not in taken:
            return made
    raise Malformed("id", expected="one that is free", found=name[:60])


def rows_left(sheet: Sheet, left: Sequence[Left], told: Sequence[str]) -> list[list[str]]:
    """Return the rows that were set aside, as they stood, each with why and with room for a decision."""
    width = len(sheet.headings)
    return [
        [*(each.row.shown(place) for place in range(width)), words, ""]
        for each, words in zip(left, told, strict=True)
    ]
