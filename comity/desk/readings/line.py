"""The short line under a page's head: where this stands, from the room to the evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from comity.desk.look import Look
from comity.desk.readings.sentence import ROOM_OF, in_order
from comity.desk.seen import Seen

STEPS: tuple[tuple[str, ...], ...] = (
    ("meeting",),
    ("outcome", "recommendation"),
    ("text", "norm", "call"),
    ("silence",),
    ("adoption",),
    ("endorsement",),
    ("commitment",),
    ("evidence",),
)
"""The steps of the line; a page shows the newest thing of each, and what is still ahead."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step: a thing, or what would stand here."""

    thing: Seen[Any] | None
    kind: str
    is_here: bool
    is_ahead: bool = False
    """True for what would come after, and is not there yet."""
    count: int = 1
    """How many things of this step there are; the newest is named."""


def short_line(look: Look, thing: Seen[Any]) -> Sequence[Step]:
    """Return the steps around a thing. A round or a ballot stands in place of the silence, on its own page alone."""
    line = look.line(thing.thing)
    nodes = {**(line.nodes if line else {}), thing.thing: thing}
    ordered = in_order(each for each in nodes.values() if each.type in ROOM_OF)
    steps = tuple(
        (thing.type,) if thing.type in ("round", "ballot") and "silence" in each else each
        for each in STEPS
    )
    here = next((place for place, kinds in enumerate(steps) if thing.type in kinds), 0)
    return [
        _step(kinds, ordered, thing, is_ahead=place > here) for place, kinds in enumerate(steps)
    ]


def _step(
    kinds: tuple[str, ...], ordered: Sequence[Seen[Any]], here: Seen[Any], *, is_ahead: bool
) -> Step:
    of_kind = [each for each in ordered if each.type in kinds]
    if here.type in kinds:
        return Step(thing=here, kind=here.type, is_here=True)
    newest = of_kind[-1] if of_kind else None
    return Step(thing=newest, kind=kinds[0], is_here=False, is_ahead=is_ahead, count=len(of_kind))
