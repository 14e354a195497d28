"""What is only recorded touches nothing that was done here: a party speaks for itself, and what runs here runs."""

from __future__ import annotations

from collections.abc import Iterator

from comity.core.act import Act
from comity.core.entity import Entity, hints
from comity.core.once import once
from comity.core.refusal import Refusal
from comity.core.when import Deadline
from comity.store import things
from comity.store.state import Loaded


def refusals(act: Act) -> Iterator[Refusal]:
    """Yield why an act cannot be recorded at all."""
    if act.is_recorded and act.happens_here:
        yield Refusal("cannot-be-recorded", rule="1.6", field="source")


def overwriting(act: Act, state: Loaded) -> Iterator[Refusal]:
    """Yield where a recorded act, otherwise in order, would change what an act of this desk made.

    It is asked by its effects: nothing that a kind says of itself can let one through.
    """
    if not act.is_recorded:
        return
    named = {thing: name for name, thing in act.touches()}
    done = [
        change
        for change in act.changes(state)
        if isinstance(change, Entity) and _overwrites(change, state)
    ]
    for entity in done:
        if _has_deadline(type(entity)):
            yield Refusal("runs-here", rule="1.8", field=named.get(entity.thing, "source"))
            return
    if done:
        first = next((named[each.thing] for each in done if each.thing in named), "source")
        yield Refusal("done-here", rule="1.7", field=first)


def _overwrites(entity: Entity, state: Loaded) -> bool:
    kept = state.kept(entity.thing)
    if kept is None:
        return False
    before, after = things.values(kept), things.written(entity)
    origins = things.origins_of(kept)
    return any(
        not origins[name].is_recorded
        for name, value in after.items()
        if name in before and before[name] != value
    )


@once
def _has_deadline(of: type[Entity]) -> bool:
    """Tell whether it runs until an exact time."""
    return any(hint is Deadline for hint in hints(of).values())
