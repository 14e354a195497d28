"""A risk that somebody saw on their way, told to one person or two and to nobody else."""

from dataclasses import dataclass
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Free
from comity.core.when import When

MOST_READERS = 2


@entity("risk", indexes=("about",), under="about")
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
