"""What a list is a list of: which fields it may fill, and when two rows may be one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from comity.core.act import act_shapes, kind_named
from comity.core.entity import Entity
from comity.core.errors import Malformed
from comity.core.shapes import Date, Id, Shape
from comity.core.when import When
from comity.sheets import alike, plain

DECISION = "decision"
"""The column in which a person says of a row that was set aside: enter it all the same."""
CONCERNS, EFFECTIVE = "concerns", "effective"
BESIDE: Mapping[str, Shape] = {CONCERNS: Id(), EFFECTIVE: Date()}
"""What of an act stands beside its kind's own fields and a list may say: whom it concerns, and since when."""

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)


def as_typed(cell: str) -> Any:
    """Return a cell as it stands."""
    return cell


def as_date(cell: str) -> Any:
    """Return a date as the record writes it; a day with points stands before its month everywhere."""
    if found := _DOTTED.fullmatch(cell):
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    return cell


def as_several(cell: str) -> Any:
    """Return what is parted by semicolons."""
    return [each.strip() for each in cell.split(";") if each.strip()]


@dataclass(frozen=True)
class AsOneOf:
    """Reads one of a closed list, by its own name or by others that people use for it."""

    enum: type[StrEnum]
    others: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, cell: str) -> Any:
        """Return the value; a name that is not known is returned as it stands, and refused by its shape."""
        named = {plain(value): value for value in self.enum} | dict(self.others)
        return str(named.get(plain(cell), cell))


@dataclass(frozen=True)
class Column:
    """One field that a list may fill, the headings it is known by, and how a cell is read."""

    field: str
    names: Sequence[str]
    reads: Callable[[str], Any] = as_typed
    seen_as: str = ""
    """What the thing calls it, where that is another name."""
    names_one_of: tuple[type[Entity], ...] = ()
    """The kinds of things of which a cell names one, by its id or by what it is called."""
    is_bare: bool = True
    """True where the field takes an id alone, false where it takes `type/id`."""


def never(_told: Mapping[str, Any], _known: Mapping[str, Any]) -> bool:
    """Hold no two apart."""
    return False


def apart_by(name: str) -> Callable[[Mapping[str, Any], Mapping[str, Any]], bool]:
    """Hold two apart whose dates in this field cannot be the same moment."""

    def apart(told: Mapping[str, Any], known: Mapping[str, Any]) -> bool:
        here, there = (When(str(each[name])) if each.get(name) else None for each in (told, known))
        return bool(here and there) and not (here.first < there.end and there.first < here.end)  # type: ignore[union-attr]

    return apart


@dataclass(frozen=True)
class Wanted:
    """A kind of thing that lists are kept of, and the act that enters one."""

    act: str
    made: type[Entity]
    columns: tuple[Column, ...]
    needed: tuple[str, ...]
    name: str
    """The field by which a person would recognize it."""
    same: tuple[str, ...]
    """The fields that, alike with the name, make it certain that two are one."""
    id_from_name: bool = True
    """False where an id must say nothing of its bearer."""
    beside: tuple[str, ...] = ()
    """Fields that must be alike as well before two may be one."""
    are_apart: Callable[[Mapping[str, Any], Mapping[str, Any]], bool] = never
    """Whether two that are called alike are two for certain."""
    is_recorded: bool = False
    """True where only the party itself may do it here: from a list it is recorded, with its source."""

    @property
    def known(self) -> Mapping[str, Sequence[str]]:
        """The headings of every field."""
        return {
            column.field: (column.field.replace("_", " "), *column.names) for column in self.columns
        }

    def column(self, name: str) -> Column:
        """Return the column of a field."""
        return next(each for each in self.columns if each.field == name)

    def likeness(self, values: Mapping[str, Any]) -> str:
        """Return what two rows share that may be one."""
        others = (str(values.get(each, "")) for each in self.beside)
        return "\n".join((alike(str(values[self.name])), *others))

    def read(self, name: str, cell: str) -> Any:
        """Return what a cell says in a field; raise Malformed where the act could not carry it."""
        value = self.column(name).reads(cell)
        shape = BESIDE.get(name) or act_shapes(kind_named(self.act))[name]
        try:
            shape.read(value, name)
        except Malformed as error:
            raise Malformed(name, expected=error.expected, found=error.found) from error
        if not worded(value):
            raise Malformed(name, expected="a value", found="nothing")
        return value


def worded(value: Any) -> str:
    """Return a value as a list would say it."""
    if isinstance(value, list | tuple):
        return "; ".join(str(each) for each in value)
    return str(value).strip()
