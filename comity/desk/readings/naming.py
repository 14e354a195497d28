"""Names for the ids that cells hold: looked up in one go, sealed where the id is sealed."""

from collections.abc import Iterable, Mapping
from typing import Any

from comity.core.party import Party
from comity.desk.cells import Cell, Sealed, Value
from comity.desk.look import Look
from comity.desk.seen import Seen


def ids_in(cells: Iterable[Cell]) -> frozenset[str]:
    """Return the ids that stand in these cells, alone or in lists."""
    found: set[str] = set()
    for cell in cells:
        if isinstance(cell, Value) and cell.value:
            found.update(cell.value if isinstance(cell.value, tuple) else (cell.value,))
    return frozenset(found)


def parties_named(look: Look, cells: Iterable[Cell]) -> Mapping[str, Seen[Party]]:
    """Return the parties that these cells name."""
    return look.many(Party, sorted(ids_in(cells)))


def name_of(cell: Cell, parties: Mapping[str, Seen[Any]]) -> Cell:
    """Return the name for the id in a cell, or the names by the alphabet; what is sealed or erased stays so."""
    if not isinstance(cell, Value) or not cell.value:
        return cell
    if not isinstance(cell.value, tuple):
        return parties[cell.value]["name"] if cell.value in parties else Sealed("party")
    names = [parties[each]["name"] if each in parties else Sealed("party") for each in cell.value]
    return Value(tuple(sorted((str(each) for each in names), key=str.casefold)))
