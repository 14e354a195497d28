"""What is known of an issue, from which sources, and what the programme makes of it."""

from dataclasses import dataclass

from comity.core.entity import Entity, entity
from comity.core.erased import Free
from comity.core.when import When


@entity("claim", indexes=("about",), under="about")
@dataclass(frozen=True, kw_only=True)
class SourcedClaim(Entity):
    """What a source says of a thing; that it is noted says nothing of whether it is so."""

    about: str
    says: Free
    stands_in: str
    """Where it can be read."""
    as_of: When | None = None


@entity("assessment", indexes=("area",))
@dataclass(frozen=True, kw_only=True)
class Assessment(Entity):
    """What the programme makes of an issue, and on which claims that rests: why it takes up the work."""

    area: str
    title: str
    words: Free
    rests_on: tuple[str, ...]
    gap: Free = ""
    """What is not known, or stands in the way."""
    on: When
