"""A risk that somebody saw on their way, told to one person or two and to nobody else, until it is settled."""

from dataclasses import dataclass
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Free
from comity.core.when import When

MOST_READERS = 2
OPEN, SETTLED = "", "settled"
"""Whether a risk still asks for attention."""


@entity("risk", indexes=("about", "status"), under="about")
@dataclass(frozen=True, kw_only=True)
class Risk(Entity):
    """What may befall a contact, or whoever opened a door, and who was told of it."""

    about: str
    told: tuple[str, ...]
    """Who may read it besides."""
    flagged_by: Annotated[str, SeenWith("by")]
    words: Free
    asks: Free = ""
    on: When | None = None
    status: str = OPEN
    settled_by: Annotated[str, SeenWith("by")] = ""
    settled_on: When | None = None
    why: Free = ""
    """Why it is settled."""

    @property
    def circle(self) -> tuple[str, ...]:
        """Everybody who knows of it."""
        return (self.flagged_by, *self.told)


@entity("risk-answer", indexes=("risk",), under="risk")
@dataclass(frozen=True, kw_only=True)
class RiskAnswer(Entity):
    """What one of the circle said to the others."""

    risk: str
    answered_by: Annotated[str, SeenWith("by")]
    words: Free
    on: When | None = None
