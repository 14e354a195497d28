"""What can be taken in from a list, and how its cells are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from comity.core.act import act_shapes, kind_named
from comity.core.entity import Entity
from comity.core.errors import Malformed
from comity.sheets import plain

DECISION = "decision"
"""The column in which a person says of a row that was set aside: enter it all the same."""

_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)


def as_typed(cell: str) -> str:
    """Return a cell as it stands."""
    return cell


def as_date(cell: str) -> str:
    """Return a date as the record writes it; a day with points stands before its month everywhere."""
    if found := _DOTTED.fullmatch(cell):
        return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    return cell


@dataclass(frozen=True)
class AsOneOf:
    """Reads one of a closed list, by its own name or by others that people use for it."""

    enum: type[StrEnum]
    others: Mapping[str, str]

    def __call__(self, cell: str) -> str:
        """Return the value; a name that is not known is returned as it stands, and refused by its shape."""
        named = {plain(value): value for value in self.enum} | dict(self.others)
        return str(named.get(plain(cell), cell))


@dataclass(frozen=True)
class Column:
    """One field that a list may fill, the headings it is known by, and how a cell is read."""

    field: str
    names: Sequence[str]
    reads: Callable[[str], str] = as_typed


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

    @property
    def known(self) -> Mapping[str, Sequence[str]]:
        """The headings of every field."""
        return {
            column.field: (column.field.replace("_", " "), *column.names) for column in self.columns
        }

    def read(self, field: str, cell: str) -> Any:
        """Return what a cell says in a field; raise Malformed where the act could not carry it."""
        column = next(each for each in self.columns if each.field == field)
        value = column.reads(cell)
        act_shapes(kind_named(self.act))[field].read(value, field)
        if not str(value).strip():
            raise Malformed(field, expected="a value", found="nothing")
        return value
