"""A list as it stands in a spreadsheet: one row of headings, and rows under it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from comity.core.errors import Malformed
from comity.sheets.note import Note

MOST_BYTES = 20_000_000
MOST_ROWS = 50_000
MOST_COLUMNS = 200


@dataclass(frozen=True)
class Row:
    """The cells of one row, and the number that a spreadsheet shows beside it; the headings are row 1."""

    number: int
    cells: tuple[str, ...]
    faults: tuple[tuple[int, Malformed], ...] = ()
    """For the place of a cell that says nothing that can be taken: what was expected there and what was found."""

    def cell(self, place: int) -> str:
        """Return what stands in a column; a row that ends before it says nothing there. Raise what is wrong with it."""
        for at, fault in self.faults:
            if at == place:
                raise fault
        return self.shown(place)

    def shown(self, place: int) -> str:
        """Return what stands in a column as far as it can be shown."""
        return self.cells[place] if place < len(self.cells) else ""


@dataclass(frozen=True)
class Sheet:
    """Headings and rows. Rows in which nothing stands are left out; what is left keeps its number."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()
    beside: tuple[str, ...] = ()
    """The names of the workbook's other sheets."""


def sheet(lines: Sequence[Sequence[str]], *, notes: tuple[Note, ...] = ()) -> Sheet:
    """Make a list of lines of cells; raise Malformed where there is none, or too much."""
    rows = (Row(number, tuple(line)) for number, line in enumerate(lines, start=1))
    return sheet_of(rows, notes=notes)


def sheet_of(rows: Iterable[Row], *, notes: tuple[Note, ...] = ()) -> Sheet:
    """Take the first row in which something stands as headings; raise Malformed where there is none, or too much."""
    bare = (replace(row, cells=tuple(cell.strip() for cell in row.cells)) for row in rows)
    numbered = [row for row in bare if any(row.cells) or row.faults]
    if not numbered:
        raise Malformed("list", expected="a row of headings", found="nothing")
    head, *under = numbered
    if head.faults:
        raise head.faults[0][1]
    if len(under) > MOST_ROWS:
        raise Malformed("list", expected=f"at most {MOST_ROWS} rows", found=str(len(under)))
    if len(head.cells) > MOST_COLUMNS:
        raise Malformed(
            "list", expected=f"at most {MOST_COLUMNS} columns", found=str(len(head.cells))
        )
    return Sheet(_without_end(head.cells), tuple(under), notes)


def _without_end(cells: tuple[str, ...]) -> tuple[str, ...]:
    last = max(place for place, cell in enumerate(cells) if cell)
    return cells[: last + 1]


def check_size(content: bytes) -> None:
    """Raise Malformed for more than anybody's list."""
    if len(content) > MOST_BYTES:
        raise Malformed(
            "list",
            expected=f"at most {MOST_BYTES // 1_000_000} MB",
            found=f"{len(content) // 1_000_000} MB",
        )
