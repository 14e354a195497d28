"""The cells of one sheet as they pass by: rows by their numbers, what was computed, what is merged, what is hidden."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from comity.core.errors import Malformed
from comity.sheets.sheet import MOST_COLUMNS, MOST_ROWS, Row
from comity.sheets.xlsx import cells
from comity.sheets.xlsx.cells import Reader
from comity.sheets.xlsx.words import unescaped

_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})", re.ASCII)
LAST = 1_048_576
"""The last row that a spreadsheet has."""


@dataclass(frozen=True)
class Area:
    """Merged cells: the first and the last row and column, counted from 0 for columns and 1 for rows."""

    top: int
    left: int
    bottom: int
    right: int


def place_of(text: str) -> tuple[int, int]:
    """Read `B3` as row 3 and column 1; raise Malformed where it is no place."""
    found = _PLACE.fullmatch(text)
    if not found:
        raise Malformed("list", expected="a place such as B3", found=repr(text)[:40])
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - 64
    return int(found[2]), column - 1


def name_of(row: int, column: int) -> str:
    """Write a place as spreadsheets do."""
    letters = ""
    left = column + 1
    while left:
        left, rest = divmod(left - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


@dataclass
class Grid:
    """Takes the elements of a sheet one after the other."""

    reader: Reader
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    faults: dict[int, dict[int, Malformed]] = field(default_factory=dict)
    computed: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    _row: int = 0
    _column: int = -1
    _said: Mapping[str, str] = field(default_factory=dict)
    _value: str | None = None
    _pieces: list[str] = field(default_factory=list)
    _has_formula: bool = False
    _within: list[str] = field(default_factory=list)

    def start(self, name: str, said: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        self._within.append(name)
        match name:
            case "row":
                self._begin_row(said)
            case "c":
                self._begin_cell(said)
            case "mergeCell":
                self._merge(said.get("ref", ""))

    def end(self, name: str, words: str) -> None:
        """Take the end of an element, with its words."""
        self._within.pop()
        match name:
            case "v":
                self._value = unescaped(words)
            case "f":
                self._has_formula = True
            case "t" if "rPh" not in self._within:
                self._pieces.append(words)
            case "is":
                self._value = unescaped("".join(self._pieces))
            case "c":
                self._finish_cell()

    def _begin_row(self, said: Mapping[str, str]) -> None:
        number = said.get("r", "")
        self._row = int(number[:8]) if number.isascii() and number.isdigit() else self._row + 1
        if not 0 < self._row <= LAST:
            raise Malformed("list", expected=f"at most {LAST} rows", found=f"row {number}"[:40])
        self._column = -1
        if said.get("hidden") in ("1", "true"):
            self.hidden.append(str(self._row))

    def _begin_cell(self, said: Mapping[str, str]) -> None:
        if "r" in said:
            _, self._column = place_of(said["r"])
        else:
            self._column += 1
        self._said, self._value, self._has_formula = said, None, False
        self._pieces = []

    def _finish_cell(self) -> None:
        at = name_of(self._row, self._column)
        cell = cells.told(self._said, at=at, value=self._value, has_formula=self._has_formula)
        try:
            words = self.reader.words(cell)
        except Malformed as fault:
            self.faults.setdefault(self._row, {})[self._column] = fault
            words = cell.value or ""
        if not words.strip() and self._column not in self.faults.get(self._row, {}):
            return
        if self._column >= MOST_COLUMNS:
            raise Malformed(
                "list", expected=f"at most {MOST_COLUMNS} columns", found=f"something in {at}"
            )
        if self._has_formula and cell.value:
            self.computed.append(at)
        self.rows.setdefault(self._row, {})[self._column] = words
        if len(self.rows) > MOST_ROWS + 1:
            raise Malformed("list", expected=f"at most {MOST_ROWS} rows", found="more")

    def _merge(self, ref: str) -> None:
        first, _, last = ref.partition(":")
        (top, left), (bottom, right) = place_of(first), place_of(last or first)
        self.areas.append(Area(top, left, bottom, right))

    def filled(self) -> list[str]:
        """Give each row of cells merged down a column their value; return where they begin."""
        found, given, numbers = [], 0, sorted(self.rows)
        for area in self.areas:
            value = self.rows.get(area.top, {}).get(area.left, "")
            if not value:
                continue
            found.append(name_of(area.top, area.left))
            # Rows in which nothing else stands are no rows of the list.
            under = numbers[bisect_right(numbers, area.top) : bisect_right(numbers, area.bottom)]
            given += len(under)
            if given > MOST_ROWS * 10:
                raise Malformed("list", expected="cells merged once", found="areas over each other")
            for row in under:
                self.rows[row].setdefault(area.left, value)
        return found

    def listed(self) -> list[Row]:
        """Return the rows in their order."""
        return [
            Row(number, _line(told), tuple(sorted(self.faults.get(number, {}).items())))
            for number, told in sorted(self.rows.items())
        ]


def _line(told: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(told.get(place, "") for place in range(max(told) + 1))
