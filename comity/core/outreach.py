"""Whom one could carry a sentence to, who has said that they will, and by when they must have been."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Free
from comity.core.when import When

LONGEST_CLAIM_DAYS = 60
"""How long a door may be kept for one visitor."""


@entity("target", indexes=("carries", "party"), under="party", called="name", apart=("carries",))
@dataclass(frozen=True, kw_only=True)
class Target(Entity):
    """A ministry, a board, an office: never a person. One party at a time says that it will call there."""

    name: str
    carries: str
    party: Annotated[str, SeenWith("on_behalf_of")]
    """Who named it."""
    why: Free = ""
    lines: Free = ""
    """What may be said there in the programme's name."""
    claimed_by: Annotated[str, SeenWith("on_behalf_of")] = ""
    claimed: datetime | None = None
    claimed_until: When | None = None

    def holder(self, at: datetime) -> str:
        """Name the party that holds it at this instant; empty where none does, or its day is over."""
        is_held = self.claimed_until is not None and at < self.claimed_until.end
        return self.claimed_by if is_held else ""


@entity("visit", indexes=("target",), under="target")
@dataclass(frozen=True, kw_only=True)
class Visit(Entity):
    """A call that was made at a door, under the id of the advocacy that tells of it."""

    advocacy: Annotated[str, SeenWith("id")]
    target: Annotated[str, SeenWith("door")]
