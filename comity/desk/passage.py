"""Which words of a field are those that a search found: of a list the lines they stand in, and never a thing's id."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass

from comity.core.shapes import is_thing
from comity.desk.cells import Cell
from comity.projections.terms import tokens

BETWEEN = " … "
"""What stands between two lines of a list that do not follow one another."""


def passage(cell: Cell, *, asked: Sequence[str]) -> str:
    """Return the words of a field in which words asked for stand; empty where only the id of a thing has them."""
    if not isinstance(cell.value, tuple):
        return str(cell)
    return BETWEEN.join(line for line in _lines(cell.value) if _has(line, asked=asked))


def _lines(value: object) -> Iterator[str]:
    """Yield the words of a list or a small record, one line after the other."""
    if isinstance(value, str) and not is_thing(value):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _lines(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _lines(getattr(value, each.name))


def _has(line: str, *, asked: Sequence[str]) -> bool:
    return any(token.startswith(word) for token in tokens(line) for word in asked)
