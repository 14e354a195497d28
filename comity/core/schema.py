"""How a kind of act is described to those who would send one: JSON Schema 2020-12, from its declared fields alone."""

import sys
from typing import Any

from comity.core.act import Act, act_shapes, required_fields
from comity.core.audience import PARTS_OF_EVERY_ACT, Audience
from comity.core.shapes import Date, Id, Line

PARTIES = 200
"""As many readers can be named."""

ENVELOPE: dict[str, Any] = {
    "on_behalf_of": {
        "type": "string",
        "description": "the party that acts",
        "pattern": "^[a-z0-9-]{1,40}$",
    },
    "effective": {
        **Date().schema(),
        "description": "when it took effect, as exactly as known; for recorded acts",
    },
    "source": {
        **Line().schema(),
        "description": "where it is known from; makes the act a recorded one",
    },
    "concerns": {
        **Id().schema(),
        "description": "of a recorded act, the party whose doing it was",
    },
    "nonce": {
        "type": "string",
        "description": "of the sender's making; the same nonce and content give the first receipt again",
        "pattern": "^[A-Za-z0-9._:-]{1,64}$",
    },
}
"""What may stand in every act besides the kind's own fields."""


def name_of(kind: str) -> str:
    """Return the kind without its version: `reframe.break-silence`."""
    return kind.partition("/")[0]


def says(cls: type[Act]) -> str:
    """Say in a sentence what an act of this kind is: what stands at the head of its file."""
    return (sys.modules[cls.__module__].__doc__ or "").strip().partition("\n")[0]


def kind_schema(kind: str, cls: type[Act]) -> dict[str, Any]:
    """Describe an act of this kind, as `POST /acts` takes it."""
    shapes = act_shapes(cls)
    return {
        "type": "object",
        "title": kind,
        "description": says(cls),
        "required": ["kind", "on_behalf_of", *sorted(required_fields(cls))],
        "additionalProperties": False,
        "properties": {
            "kind": {"const": kind},
            **ENVELOPE,
            "audience": audience_schema([*PARTS_OF_EVERY_ACT, *shapes]),
            **{name: shape.schema() for name, shape in shapes.items()},
        },
    }


def audience_schema(parts: list[str]) -> dict[str, Any]:
    """Describe who sees which part; parts that are not named get the kind's own audience."""
    one = {"type": "string", "enum": [each.value for each in Audience]}
    named = {
        "type": "array",
        "items": Id().schema(),
        "maxItems": PARTIES,
        "description": "the parties that `named` means",
    }
    own = {part: one for part in parts if part not in ("audience", "named", "signature")}
    return {"type": "object", "additionalProperties": False, "properties": {**own, "named": named}}
