"""A list to be taken away: which of a page's things are its rows, and what stands in their columns.

Columns are called as in the JSON twin, and closed lists say their codes, so that a file is the same in every language.
The last five tell where a row is from.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from comity.core.when import When, write_instant
from comity.desk.cells import Value
from comity.desk.look import Look
from comity.desk.seen import Seen

Cell = str | int
Told = Callable[[Seen[Any], Any], Any]
"""What stands in a column: of a row, with the page it was read on."""

BETWEEN = "; "
"""What parts several values in one cell."""
WHERE_FROM = ("exercise", "recorded", "source", "effective", "act")


@dataclass(frozen=True, kw_only=True)
class Taken:
    """One list."""

    name: str
    """What the file is called."""
    rows: Callable[[Any], Iterable[Seen[Any]]]
    fields: tuple[str, ...]
    also: Mapping[str, Told] = field(default_factory=dict)
    """What is said of a row beside its own fields, by column."""
    goes_on: str = ""
    """The list that `after` goes on with, on a page that has several."""

    @property
    def headings(self) -> tuple[str, ...]:
        """The columns, in order."""
        return ("id", *self.fields, *self.also, *WHERE_FROM)

    def lines(
        self, look: Look, reading: Callable[..., Any], asked: Mapping[str, Any]
    ) -> list[list[Cell]] | None:
        """Read the whole list, page after page, in one look; None where the page is unknown to the viewer."""
        lines: list[list[Cell]] = []
        after = ""
        while True:
            page = reading(look, **{**asked, "after": after})
            if page is None:
                return None
            lines += [list(self._line(row, page)) for row in self.rows(page)]
            after = page.more.get(self.goes_on, "") if self.goes_on else page.more
            if not after:
                return lines

    def _line(self, row: Seen[Any], page: Any) -> Iterator[Cell]:
        yield row.id
        yield from (written(row[name]) for name in self.fields)
        yield from (written(told(row, page)) for told in self.also.values())
        yield row.scope
        yield "yes" if row.is_recorded else "no"
        yield written(row.source)
        yield written(row.effective)
        yield row.act


def written(value: Any) -> Cell:
    """Write a value for a cell: dates as exact as they are known, several values with a semicolon between."""
    match value:
        case Value():
            return written(value.value)
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int():
            return value
        case StrEnum():
            return value.value
        case When():
            return value.text
        case datetime():
            return write_instant(value)
        case tuple() | list():
            return BETWEEN.join(str(written(each)) for each in value)
    return str(value)
