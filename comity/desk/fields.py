"""What kind of thing a cell would be where it may not be seen: a party, a date, words."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, get_args

from comity.core.act import Act, act_shapes
from comity.core.entity import Entity, entity_types, hints
from comity.core.erased import Erased
from comity.core.once import once
from comity.core.shapes import (
    Blob,
    Date,
    File,
    Flag,
    Instant,
    OneOf,
    Several,
    Shape,
    Thing,
    To,
    Until,
    Whole,
)
from comity.core.when import Deadline, When

ENVELOPE = {
    "kind": "act",
    "by": "person",
    "on_behalf_of": "party",
    "concerns": "party",
    "effective": "date",
    "source": "source",
    "named": "parties",
    "persons": "person",
    "received": "date",
    "signature": "signature",
    "audience": "audience",
}

_NAMES = {
    "broken_by": "party",
    "host": "party",
    "parties": "parties",
    "speakers": "parties",
    "partners": "parties",
    "publishers": "parties",
    "on": "thing",
    "of": "thing",
    "about": "thing",
    "carries": "thing",
    "paragraphs": "paragraphs",
    "norms": "norms",
    "other": "norm",
    "revises": "text",
    "revised_by": "text",
    "replaced_by": "contact",
    "adopted_on": "date",
}


@once
def of_act(kind: type[Act], name: str) -> str:
    """Say what a part of an act would be."""
    if name in ENVELOPE:
        return ENVELOPE[name]
    return of_shape(act_shapes(kind)[name])


def of_shape(shape: Shape) -> str:
    """Say what a field of a shape would be."""
    match shape:
        case Several():
            return of_shape(shape.each)
        case To():
            return shape.entity.TYPE
        case Thing():
            return "thing"
        case Date() | Instant():
            return "date"
        case Until():
            return "deadline"
        case OneOf():
            return "choice"
        case Whole():
            return "number"
        case Flag():
            return "answer"
        case File():
            return "file"
    return "words"


@once
def of_entity(cls: type[Entity], name: str) -> str:
    """Say what a field of a thing would be."""
    if name in entity_types():
        return name
    kinds = _types(hints(cls)[name])
    if name in _NAMES and not kinds & {When, datetime, Erased}:
        return _NAMES[name]
    for known, what in ((Deadline, "deadline"), (When, "date"), (datetime, "date"), (Blob, "file")):
        if known in kinds:
            return what
    if any(isinstance(each, type) and issubclass(each, StrEnum) for each in kinds):
        return "choice"
    if bool in kinds:
        return "answer"
    return "number" if int in kinds else "words"


def _types(hint: Any) -> set[Any]:
    inner = get_args(hint)
    if not inner:
        return {hint}
    if hasattr(hint, "__metadata__"):
        return _types(inner[0])
    return set().union(*(_types(each) for each in inner))
