"""Where a thing belongs: under which body, and inside which exercise. Practice touches nothing outside it."""

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeVar

from comity.core.entity import KNOWN, Entity
from comity.core.state import Key, State

E = TypeVar("E", bound=Entity)


@lru_cache(maxsize=8192)
def key_of(thing: str) -> Key | None:
    """Return how to ask for a thing by its name, `type/id`; None where no kind of thing is called so."""
    kind, _, ident = thing.partition("/")
    found = KNOWN.get(kind)
    return (found, ident) if found and ident else None


def above(entity: Entity) -> str:
    """Name the thing that this one belongs to; empty where it stands by itself."""
    if not entity.UNDER:
        return ""
    value = getattr(entity, entity.UNDER)
    if not isinstance(value, str) or not value:
        return ""
    return value if "/" in value else f"{entity.UNDER}/{value}"


def path(state: State, thing: str) -> Iterator[Key]:
    """Yield the thing and all it belongs to, as far as the state has them."""
    seen: list[str] = []
    while thing and thing not in seen and (key := key_of(thing)):
        seen.append(thing)
        yield key
        found = state.find(*key)
        thing = above(found) if found else ""


def exercise_of(state: State, thing: str) -> str | None:
    """Name the exercise that a thing is practice in; empty for what counts; None for what belongs to both."""
    for key in path(state, thing):
        exercise = getattr(state.find(*key), "exercise", None)
        if isinstance(exercise, str):
            return exercise
    return None


def nearest(state: State, thing: str, of: type[E]) -> E | None:
    """Return the first thing of this type among the thing itself and all it belongs to."""
    for kind, ident in path(state, thing):
        if kind is of:
            return state.find(of, ident)
    return None
