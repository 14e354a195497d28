"""Rows of a list read as what an act would say; what cannot be read is kept with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from comity.core.errors import Malformed
from comity.desk.intake.named import Named
from comity.desk.intake.wanted import DECISION, Column, Wanted
from comity.sheets import Matched, Row, Sheet, match, plain, write_csv, write_xlsx

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


def columns_of(
    sheet: Sheet,
    wanted: Wanted,
    *,
    asked: Mapping[str, str],
    given: Mapping[str, str] | None = None,
) -> Matched:
    """Return which column says what; raise Malformed where the name has none and is not given either."""
    known = {**wanted.known, DECISION: (DECISION,)}
    found = match(sheet.headings, known=known, asked=asked)
    if wanted.name not in found.places and wanted.name not in (given or {}):
        headings = ", ".join(repr(each) for each in sheet.headings)[:300]
        raise Malformed("columns", expected=f"a column for {wanted.name}", found=headings)
    return found


@dataclass(frozen=True)
class Reading:
    """How every row of a list is read: where each field stands, what it is where nothing stands, what is named."""

    wanted: Wanted
    matched: Matched
    given: Mapping[str, str]
    named: Named
    decided: frozenset[int] = frozenset()
    """Rows that a person decided to enter whatever they are like, beside those that say so themselves."""


def read(sheet: Sheet, how: Reading) -> list[Read | Unread]:
    """Read every row."""
    return [_row(row, sheet, how) for row in sheet.rows]


def _row(row: Row, sheet: Sheet, how: Reading) -> Read | Unread:
    try:
        if any(row.cells[len(sheet.headings) :]):
            cells = str(len(row.cells))
            raise Malformed("row", expected=f"{len(sheet.headings)} cells", found=cells)
        values = dict(_values(row, how))
        decision = _decision(row, how.matched) or row.number in how.decided
    except Malformed as error:
        return Unread(row, error)
    return Read(row, values, is_decided=decision)


def _values(row: Row, how: Reading) -> list[tuple[str, Any]]:
    found = []
    for column in how.wanted.columns:
        cell = _cell(row, column, how.matched) or how.given.get(column.field, "")
        if cell:
            found.append((column.field, _value(cell, column, how)))
        elif column.field in how.wanted.needed:
            raise Malformed(column.field, expected="a value", found="nothing")
    return found


def _value(cell: str, column: Column, how: Reading) -> Any:
    if column.names_one_of:
        cell = how.named.id_of(cell, column)
    return how.wanted.read(column.field, cell)


def _cell(row: Row, column: Column, matched: Matched) -> str:
    """Return what stands in a field's column; what is wrong with the cell is wrong with the field."""
    place = matched.places.get(column.field)
    try:
        return "" if place is None else row.cell(place)
    except Malformed as fault:
        raise Malformed(column.field, expected=fault.expected, found=fault.found) from fault


def _decision(row: Row, matched: Matched) -> bool:
    place = matched.places.get(DECISION)
    said = plain(row.cell(place)) if place is not None else ""
    if said not in ("", ENTER):
        raise Malformed(DECISION, expected=f"{ENTER}, or nothing", found=repr(said)[:60])
    return said == ENTER


_HEADED = {"concerns": "party", "effective": "since"}


def headings_of(wanted: Wanted) -> list[str]:
    """Return the headings of an empty list, as a person would write them."""
    return [_HEADED.get(column.field, column.field).replace("_", " ") for column in wanted.columns]


def template(wanted: Wanted) -> bytes:
    """Return an empty list with the headings that are understood."""
    return write_csv(headings_of(wanted), [])


def template_book(wanted: Wanted, *, name: str) -> bytes:
    """Return the same as a workbook."""
    return write_xlsx(headings_of(wanted), [], name=name)
