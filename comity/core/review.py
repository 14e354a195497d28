"""A report on a commitment on its way: drafted and cleared by its party, submitted, then published or kept."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Free
from comity.core.progress import Grade
from comity.core.when import When


class Clearance(StrEnum):
    """Who of its party must have read a report before it leaves it."""

    SECOND_PERSON = "second-person"
    NOBODY_ELSE = "nobody-else"


class Wish(StrEnum):
    """What a party lets the secretariat do with its report."""

    MAY_BE_PUBLISHED = "may-be-published"
    TO_BE_KEPT = "to-be-kept"


class Reviewed(StrEnum):
    """What became of a report that was submitted."""

    WAITS = "waits"
    PUBLISHED = "published"
    KEPT = "kept"


@entity("progress-draft", indexes=("commitment", "party"), under="commitment")
@dataclass(frozen=True, kw_only=True)
class ProgressDraft(Entity):
    """What a party may come to report: nobody but those who act for it knows that it is there."""

    commitment: str
    party: Annotated[str, SeenWith("on_behalf_of")]
    cycle: str
    grade: Grade
    words: Free = ""
    obstacles: Free = ""
    gaps: Free = ""
    drafted_by: Annotated[str, SeenWith("by")]
    clearance: Clearance = Clearance.SECOND_PERSON
    cleared: datetime | None = None
    cleared_by: Annotated[str, SeenWith("by")] = ""
    replaced_by: str = ""
    submitted: str = ""

    @property
    def is_cleared(self) -> bool:
        """True where it may leave its party."""
        return self.cleared is not None or self.clearance is Clearance.NOBODY_ELSE

    @property
    def is_open(self) -> bool:
        """True where something may still be done with it."""
        return not (self.replaced_by or self.submitted)


@entity("progress-submitted", indexes=("commitment", "party"), under="commitment")
@dataclass(frozen=True, kw_only=True)
class ProgressSubmitted(Entity):
    """A report as its party gave it to the secretariat, which publishes it or keeps it."""

    commitment: str
    party: Annotated[str, SeenWith("on_behalf_of")]
    draft: str
    cycle: str
    grade: Grade
    words: Free = ""
    obstacles: Free = ""
    gaps: Free = ""
    wish: Wish
    on: When | None = None
    status: Reviewed = Reviewed.WAITS
    why: Free = ""
