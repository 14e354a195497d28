"""What is carried to those who can act: endorsements, commitments, evidence, advocacy."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Free
from comity.core.when import When

ENDORSED = ("adoption", "norm", "call", "report", "edition", "recommendation")
"""What can be endorsed."""


class Extent(StrEnum):
    """How much of it a party endorses."""

    WHOLE = "whole"
    PART = "part"
    WITH_RESERVATION = "with-reservation"


@entity("endorsement", indexes=("of", "party"), under="party")
@dataclass(frozen=True, kw_only=True)
class Endorsement(Entity):
    """A party publicly backs an adopted text, a norm, a call or a recommendation."""

    of: str
    party: Annotated[str, SeenWith("on_behalf_of")]
    extent: Extent
    words: Free = ""
    on: When | None = None


@entity("commitment", indexes=("on", "party"), under="party")
@dataclass(frozen=True, kw_only=True)
class Commitment(Entity):
    """What a party will do, by when, and how one would see it."""

    on: str
    party: Annotated[str, SeenWith("on_behalf_of")]
    does: Free
    by_when: When | None = None
    measure: Free = ""


class Confidence(StrEnum):
    """How far the secretariat would lean on it."""

    STATED = "stated"
    DOCUMENTED = "documented"
    VERIFIED = "verified"


@entity("evidence", indexes=("of", "party"), under="party")
@dataclass(frozen=True, kw_only=True)
class Evidence(Entity):
    """What was done: told by whom, when, and how sure one may be."""

    of: str
    party: Annotated[str, SeenWith("on_behalf_of")]
    words: Free
    confidence: Confidence
    on: When | None = None
    link: str = ""


class AdvocacyOutcome(StrEnum):
    """How a visit ended."""

    OPENED = "opened"
    INTERESTED = "interested"
    DECLINED = "declined"
    WILL_ENDORSE = "will-endorse"


@entity("advocacy", indexes=("carries", "party"), under="party")
@dataclass(frozen=True, kw_only=True)
class Advocacy(Entity):
    """Someone carried a text or recommendation to somebody who can act on it."""

    carries: str
    target: str
    party: Annotated[str, SeenWith("on_behalf_of")]
    outcome: AdvocacyOutcome
    met_on: When | None = None
    words: Free = ""
