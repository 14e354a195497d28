"""What a party reports of its own commitment, cycle by cycle, and what it answers to what others told of it."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Free
from comity.core.when import When

YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


class Grade(StrEnum):
    """How far it has come, in the party's own judgement. That nothing is reported is no grade, and no failure."""

    NOT_APPLICABLE = "not-applicable"
    PLANNED = "planned"
    PARTLY = "partly"
    DONE = "done"


@entity("progress", indexes=("commitment", "party"), under="commitment")
@dataclass(frozen=True, kw_only=True)
class Progress(Entity):
    """One cycle's report on a commitment: what was done, what stands in the way, and what is lacking."""

    commitment: str
    party: Annotated[str, SeenWith("on_behalf_of")]
    cycle: str
    grade: Grade
    words: Free = ""
    obstacles: Free = ""
    gaps: Free = ""
    on: When | None = None


def names_year(cycle: str) -> bool:
    """Say whether a cycle has a year of four figures in it, in any script: "next" is another one each year."""
    return YEAR.search(cycle) is not None


@entity("rejoinder", indexes=("evidence", "party"), under="evidence")
@dataclass(frozen=True, kw_only=True)
class Rejoinder(Entity):
    """A party answers what another told of it."""

    evidence: str
    party: Annotated[str, SeenWith("on_behalf_of")]
    words: Free
    on: When | None = None
