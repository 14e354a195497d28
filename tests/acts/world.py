"""A programme in memory: it lends an act exactly what its needs ask for, judges it, and lets it happen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from comity.core.act import Act
from comity.core.entity import Entity, to_json
from comity.core.errors import Broken
from comity.core.refusal import Refusal
from comity.core.state import All, Forgotten, Key, Struck, Widened

E = TypeVar("E", bound=Entity)


class World:
    """All things by their names."""

    def __init__(self, things: Iterable[Entity] = ()) -> None:
        self.things: dict[str, Entity] = {each.thing: each for each in things}
        self.told: list[Struck | Widened | Forgotten] = []

    def put(self, *things: Entity) -> None:
        """Let these things stand as they are."""
        self.things.update({each.thing: each for each in things})

    def of(self, kind: type[E]) -> list[E]:
        """Return all things of a kind."""
        return [each for each in self.things.values() if isinstance(each, kind)]

    def copy(self) -> "World":
        """Return a world that can go another way from here."""
        return World(self.things.values())

    def lent(self, act: Act) -> "Lent":
        """Return what the act may look at: its needs, asked again until nothing new comes."""
        lent = Lent(self.things)
        while lent.take(act.needs(lent)):
            pass
        lent.is_open = False
        return lent

    def refusals(self, act: Act) -> list[Refusal]:
        """Return every reason the act is out of order, of those that touch it."""
        found = act.refusals(self.lent(act))
        return [each for each in found if not (each.timely and act.is_recorded)]

    def do(self, *acts: Act) -> "World":
        """Let acts happen that are in order."""
        for act in acts:
            lent = self.lent(act)
            if refused := self.refusals(act):
                raise AssertionError(f"{act.KIND} is refused: {refused}")
            for change in list(act.changes(lent)):
                if isinstance(change, Entity):
                    self.put(change)
                else:
                    self.told.append(change)
        return self

    def changes(self, act: Act) -> list[dict[str, Any]]:
        """Return what a lawful act changes, as JSON: for the frozen vectors."""
        lent = self.lent(act)
        assert self.refusals(act) == []
        return [_told(change) for change in act.changes(lent)]


def _told(change: object) -> dict[str, Any]:
    match change:
        case Entity():
            return {"thing": change.thing, **to_json(change)}
        case Struck(index):
            return {"struck": index}
        case Widened(index, parts):
            return {"widened": index, "parts": dict(parts)}
        case Forgotten(digests):
            return {"forgotten": list(digests)}
    raise AssertionError(change)


@dataclass
class Lent:
    """The State an act is given; to look at what was not asked for is an error of the kind."""

    things: Mapping[str, Entity]
    keys: set[Key] = field(default_factory=set)
    lists: set[All] = field(default_factory=set)
    is_open: bool = True

    def take(self, wanted: Iterable[Key | All]) -> bool:
        """Lend what was not lent before; tell whether there was any."""
        keys, lists = len(self.keys), len(self.lists)
        for each in list(wanted):
            if isinstance(each, All):
                assert {name for name, _ in each.where} <= set(each.of.INDEXES), each
                self.lists.add(each)
            else:
                self.keys.add(each)
        return (keys, lists) != (len(self.keys), len(self.lists))

    def find(self, of: type[E], key: str) -> E | None:
        """Return the entity, or None where there is none."""
        if (of, key) not in self.keys:
            if self.is_open:
                return None
            raise Broken(f"{of.TYPE}/{key} was not asked for")
        return self.things.get(f"{of.TYPE}/{key}")  # type: ignore[return-value]

    def get(self, of: type[E], key: str) -> E:
        """Return the entity; raise Broken where there is none."""
        found = self.find(of, key)
        if found is None:
            raise Broken(f"there is no {of.TYPE}/{key}")
        return found

    def all(self, of: type[E], /, **where: str) -> tuple[E, ...]:
        """Return all with these values, in order of their ids."""
        if All(of, tuple(sorted(where.items()))) not in self.lists:
            if self.is_open:
                return ()
            raise Broken(f"every {of.TYPE} {where} was not asked for")
        found = [each for each in self.things.values() if isinstance(each, of)]
        fitting = [
            each
            for each in found
            if all(getattr(each, name) == value for name, value in where.items())
        ]
        return tuple(sorted(fitting, key=lambda each: each.id))
