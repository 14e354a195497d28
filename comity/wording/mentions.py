"""What an act's fields name, read from what one viewer may see of it."""

from collections.abc import Mapping
from typing import Any

from comity.acts.register import load
from comity.core.act import act_shapes
from comity.core.shapes import Several, Shape, Thing, To
from comity.desk.cells import Cell
from comity.desk.seen import Deed


def shapes_of(kind: str) -> Mapping[str, Shape]:
    """Return the shapes of a kind's fields; none for a kind that the viewer may not know."""
    found = load().get(kind)
    return act_shapes(found) if found else {}


def thing_of(shape: Shape | None, value: Any) -> str:
    """Return the thing, `type/id`, that a value of this shape names; empty for any other value."""
    if not value or not isinstance(value, str):
        return ""
    if isinstance(shape, To):
        return f"{shape.entity.TYPE}/{value}"
    return value if isinstance(shape, Thing) else ""


def concern_of(deed: Deed) -> str:
    """Return the thing that an act continues, else the first that it names; empty where there is none."""
    shapes = shapes_of(deed.kind).items()
    for field, shape in sorted(shapes, key=lambda each: not getattr(each[1], "line", False)):
        if found := thing_of(shape, deed.get(field).value):
            return found
    return ""


def things_in(deed: Deed) -> set[str]:
    """Return the things that a sentence about this deed names."""
    found = {f"party/{cell.value}" for cell in (deed.party, deed.on_behalf_of) if cell.value}
    for field, shape in shapes_of(deed.kind).items():
        cell: Cell = deed.get(field)
        each = shape.each if isinstance(shape, Several) else shape
        items = cell.value if isinstance(cell.value, tuple) else (cell.value,)
        found |= {thing_of(each, item) for item in items}
    return found - {""}
