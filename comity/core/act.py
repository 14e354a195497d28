"""The act: a person, on behalf of a party, does something. Nothing else changes anything."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields
from datetime import datetime
from functools import cached_property
from types import MappingProxyType
from typing import Any, ClassVar, TypeVar

from comity.core import order
from comity.core.absence import Why
from comity.core.audience import ENVELOPE_KEYS, Audience
from comity.core.entity import Entity, hints, to_json
from comity.core.errors import Broken
from comity.core.mark import Mark, readers_under
from comity.core.once import once
from comity.core.party import Attribution, Body, Party
from comity.core.refusal import Refusal
from comity.core.rights import Clerk, Mandated, Power, Right
from comity.core.room import audiences_in
from comity.core.scope import exercise_of, key_of, nearest, path
from comity.core.shapes import Several, Shape, Thing, To, shape_of
from comity.core.state import All, Change, Key, State
from comity.core.when import When

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, kw_only=True)
class Act:
    """What every act says: who did it, for whom, when it was received; and, if recorded, from which source."""

    KIND: ClassVar[str] = ""
    right: ClassVar[Right | tuple[Right, ...]]
    """Who may do it; of several rights, one is enough."""
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.PUBLIC, "by": Audience.OWN}
    """Who sees each part where the signer says nothing else; `*` is every part not named."""
    audience_recorded: ClassVar[Mapping[str, Audience]] = audience
    """The same for a recorded act: what is entered from a source is as public as its source."""
    audience_in_body: ClassVar[Mapping[str, Audience]] = {}
    """The same for what is done in a body, where that is told to others than what is done elsewhere."""
    least: ClassVar[Mapping[str, Audience]] = {}
    """Who must see a part at least, in a room, where not all its members do: `chair`, or `own` for nobody."""
    must_be_public: ClassVar[tuple[str, ...]] = ()
    """Parts that may have no other audience than the public; `*` is all."""
    ADDRESSED: ClassVar[tuple[str, ...]] = ()
    """The fields that name the parties it is for: these are its named readers, unless the signer names others."""
    READERS: ClassVar[str] = ""
    """The field that names the persons it is for: then nobody else sees any part of it, but who did it."""
    MADE: ClassVar[type[Entity] | None] = None
    """What it creates, under the id in its field `id`."""
    WITHIN_ROOM: ClassVar[bool] = False
    """True where who sees it follows from the attribution rule of the body it is done in; `audience` adds to that."""
    MARKED: ClassVar[bool] = False
    """True where who sees it follows from the Traffic Light mark it bears, and not from `audience`."""
    PUBLIC_ON: ClassVar[tuple[str, ...]] = ()
    """Kinds of things about which it is said outside the room, though otherwise within it."""
    DATED_BY_DESK: ClassVar[bool] = False
    """True where the act takes effect at the instant the desk received it, and at no other."""
    STILL: ClassVar[frozenset[Why]] = frozenset()
    """Why a party may be absent and do it still: what it was asked before it may answer, and its keys are its own."""
    ASKS: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    """For a kind about things of several types: which fields are asked of each; all others always."""
    EVEN_ASIDE: ClassVar[bool] = False
    """True where a party that stands aside on an item may do it: it only takes back what it said."""
    OF_THIS_DESK: ClassVar[bool] = False
    """True where it gives authority at this desk, or changes its record: it cannot have happened elsewhere."""

    by: str
    on_behalf_of: str
    at: datetime
    index: int = -1
    effective: When | None = None
    source: str = ""
    concerns: str = ""
    audiences: Mapping[str, str] = field(default_factory=dict)
    """Who sees each part, as it was signed."""

    @property
    def is_recorded(self) -> bool:
        """True for what happened elsewhere or before and is only entered here, from a source."""
        return bool(self.source)

    @property
    def party(self) -> str:
        """The party whose doing it is: for a recorded act the one it concerns, never the one that recorded it."""
        return self.concerns if self.is_recorded else self.on_behalf_of

    @property
    def happens_here(self) -> bool:
        """True where it can only be done, and not be recorded from a source."""
        return self.OF_THIS_DESK

    def own_id(self, thing: str) -> str:
        """Name what the party says of a thing; what is recorded of it has another name, and stands beside it."""
        named = [*thing.split("/"), *(["recorded"] if self.is_recorded else []), self.party]
        return ".".join(named)

    @property
    def persons(self) -> tuple[str, ...]:
        """The persons whom it names as its readers; nobody, where it is for others than persons."""
        named: tuple[str, ...] = getattr(self, self.READERS) if self.READERS else ()
        return tuple(dict.fromkeys(named))

    @property
    def public_parts(self) -> tuple[str, ...]:
        """The parts that everybody must see: those of the kind; an act may have more of them than its kind."""
        return self.must_be_public

    @property
    def when(self) -> When:
        """When it took effect: as stated, else when it was received."""
        return self.effective or When(to_json(self.at))

    def room(self, state: State) -> str:
        """Name the body whose members `body`, `body-then` and `chair` mean; empty where there is none.

        It is the one that its field `body` names, else the nearest that a thing it touches belongs to.
        """
        if stated := getattr(self, "body", ""):
            return str(stated)
        found = (nearest(state, thing, Body) for _, thing in self.touches())
        return next((body.id for body in found if body), "")

    def mark_in(self, state: State) -> Mark | None:
        """Return the Traffic Light mark that it bears, where its kind bears one and it can be known."""
        return None

    def readers(self, state: State) -> tuple[str, ...]:
        """Name the parties that are always among those that `named` means."""
        return ()

    def defaults(self, state: State) -> Mapping[str, Audience]:
        """Who sees each part of a done act where the signer says nothing else, in this state."""
        if mark := self.mark_in(state):
            return readers_under(mark)
        if self._is_outside():
            return self.audience
        if not self.WITHIN_ROOM:
            return (self.room(state) and self.audience_in_body) or self.audience
        found = audiences_in(state.find(Body, room) if (room := self.room(state)) else None)
        return {**found, **self.audience, "*": found["*"]}

    def _is_outside(self) -> bool:
        """Tell whether it is about something of which is spoken outside the room."""
        return any(thing.partition("/")[0] in self.PUBLIC_ON for _, thing in self.touches())

    def seen_by_default(self, state: State) -> Mapping[str, Audience]:
        """Who sees each part where the signer says nothing else: the one place that asks done or recorded."""
        if not self.is_recorded or self.MARKED:
            # A source does not lift a mark: it was put there by whom it protects.
            return self.defaults(state)
        if self.attribution_rule(state) is Attribution.ON_THE_RECORD:
            return self.audience_recorded
        # A source does not lift the rule of the room: it protects whom the act concerns.
        found = self.defaults(state)
        return {"concerns": found.get("on_behalf_of", found["*"]), **found}

    def attribution_rule(self, state: State) -> Attribution:
        """Return the rule of the room it was done in, where that says who sees it."""
        room = self.room(state) if self.WITHIN_ROOM and not self._is_outside() else ""
        body = state.find(Body, room) if room else None
        return body.attribution if body else Attribution.ON_THE_RECORD

    def seen_at_least(self, state: State) -> Mapping[str, Audience]:
        """Who must see each part, whatever the signer says: those whom it binds see that it was done, and what it does.

        In a room these are its members. Who acted need not be told; and words need not, where the kind says so.
        """
        if not (self.WITHIN_ROOM or self.least):
            return {}
        found = {"*": Audience.BODY, "by": Audience.OWN, **self.least}
        return {**found, "concerns": found.get("on_behalf_of", found["*"])}

    def makes(self) -> Iterator[str]:
        """Name each thing that the act creates, `type/id`."""
        if self.MADE is not None:
            yield f"{self.MADE.TYPE}/{getattr(self, 'id', '')}"

    def touches(self) -> Iterator[tuple[str, str]]:
        """Yield (field, thing) for everything that the act's fields name; each must exist."""
        for name, thing, _ in self.touched:
            yield name, thing

    @cached_property
    def touched(self) -> tuple[tuple[str, str, bool], ...]:
        """Each thing that a field names, and whether the act follows from it on the life of a sentence."""
        return tuple(
            (name, f"{shape.entity.TYPE}/{item}" if isinstance(shape, To) else item, shape.line)
            for name, shape in _referring(type(self))
            for value in (getattr(self, name),)
            for item in (value if isinstance(value, tuple) else (value,))
            if isinstance(item, str) and item
        )

    def scope(self, state: State) -> str:
        """Name the exercise that the act is practice in; empty where it counts.

        It is the one its field `exercise` names, else its party's. Where a party that stands outside every
        exercise administers one, or the clerk closes something in one, it is that of the first thing touched.
        """
        if stated := getattr(self, "exercise", ""):
            return str(stated)
        for each in order.parties(self):
            party = state.find(Party, each)
            if party is not None and party.exercise:
                return party.exercise
        actor = state.find(Party, self.on_behalf_of)
        if actor is None or not actor.may_administer or not administers(self.right):
            return ""
        return next(filter(None, (exercise_of(state, thing) for _, thing in self.touches())), "")

    def follows_from(self) -> Iterator[tuple[str, str]]:
        """Yield (thing made, thing it follows from): the links that the life of a sentence is drawn from."""
        sources = [thing for _, thing, on_line in self.touched if on_line]
        for made in self.makes():
            yield from ((made, source) for source in sources)

    def needs(self, state: State) -> Iterator[Key | All]:
        """What must I look at? All that it names and makes, and what these belong to; a kind adds what it counts."""
        for party in order.parties(self):
            yield (Party, party)
        for thing in self.makes():
            yield from filter(None, (key_of(thing),))
        for _, thing in self.touches():
            yield from path(state, thing)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Yield every reason the act is out of order; none means it stands. A kind adds its own to these."""
        shapes = act_shapes(type(self))
        required = {name: shapes[name] for name in required_fields(type(self))}
        yield from order.of_any(self, state, required=required)

    def changes(self, state: State) -> Iterator[Change]:
        """What does it change?"""
        yield from ()

    def into(self, of: type[E], **more: Any) -> E:
        """Make an entity of the act's fields of the same names, copied whole so that erasing one erases it there."""
        return of(
            **{name: getattr(self, name) for name in _shared(type(self), of) if name not in more},
            **more,
        )


@once
def _shared(cls: type[Act], of: type[Entity]) -> tuple[str, ...]:
    own = own_field_names(cls)
    return tuple(each.name for each in fields(of) if each.name in own)


def administers(right: Right | tuple[Right, ...]) -> bool:
    """Tell whether the desk itself, or who runs the programme, may do it."""
    rights = right if isinstance(right, tuple) else (right,)
    return any(isinstance(each, Clerk) or each == Mandated(Power.ADMINISTER) for each in rights)


ANOTHER = "is_another"
"""What an act says once it was asked whether two are two that are called alike (`core.naming`)."""
BASE_FIELDS = frozenset(each.name for each in fields(Act))

A = TypeVar("A", bound=type[Act])
_KINDS: dict[str, type[Act]] = {}


def act_kind(kind: str) -> Callable[[A], A]:
    """Declare a kind of act as `room.verb-noun/version`; a released kind never changes its meaning."""

    def declare(cls: A) -> A:
        if kind in _KINDS and _KINDS[kind].__qualname__ != cls.__qualname__:
            raise Broken(f"two kinds are called {kind}")
        if clash := sorted(ENVELOPE_KEYS & set(own_field_names(cls))):
            raise Broken(f"{kind} names a field like an envelope key: {clash}")
        cls.KIND = kind
        _KINDS[kind] = cls
        return cls

    return declare


def own_field_names(cls: type[Act]) -> list[str]:
    """The names of a kind's own fields, in the order they are declared; what is asked only afterwards stands last."""
    found = [
        name
        for name, hint in hints(cls).items()
        if name not in BASE_FIELDS and hasattr(hint, "__metadata__")
    ]
    return sorted(found, key=ANOTHER.__eq__)


def kind_named(name: str) -> type[Act]:
    """Return the kind of this name with version; raise Broken where there is none."""
    try:
        return _KINDS[name]
    except KeyError as error:
        raise Broken(f"no kind of act is called {name}") from error


def kinds() -> Mapping[str, type[Act]]:
    """Every kind that is registered, by its name with version."""
    return MappingProxyType(_KINDS)


@once
def act_shapes(cls: type[Act]) -> dict[str, Shape]:
    """The shape of each of a kind's own fields."""
    return {name: shape_of(hints(cls)[name]) for name in own_field_names(cls)}


@once
def erasable_fields(cls: type[Act]) -> frozenset[str]:
    """The fields whose words the law may take away; ids, dates and enumerations never are among them."""
    return frozenset(name for name, shape in act_shapes(cls).items() if shape.erasable)


@once
def required_fields(cls: type[Act]) -> frozenset[str]:
    """The own fields that have no default."""
    shapes = act_shapes(cls)
    return frozenset(
        each.name
        for each in fields(cls)
        if each.name in shapes and each.default is MISSING and each.default_factory is MISSING
    )


@once
def _referring(cls: type[Act]) -> tuple[tuple[str, To | Thing], ...]:
    """The fields that name things, and how each name is written."""
    each = {
        name: shape.each if isinstance(shape, Several) else shape
        for name, shape in act_shapes(cls).items()
    }
    return tuple((name, shape) for name, shape in each.items() if isinstance(shape, To | Thing))
