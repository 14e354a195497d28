"""What whoever reads a list was not told by its cells, and should be told: how it was read."""

from dataclasses import dataclass
from enum import StrEnum


class Noted(StrEnum):
    """What there is to say."""

    ENCODING = "encoding"
    """As which encoding a file was read that is not plainly UTF-8."""
    SHEET = "sheet"
    """Which sheet of several was read."""
    COMPUTED = "computed"
    """Cells whose value a spreadsheet computed; the value it last computed is taken."""
    MERGED = "merged"
    """Cells merged down a column: each row has their value. Merged along a row, only the first has it."""
    HIDDEN = "hidden"
    """Rows that the spreadsheet does not show, and that are read all the same."""


@dataclass(frozen=True)
class Note:
    """One thing to say, and where: cells (`B3`), rows (`7`), or the name of an encoding or a sheet."""

    what: Noted
    places: tuple[str, ...]
