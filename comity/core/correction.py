"""What of a thing was corrected, and which of its facts can be."""

from collections.abc import Mapping
from dataclasses import dataclass

from comity.core.entity import Entity, entity
from comity.core.erased import Free
from comity.core.when import When

CORRECTABLE: Mapping[str, tuple[str, ...]] = {
    "meeting": ("name", "start", "end", "place", "participants", "countries", "note"),
    "body": ("name", "about", "note"),
    "report": ("title", "published", "about"),
    "call": ("title", "issued", "summary"),
    "norm": ("title", "summary"),
    "party": ("country", "about"),
    "work-area": ("title", "period", "status", "about"),
    "objective": ("title", "words"),
}
"""The facts that the secretariat states of each kind of thing. Never what a party said, nor what was decided."""


@entity("correction", indexes=("of",), under="of")
@dataclass(frozen=True, kw_only=True)
class Correction(Entity):
    """Some facts of a thing were wrong, and are told otherwise from now on; what they said stands in the record."""

    of: str
    fields: tuple[str, ...]
    why: Free
    on: When
