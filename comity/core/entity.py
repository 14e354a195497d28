"""A thing of the programme as it now stands: frozen, computed from acts, and rebuilt from them at will."""

import types
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from typing import (
    Annotated,
    Any,
    ClassVar,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from comity.core.erased import ERASED, Erased
from comity.core.errors import Broken
from comity.core.once import once
from comity.core.when import Deadline, When, parse_instant, write_instant

ERASED_MARK = {"erased": True}
"""How erased words stand in stored JSON."""


@dataclass(frozen=True)
class SeenWith:
    """The part of the act whose audience governs a field, where it is not the part of the same name."""

    part: str


@dataclass(frozen=True, kw_only=True)
class Entity:
    """Anything that acts change: it has an id, unique among its kind of thing, and a type."""

    TYPE: ClassVar[str] = ""
    INDEXES: ClassVar[tuple[str, ...]] = ()
    UNDER: ClassVar[str] = ""
    """The field that names what this belongs to: an id of the type the field is called, or `type/id`."""
    CALLED: ClassVar[str] = ""
    """The field by which people call it; empty where nobody gives it a name."""
    APART: ClassVar[tuple[str, ...]] = ()
    """The fields that hold two apart which are called alike: two such meetings of two days are two meetings."""

    id: str

    @property
    def thing(self) -> str:
        """Its name across all kinds of things: `silence/cables-1`."""
        return f"{self.TYPE}/{self.id}"


E = TypeVar("E", bound=type[Entity])
KNOWN: dict[str, type[Entity]] = {}
"""Every kind of thing by its name; only `entity` adds to it."""


ALIKE = "alike"
"""The index by which things are found that are called alike: every kind of thing that people call something has it."""


def entity(
    name: str,
    *,
    indexes: tuple[str, ...] = (),
    under: str = "",
    called: str = "",
    apart: tuple[str, ...] = (),
) -> Callable[[E], E]:
    """Declare a kind of thing, the fields by which all of them can be found, what it belongs to, how it is called."""

    def declare(cls: E) -> E:
        if name in KNOWN and KNOWN[name].__qualname__ != cls.__qualname__:
            raise Broken(f"two entities are called {name}")
        cls.TYPE = name
        cls.INDEXES = (*indexes, ALIKE) if called else indexes
        cls.UNDER = under
        cls.CALLED = called
        cls.APART = apart
        KNOWN[name] = cls
        return cls

    return declare


def entity_type(name: str) -> type[Entity]:
    """Return the class of a kind of thing; raise Broken where there is none."""
    try:
        return KNOWN[name]
    except KeyError as error:
        raise Broken(f"no entity is called {name}") from error


def entity_types() -> dict[str, type[Entity]]:
    """Return every kind of thing by its name."""
    return dict(KNOWN)


@once
def hints(cls: type[Any]) -> dict[str, Any]:
    """Return the types of a class's fields, with what is annotated on them."""
    return get_type_hints(cls, include_extras=True)


@once
def governing_parts(cls: type[Entity]) -> dict[str, str]:
    """Return, for each field that says so, the part of the changing act that governs who may see it."""
    return {
        name: mark.part
        for name, hint in hints(cls).items()
        if get_origin(hint) is Annotated
        for mark in hint.__metadata__
        if isinstance(mark, SeenWith)
    }


def to_json(value: Any) -> Any:
    """Turn a field's value into what JSON can hold."""
    match value:
        case Erased():
            return ERASED_MARK
        case StrEnum():
            return value.value
        case None | str() | bool() | int():
            return value
        case When() | Deadline():
            return value.text
        case datetime():
            return write_instant(value)
        case tuple():
            return [to_json(each) for each in value]
        case _ if is_dataclass(value):
            return {field.name: to_json(getattr(value, field.name)) for field in fields(value)}
    raise Broken(f"no JSON for {type(value).__name__}")


@once
def reader(hint: Any) -> Callable[[Any], Any]:
    """Return the function that reads stored JSON back into a value of this type."""
    origin = get_origin(hint)
    if origin is Annotated:
        return reader(get_args(hint)[0])
    if origin in (Union, types.UnionType):
        return _union_reader(tuple(get_args(hint)))
    if origin is tuple:
        each = reader(get_args(hint)[0])
        return lambda value: tuple(each(item) for item in value)
    if hint in (str, int, bool):
        return lambda value: value
    if hint is datetime:
        return parse_instant
    if isinstance(hint, type) and is_dataclass(hint) and hint not in (When, Deadline):
        return lambda value: from_json(hint, value)
    if isinstance(hint, type):
        return hint
    raise Broken(f"no reader for {hint}")


def _union_reader(options: tuple[Any, ...]) -> Callable[[Any], Any]:
    """Read a value that may also be absent or erased."""
    plain = [reader(option) for option in options if option not in (type(None), Erased)]
    if len(plain) != 1:
        raise Broken(f"a field may be of one type, absent or erased, not {options}")

    def read(value: Any) -> Any:
        if value is None:
            return None
        return ERASED if value == ERASED_MARK else plain[0](value)

    return read


@once
def _readers(cls: type[Any]) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    return tuple((field.name, reader(hints(cls)[field.name])) for field in fields(cls))


def from_json(cls: type[Any], stored: dict[str, Any]) -> Any:
    """Rebuild a frozen value from its stored JSON; a field that is not stored keeps its default."""
    return cls(**{name: read(stored[name]) for name, read in _readers(cls) if name in stored})
