"""A consensus round: the chair asks each party whether a text can stand; who answered what, and what would cure it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Free
from comity.core.when import Deadline


class RoundStatus(StrEnum):
    """Where a round stands. What follows from it is not among these: the chair declares it."""

    RUNNING = "running"
    CLOSED = "closed"


@entity("round", indexes=("text", "body", "status"), under="text")
@dataclass(frozen=True, kw_only=True)
class Round(Entity):
    """Each party asked says how the text sits with it. The electorate is frozen when the round opens."""

    text: str
    body: str
    deadline: Deadline
    opened: datetime
    parties: tuple[str, ...]
    asks: Free = ""
    status: RoundStatus = RoundStatus.RUNNING
    closed: datetime | None = None
    interrupted_minutes: int = 0
    """Minutes of its last 24 hours in which the desk could not receive."""
    followed_by: str = ""
    """The round that was opened on the same text after it."""


class Reply(StrEnum):
    """What a party says in a round, from support to objection; to abstain is to say so."""

    SUPPORT = "support"
    CAN_LIVE_WITH = "can-live-with"
    ABSTAIN = "abstain"
    CONCERN = "concern"
    OBJECT = "object"


@entity("answer", indexes=("round",), under="round")
@dataclass(frozen=True, kw_only=True)
class Answer(Entity):
    """What a party answered; the latest stands. Id: the round, a dot, the party."""

    round: str
    party: Annotated[str, SeenWith("on_behalf_of")]
    reply: Reply
    reason: Free = ""
    cure: Free = ""
    to_chair: bool = False
    """True where it was given to the chair alone."""
