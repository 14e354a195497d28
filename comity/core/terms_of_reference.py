"""What a group is for: its terms of reference, given by the body that made it, in versions."""

from dataclasses import dataclass

from comity.core.entity import Entity, entity
from comity.core.erased import Free
from comity.core.when import When


@entity("terms-of-reference", indexes=("body",), under="body")
@dataclass(frozen=True, kw_only=True)
class TermsOfReference(Entity):
    """One version of the mandate of a body. The latest stands; those before it stay to be read."""

    body: str
    """The body that works under them."""
    purpose: Free
    task: Free = ""
    given_by: str = ""
    """The body that gave them; where none is named, the secretariat did."""
    changed_by: str = ""
    """The body that may change them, where it is not the one that gave them."""
    reports_to: str = ""
    until: When | None = None
    on: When
    """Since when they stand."""
    supersedes: str = ""
    superseded_by: str = ""

    @property
    def keeper(self) -> str:
        """The body that may give the next version; the secretariat where it is empty."""
        return self.changed_by or self.given_by
