"""What an act may look at, and what it may change."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar

from comity.core.entity import Entity

E = TypeVar("E", bound=Entity)

Key = tuple[type[Entity], str]
"""One entity, by what it is and its id."""


class All(NamedTuple):
    """Every entity of one kind whose indexed fields have these values."""

    of: type[Entity]
    where: tuple[tuple[str, str], ...]


def every(of: type[Entity], /, **where: str) -> All:
    """Ask for all entities of a kind with these values in their declared indexes."""
    return All(of, tuple(sorted(where.items())))


class State(Protocol):
    """The programme as it stands before the act, as far as `needs` asked for it."""

    def find(self, of: type[E], key: str) -> E | None:
        """Return the entity, or None where there is none."""

    def get(self, of: type[E], key: str) -> E:
        """Return the entity; raise Broken where there is none."""

    def all(self, of: type[E], /, **where: str) -> tuple[E, ...]:
        """Return all that `needs` asked for with the same `every(...)`, in order of their ids."""


@dataclass(frozen=True)
class Struck:
    """The act with this index counts nowhere any more."""

    index: int


@dataclass(frozen=True)
class Widened:
    """These parts of an act may from now on be seen by a wider audience."""

    index: int
    parts: Mapping[str, str]


@dataclass(frozen=True)
class Forgotten:
    """The parts and blobs with these digests are erased."""

    digests: tuple[str, ...]


Change = Entity | Struck | Widened | Forgotten
"""What an act does to the world: a closed list."""
