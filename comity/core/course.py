"""What became of a meeting after it was convened: it was moved, so many times, or called off."""

from dataclasses import dataclass

from comity.core.entity import Entity, entity
from comity.core.erased import Free
from comity.core.when import When


@entity("course", under="meeting")
@dataclass(frozen=True, kw_only=True)
class Course(Entity):
    """One a meeting, under the meeting's own id; a meeting without one stands as it was convened."""

    meeting: str
    moved: int = 0
    """How often its time or place was changed."""
    before: When | None = None
    """When it was to begin before it was last moved."""
    cancelled: bool = False
    why: Free = ""
    """The reason given for the last of these."""

    @property
    def sequence(self) -> int:
        """How many revisions of it a calendar was told of (RFC 5545, 3.8.7.4)."""
        return self.moved + self.cancelled
