"""Entities as they are kept: JSON, and for each field the act and the part that last wrote it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, NamedTuple, TypeVar, get_args

from comity.core.act import Act
from comity.core.audience import PARTS_OF_EVERY_ACT
from comity.core.entity import (
    ERASED_MARK,
    Entity,
    entity_type,
    from_json,
    governing_parts,
    hints,
    to_json,
)
from comity.core.erased import Erased
from comity.core.once import once
from comity.store.sight import Facts

K = TypeVar("K")
V = TypeVar("V")

write = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
"""Canonical enough to compare: our JSON has ASCII keys and no floats."""


class Origin(NamedTuple):
    """The act and the part that a field's value came from, and whether that act was only recorded."""

    act: int
    part: str
    is_recorded: bool


class Kept(NamedTuple):
    """One entity's row."""

    thing: str
    type: str
    key: str
    made_by: int
    made_part: str
    audience: str
    scope: str
    json: str
    origins: str


COLUMNS = ",".join(f"e.{name}" for name in Kept._fields)


_MOST = 16_384
_READ: dict[tuple[str, str], tuple[Entity, Mapping[str, Any]]] = {}
_ORIGINS: dict[str, Mapping[str, Origin]] = {}


def read(type_name: str, stored: str) -> Entity:
    """Return the entity that a row's JSON says; the same text gives the same frozen thing."""
    return _said(type_name, stored)[0]


def _said(type_name: str, stored: str) -> tuple[Entity, Mapping[str, Any]]:
    found = _READ.get((type_name, stored))
    if found is None:
        said = json.loads(stored)
        found = from_json(entity_type(type_name), said), said
        _keep_in_mind(_READ, (type_name, stored), found)
    return found


def remember(
    kept: Kept, entity: Entity, said: Mapping[str, Any], origins: Mapping[str, Origin]
) -> None:
    """Keep in mind what a row that is just being written says, so that nobody need read it again."""
    _keep_in_mind(_READ, (kept.type, kept.json), (entity, said))
    _keep_in_mind(_ORIGINS, kept.origins, origins)


def _keep_in_mind(memory: dict[K, V], key: K, value: V) -> None:
    if len(memory) >= _MOST:
        memory.clear()
    memory[key] = value


def forget() -> None:
    """Let go of everything remembered: words may have been erased."""
    _READ.clear()
    _ORIGINS.clear()


def written(entity: Entity) -> dict[str, Any]:
    """Return an entity's fields as JSON can hold them."""
    return {each.name: to_json(getattr(entity, each.name)) for each in fields(entity)}


@once
def may_be_erased(cls: type[Entity]) -> frozenset[str]:
    """The fields that hold words which the law may take away."""
    return frozenset(name for name, hint in hints(cls).items() if Erased in _parts_of(hint))


def _parts_of(hint: Any) -> tuple[Any, ...]:
    inner = get_args(hint)
    if not inner or getattr(hint, "__metadata__", None) is None:
        return inner
    return get_args(inner[0])


@once
def told_by(cls: type[Entity], parts: frozenset[str]) -> Mapping[str, str]:
    """Return, for each field, the part of an act with these parts that governs who may see it."""
    marked = governing_parts(cls)
    found = {}
    for each in fields(cls):
        part = marked.get(each.name, each.name)
        if part == "on_behalf_of" and "concerns" in parts:
            part = "concerns"
        is_own = part in parts and (each.name in marked or part not in PARTS_OF_EVERY_ACT)
        found[each.name] = part if is_own else "kind"
    return found


def made_part(key: str, act: Act) -> str:
    """Return the part that tells of a thing's existence: an id made of a party's name tells of the party."""
    ending = f".{act.party}"
    if act.party and key.endswith(ending):
        return "concerns" if act.is_recorded and act.concerns else "on_behalf_of"
    return "kind"


@dataclass(frozen=True)
class Folded:
    """A thing as its effects that are not struck leave it."""

    made_by: int
    made_part: str
    json: str
    origins: str


def fold(effects: Iterable[tuple[int, bool, bool, str, str]]) -> Folded | None:
    """Return what (act, is recorded, makes, made part, diff), in order, add up to; None where nothing is made."""
    values: dict[str, Any] = {}
    origins: dict[str, Origin] = {}
    maker: tuple[int, str] | None = None
    for act, is_recorded, makes, part, diff in effects:
        if maker is None and not makes:
            continue
        maker = maker or (act, part)
        for name, (value, told) in json.loads(diff).items():
            values[name] = value
            origins[name] = Origin(act, told, is_recorded)
    if maker is None:
        return None
    return Folded(*maker, write(values), write(origins))


def without(diff: str, *, part: str, erasable: frozenset[str]) -> str:
    """Return a diff in which everything that one part told is erased."""
    told = json.loads(diff)
    for name, (_, by) in told.items():
        if by == part and name in erasable:
            told[name] = [ERASED_MARK, by]
    return write(told)


def values(kept: Kept) -> Mapping[str, Any]:
    """Return a thing's fields as its row has them."""
    return _said(kept.type, kept.json)[1]


def origins_of(kept: Kept) -> Mapping[str, Origin]:
    """Return where each field of a thing came from."""
    found = _ORIGINS.get(kept.origins)
    if found is None:
        found = {name: Origin(*each) for name, each in json.loads(kept.origins).items()}
        _keep_in_mind(_ORIGINS, kept.origins, found)
    return found


def is_live(kept: Kept) -> bool:
    """Tell whether any of it was done here; what is only recorded asks nothing of anybody."""
    return any(not each.is_recorded for each in origins_of(kept).values())


class Facted(NamedTuple):
    """What of the act that made a thing decides who may know of it."""

    kind_audience: str
    facts: Facts
