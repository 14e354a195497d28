"""A request for comments: what is asked of whoever wishes to answer, what was said, and what became of each comment."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Free
from comity.core.when import When


class ConsultationStatus(StrEnum):
    """Where a request for comments stands."""

    OPEN = "open"
    CLOSED = "closed"


@entity("consultation", indexes=("body", "status"), under="body")
@dataclass(frozen=True, kw_only=True)
class Consultation(Entity):
    """A body asks for comments until a day; once it is closed, its page is the response document."""

    title: str
    body: str
    asks: Free
    closes: When
    opens: When | None = None
    handling: Free = ""
    text: str = ""
    status: ConsultationStatus = ConsultationStatus.OPEN
    closed: datetime | None = None
    response: Free = ""


@entity("comment", indexes=("consultation",), under="consultation")
@dataclass(frozen=True, kw_only=True)
class Comment(Entity):
    """What somebody said in answer: a party, or somebody whose comment the secretariat received."""

    consultation: str
    party: Annotated[str, SeenWith("on_behalf_of")]
    words: Free
    on: str = ""
    from_whom: Free = ""
    confidential: bool = False
    late: bool = False


@entity("byline", under="comment")
@dataclass(frozen=True, kw_only=True)
class Byline(Entity):
    """That a comment was stated by a form, and by whom as they say. Its id is the comment's."""

    comment: str
    stated: When
    affiliation: Free = ""


class Treatment(StrEnum):
    """What became of a comment."""

    ACCEPT = "accept"
    IN_PART = "in-part"
    DECLINE = "decline"
    OUT_OF_SCOPE = "out-of-scope"
    LATER = "later"


@entity("disposition", indexes=("consultation",), under="consultation")
@dataclass(frozen=True, kw_only=True)
class Disposition(Entity):
    """What became of a comment, and why; the latest stands. Its id is the comment's."""

    consultation: str
    disposition: Treatment
    reason: Free
