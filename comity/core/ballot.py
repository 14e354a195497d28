"""A ballot: a motion put to those entitled to vote, how it is counted, and who voted what."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Free
from comity.core.when import Deadline


class Method(StrEnum):
    """How votes are given: each shown as it comes, or called one by one in the programme's alphabet."""

    RECORDED = "recorded-vote"
    ROLL_CALL = "roll-call"


class Majority(StrEnum):
    """What it takes, by its name in the rules of procedure. Who abstains is present and does not vote."""

    SIMPLE = "simple-majority"
    TWO_THIRDS = "two-thirds-voting"
    OF_MEMBERS = "majority-of-members"
    TWO_THIRDS_OF_MEMBERS = "two-thirds-of-members"


class Choice(StrEnum):
    """What a party votes. Not to vote is no choice: it is to be absent."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"


class Result(StrEnum):
    """What the count comes to. Whether a text is adopted, the chair declares."""

    OPEN = "open"
    CARRIED = "carried"
    NOT_CARRIED = "not-carried"
    NO_QUORUM = "no-quorum"


@dataclass(frozen=True, kw_only=True)
class Count:
    """How many of those entitled voted what; who neither voted nor abstained was absent."""

    yes: int
    no: int
    abstained: int
    entitled: int

    @property
    def present(self) -> int:
        """Those who voted or abstained."""
        return self.yes + self.no + self.abstained

    @property
    def voting(self) -> int:
        """Those present and voting: abstentions do not count."""
        return self.yes + self.no

    @property
    def absent(self) -> int:
        """Those entitled who were not heard."""
        return self.entitled - self.present

    def meets(self, majority: Majority) -> bool:
        """Tell whether there are votes enough in favour; a tie is never enough."""
        match majority:
            case Majority.SIMPLE:
                return self.yes > self.no
            case Majority.TWO_THIRDS:
                return self.yes > 0 and 3 * self.yes >= 2 * self.voting
            case Majority.OF_MEMBERS:
                return 2 * self.yes > self.entitled
            case Majority.TWO_THIRDS_OF_MEMBERS:
                return self.yes > 0 and 3 * self.yes >= 2 * self.entitled

    def result(self, majority: Majority, *, quorum: int) -> Result:
        """Say what the count comes to; without a quorum nothing was decided, whatever the votes."""
        if self.present < quorum:
            return Result.NO_QUORUM
        return Result.CARRIED if self.meets(majority) else Result.NOT_CARRIED


class BallotStatus(StrEnum):
    """Where a ballot stands."""

    RUNNING = "running"
    CLOSED = "closed"


@entity("ballot", indexes=("text", "body", "status"), under="text")
@dataclass(frozen=True, kw_only=True)
class Ballot(Entity):
    """Those entitled, the rule and the words are settled when it opens; the count is made when it closes."""

    text: str
    on: str
    body: str
    motion: Free
    act: int
    """The act that opened it: the digest of its part `motion` fixes the words."""
    method: Method
    majority: Majority
    quorum: int
    deadline: Deadline
    opened: datetime
    parties: tuple[str, ...]
    status: BallotStatus = BallotStatus.RUNNING
    closed: datetime | None = None
    yes: int = 0
    no: int = 0
    abstained: int = 0
    absent: int = 0
    result: Result = Result.OPEN


@entity("vote", indexes=("ballot",), under="ballot")
@dataclass(frozen=True, kw_only=True)
class Vote(Entity):
    """What a party voted, once. Id: the ballot, a dot, the party."""

    ballot: str
    party: Annotated[str, SeenWith("on_behalf_of")]
    choice: Choice


@entity("vote-note", indexes=("ballot",), under="ballot")
@dataclass(frozen=True, kw_only=True)
class VoteNote(Entity):
    """What a party says afterwards it had meant to vote. It stands beside the result and changes no count."""

    ballot: str
    party: Annotated[str, SeenWith("on_behalf_of")]
    meant: Choice
    words: Free = ""
