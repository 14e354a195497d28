"""A party votes on a motion: in favour, against, or it abstains."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.ballot import Ballot, BallotStatus, Choice, Vote
from comity.core.entry import Entry
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Line, OneOf, To
from comity.core.state import All, Change, Key, State


@act_kind("reframe.cast-vote/1")
@dataclass(frozen=True, kw_only=True)
class CastVote(Act):
    """Once, and for good: what was cast in error is noted beside the result, and changes no count."""

    right = Mandated(Power.SPEAK)
    WITHIN_ROOM = True
    DATED_BY_DESK = True

    ballot: Annotated[str, To(Ballot, line=True)]
    choice: Annotated[Choice, OneOf(Choice)]
    digest: Annotated[str, Line(length=43)] = ""
    """The digest of the motion as the voter read it; empty for the words as they stand."""

    @property
    def vote(self) -> str:
        """One vote a party in each ballot: `ballot.cables-1.meridonia`."""
        return self.own_id(f"ballot/{self.ballot}")

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also whether the party voted already, and the act that fixed the words."""
        yield from super().needs(state)
        yield (Vote, self.vote)
        ballot = state.find(Ballot, self.ballot)
        if ballot is not None:
            yield (Entry, str(ballot.act))

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By one of those entitled, once, in time, and on the words of the motion."""
        yield from super().refusals(state)
        ballot = state.find(Ballot, self.ballot)
        if ballot is None:
            return
        if self.party not in ballot.parties:
            yield Refusal("not-entitled", rule="26.5", field="ballot", timely=True)
        if state.find(Vote, self.vote) is not None:
            yield Refusal("already-voted", rule="26.6", field="ballot")
        # ">=": a vote in the stated second is late, as an objection to a silence is.
        if ballot.status is BallotStatus.CLOSED or self.at >= ballot.deadline.instant:
            yield Refusal("ballot-over", rule="26.7", field="ballot", timely=True)
        entry = state.find(Entry, str(ballot.act))
        if self.digest and entry is not None and self.digest != entry.parts["motion"].digest:
            yield Refusal("other-motion", rule="26.8", field="digest")

    def changes(self, state: State) -> Iterator[Change]:
        """The vote stands."""
        yield self.into(Vote, id=self.vote, party=self.party)
