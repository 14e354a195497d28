"""Rows of a list read as what an act would say; what cannot be read is kept with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from comity.core.errors import Malformed
from comity.desk.intake.wanted import DECISION, Column, Wanted
from comity.sheets import Matched, Row, Sheet, match, plain, write_csv

ENTER = "enter"


@dataclass(frozen=True)
class Read:
    """A row that can be read: the fields of its act, and whether a person decided to enter it whatever it is like."""

    row: Row
    values: Mapping[str, Any]
    is_decided: bool


@dataclass(frozen=True)
class Unread:
    """A row that cannot be read: the field, what was expected there and what was found."""

    row: Row
    error: Malformed


def columns_of(sheet: Sheet, wanted: Wanted, *, asked: Mapping[str, str]) -> Matched:
    """Return which column says what; raise Malformed where the name has none."""
    known = {**wanted.known, DECISION: (DECISION,)}
    found = match(sheet.headings, known=known, asked=asked)
    if wanted.name not in found.places:
        headings = ", ".join(repr(each) for each in sheet.headings)[:300]
        raise Malformed("columns", expected=f"a column for {wanted.name}", found=headings)
    return found


def read(
    sheet: Sheet, wanted: Wanted, *, matched: Matched, given: Mapping[str, str]
) -> list[Read | Unread]:
    """Read every row; `given` says what a field is where its cell is empty, or it has no column."""
    return [_row(row, wanted, sheet, matched, given) for row in sheet.rows]


def _row(
    row: Row, wanted: Wanted, sheet: Sheet, matched: Matched, given: Mapping[str, str]
) -> Read | Unread:
    try:
        if any(row.cells[len(sheet.headings) :]):
            cells = str(len(row.cells))
            raise Malformed("row", expected=f"{len(sheet.headings)} cells", found=cells)
        values = dict(_values(row, wanted, matched, given))
        decision = _decision(row, matched)
    except Malformed as error:
        return Unread(row, error)
    return Read(row, values, is_decided=decision)


def _values(
    row: Row, wanted: Wanted, matched: Matched, given: Mapping[str, str]
) -> list[tuple[str, Any]]:
    found = []
    for column in wanted.columns:
        cell = _cell(row, column, matched) or given.get(column.field, "")
        if cell:
            found.append((column.field, wanted.read(column.field, cell)))
        elif column.field in wanted.needed:
            raise Malformed(column.field, expected="a value", found="nothing")
    return found


def _cell(row: Row, column: Column, matched: Matched) -> str:
    place = matched.places.get(column.field)
    return "" if place is None else row.cell(place)


def _decision(row: Row, matched: Matched) -> bool:
    place = matched.places.get(DECISION)
    said = plain(row.cell(place)) if place is not None else ""
    if said not in ("", ENTER):
        raise Malformed(DECISION, expected=f"{ENTER}, or nothing", found=repr(said)[:60])
    return said == ENTER


def template(wanted: Wanted) -> bytes:
    """Return an empty list with the headings that are understood."""
    return write_csv([column.field for column in wanted.columns], [])
