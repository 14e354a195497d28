"""A party notes, after a ballot, that it had meant to vote otherwise."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.ballot import Ballot, BallotStatus, Choice, Vote, VoteNote
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import OneOf, To, Words
from comity.core.state import All, Change, Key, State


@act_kind("reframe.note-vote/1")
@dataclass(frozen=True, kw_only=True)
class NoteVote(Act):
    """It stands beside the result. No count changes by it, and the vote that was cast stays the vote."""

    right = Mandated(Power.SPEAK)
    WITHIN_ROOM = True
    least: ClassVar[Mapping[str, Audience]] = {"words": Audience.OWN}
    DATED_BY_DESK = True

    ballot: Annotated[str, To(Ballot, line=True)]
    meant: Annotated[Choice, OneOf(Choice)]
    words: Annotated[Free, Words()] = ""

    @property
    def own(self) -> str:
        """One vote, and one note, a party in each ballot: `ballot.cables-1.meridonia`."""
        return self.own_id(f"ballot/{self.ballot}")

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also the vote that was cast, and a note there was before."""
        yield from super().needs(state)
        yield (Vote, self.own)
        yield (VoteNote, self.own)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By one of those entitled, once the ballot is closed, and of another vote than was cast."""
        yield from super().refusals(state)
        ballot = state.find(Ballot, self.ballot)
        if ballot is None:
            return
        if self.party not in ballot.parties:
            yield Refusal("not-entitled", rule="26.5", field="ballot", timely=True)
        if ballot.status is BallotStatus.RUNNING:
            yield Refusal("not-counted-yet", rule="26.10", field="ballot", timely=True)
        vote = state.find(Vote, self.own)
        if vote is not None and vote.choice is self.meant:
            yield Refusal("as-it-was-cast", rule="26.10", field="meant")

    def changes(self, state: State) -> Iterator[Change]:
        """The note stands; the latest, where there are several."""
        yield self.into(VoteNote, id=self.own, party=self.party)
