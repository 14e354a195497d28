"""What becomes of an endorsement once it is public: withdrawn, or passed on to whom the party has become."""

from dataclasses import dataclass
from enum import StrEnum

from comity.core.entity import Entity, entity
from comity.core.erased import Free
from comity.core.when import When


class Passing(StrEnum):
    """How a party became another."""

    RENAMED = "renamed"
    SUCCEEDED = "succeeded"
    MERGED = "merged"


@entity("backing", indexes=("holder",), under="endorsement")
@dataclass(frozen=True, kw_only=True)
class Backing(Entity):
    """An endorsement as it now stands, under the endorsement's id; one without it stands as it was made."""

    endorsement: str
    holder: str
    """The party that stands behind it now."""
    stated: When | None = None
    confirmed_by: int | None = None
    """How many persons of the party confirmed it by a link, where it was stated by a form."""
    withdrawn: When | None = None
    why: Free = ""
    passed: Passing | None = None
    passed_on: When | None = None
