"""A list as it stands in a spreadsheet: one row of headings, and rows under it."""

from collections.abc import Sequence
from dataclasses import dataclass

from comity.core.errors import Malformed

MOST_BYTES = 20_000_000
MOST_ROWS = 50_000
MOST_COLUMNS = 200


@dataclass(frozen=True)
class Row:
    """The cells of one row, and the number that a spreadsheet shows beside it; the headings are row 1."""

    number: int
    cells: tuple[str, ...]

    def cell(self, place: int) -> str:
        """Return what stands in a column; a row that ends before it says nothing there."""
        return self.cells[place] if place < len(self.cells) else ""


@dataclass(frozen=True)
class Sheet:
    """Headings and rows. Rows in which nothing stands are left out; what is left keeps its number."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def sheet(lines: Sequence[Sequence[str]]) -> Sheet:
    """Take the first line in which something stands as headings; raise Malformed where there is none, or too much."""
    numbered = [
        Row(number, tuple(cell.strip() for cell in line))
        for number, line in enumerate(lines, start=1)
        if any(cell.strip() for cell in line)
    ]
    if not numbered:
        raise Malformed("list", expected="a row of headings", found="nothing")
    head, *rows = numbered
    if len(rows) > MOST_ROWS:
        raise Malformed("list", expected=f"at most {MOST_ROWS} rows", found=str(len(rows)))
    if len(head.cells) > MOST_COLUMNS:
        raise Malformed(
            "list", expected=f"at most {MOST_COLUMNS} columns", found=str(len(head.cells))
        )
    return Sheet(_without_end(head.cells), tuple(rows))


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
