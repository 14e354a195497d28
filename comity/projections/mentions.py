"""Which things an act names, makes or changes, and which part tells: the way from a thing to its minutes."""

from collections.abc import Iterable, Iterator

from comity.core.act import Act, act_shapes
from comity.core.shapes import Group, Several, Shape, Thing, To, shaped_fields


def mentions(act: Act, changed: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return, for each thing, the part that tells of it; `changed` are things with the part that governs them.

    A thing that several parts name stands with the first: what is named by an own field is told by that field.
    """
    found: dict[str, str] = {}
    for thing, part in (*_named(act), *changed):
        found.setdefault(thing, part)
    return found


def _named(act: Act) -> Iterator[tuple[str, str]]:
    for name, shape in act_shapes(type(act)).items():
        for thing in _things(shape, getattr(act, name)):
            yield thing, name
    for part, party in (("on_behalf_of", act.on_behalf_of), ("concerns", act.concerns)):
        if party:
            yield f"party/{party}", part


def _things(shape: Shape, value: object) -> Iterator[str]:
    match shape:
        case To() if value:
            yield f"{shape.entity.TYPE}/{value}"
        case Thing() if value:
            yield str(value)
        case Several() if isinstance(value, tuple):
            for each in value:
                yield from _things(shape.each, each)
        case Group() if value is not None:
            for name, inner, _ in shaped_fields(shape.of):
                yield from _things(inner, getattr(value, name))


def links(act: Act) -> dict[tuple[str, str], str]:
    """Return (child, parent) and the part that tells of it, for everything that follows from something by this act."""
    pairs = [(child, parent) for child, parent in act.follows_from() if parent and child != parent]
    if not pairs:
        return {}
    told = dict(_named(act))
    return {(child, parent): told.get(parent, "kind") for child, parent in pairs}
