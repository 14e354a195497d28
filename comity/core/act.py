"""The act: a person, on behalf of a party, does something. Nothing else changes anything."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields
from datetime import datetime
from typing import Any, ClassVar, TypeVar

from comity.core.audience import ENVELOPE_KEYS, Audience
from comity.core.entity import hints, to_json
from comity.core.erased import Erased
from comity.core.errors import Broken, Malformed
from comity.core.once import once
from comity.core.refusal import Refusal
from comity.core.rights import Right
from comity.core.shapes import Several, Shape, Thing, To, shape_of
from comity.core.state import All, Change, Key, State
from comity.core.when import When


@dataclass(frozen=True, kw_only=True)
class Act:
    """What every act says: who did it, for whom, when it was received; and, if recorded, from which source."""

    KIND: ClassVar[str] = ""
    right: ClassVar[Right | tuple[Right, ...]]
    """Who may do it; of several rights, one is enough."""
    audience: ClassVar[Mapping[str, Audience]] = {
        "*": Audience.PUBLIC,
        "by": Audience.OWN,
    }
    """Who sees each part where the signer says nothing else; `*` is every part not named."""
    must_be_public: ClassVar[tuple[str, ...]] = ()
    """Parts that may have no other audience than the public; `*` is all."""

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
    def when(self) -> When:
        """When it took effect: as stated, else when it was received."""
        return self.effective or When(to_json(self.at))

    def body(self, state: State) -> str:
        """The body whose members `body`, `body-then` and `chair` mean; empty where there is none."""
        return ""

    def defaults(self, state: State) -> Mapping[str, Audience]:
        """Who sees each part where the signer says nothing else, in this state."""
        return self.audience

    def makes(self) -> Iterator[str]:
        """Name each thing that the act creates, `type/id`."""
        yield from ()

    def follows_from(self) -> Iterator[tuple[str, str]]:
        """Yield (thing made, thing it follows from): the links that the life of a sentence is drawn from."""
        sources = [thing for thing, on_line in mentions(self) if on_line]
        for made in self.makes():
            yield from ((made, source) for source in sources)

    def needs(self, state: State) -> Iterator[Key | All]:
        """What must I look at?"""
        yield from ()

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Yield every reason the act is out of order; none means it stands."""
        yield from ()

    def changes(self, state: State) -> Iterator[Change]:
        """What does it change?"""
        yield from ()


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
    """The names of a kind's own fields, in the order they are declared."""
    return [name for name, hint in hints(cls).items() if name not in BASE_FIELDS and hasattr(hint, "__metadata__")]


def kinds() -> dict[str, type[Act]]:
    """Every kind that is registered, by its name with version."""
    return dict(_KINDS)


@once
def act_shapes(cls: type[Act]) -> dict[str, Shape]:
    """The shape of each of a kind's own fields."""
    return {name: shape_of(hints(cls)[name]) for name in own_field_names(cls)}


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


def read_act(kind: str, own: Mapping[str, Any], base: Mapping[str, Any]) -> Act:
    """Build an act from its own fields (JSON, or ERASED) and the envelope's (values); raise Malformed for bad shapes."""
    cls = _KINDS.get(kind)
    if cls is None:
        raise Malformed("kind", expected="a kind of act", found=repr(kind)[:80])
    shapes = act_shapes(cls)
    if unknown := sorted(set(own) - set(shapes)):
        raise Malformed(
            unknown[0],
            expected=f"one of {', '.join(shapes)}",
            found="a field this kind does not have",
        )
    if missing := sorted(required_fields(cls) - set(own)):
        raise Malformed(missing[0], expected="a value", found="nothing")
    read: dict[str, Any] = {
        name: value if isinstance(value, Erased) else shapes[name].read(value, name) for name, value in own.items()
    }
    return cls(**read, **base)


def mentions(act: Act) -> Iterator[tuple[str, bool]]:
    """Yield each thing an act's fields name, and whether the act follows from it on the life of a sentence."""
    for name, shape in act_shapes(type(act)).items():
        value = getattr(act, name)
        each = shape.each if isinstance(shape, Several) else shape
        for item in value if isinstance(value, tuple) else (value,):
            if not isinstance(item, str) or not item:
                continue
            if isinstance(each, To):
                yield f"{each.entity.TYPE}/{item}", each.line
            elif isinstance(each, Thing):
                yield item, each.line
