"""A way in which an act can be out of order, and what is then refused."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from comity.core.entity import Entity
from tests.acts.lawful import lawful
from tests.acts.scene import scene


@dataclass(frozen=True)
class Wrong:
    """The lawful case with something else in it, in a scene with something else in it."""

    why: str
    codes: tuple[str, ...]
    world: tuple[Entity, ...]
    other: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.why


def wrong(why: str, /, *codes: str, world: Iterable[Entity] = (), **other: Any) -> Wrong:
    """Say which codes come of a case, in the order of the list: all that are wrong, and no other."""
    return Wrong(why, codes, tuple(world), other)


def refused(kind: str, case: Wrong) -> tuple[str, ...]:
    """Return the codes with which a kind refuses a case."""
    world = scene(kind)
    world.put(*case.world)
    return tuple(each.code for each in world.refusals(lawful(kind, **case.other)))


def codes(kind: str, *world: Entity, **other: Any) -> tuple[str, ...]:
    """Return the codes with which a kind refuses its lawful case changed so; none where it stands."""
    return refused(kind, wrong("", world=world, **other))
