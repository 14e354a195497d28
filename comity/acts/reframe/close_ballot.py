"""A ballot is closed: by the desk when its time has come, by the chair once everybody entitled has voted."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.ballot import Ballot, BallotStatus, Choice, Count, Vote
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Clerk
from comity.core.shapes import To
from comity.core.state import All, Change, Key, State, every


@act_kind("reframe.close-ballot/1")
@dataclass(frozen=True, kw_only=True)
class CloseBallot(Act):
    """The votes are counted by the rule that was named. Whether a text is adopted by it, the chair declares."""

    right = (Chairs(), Clerk())
    WITHIN_ROOM = True
    DATED_BY_DESK = True

    ballot: Annotated[str, To(Ballot, line=True)]

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also every vote."""
        yield from super().needs(state)
        yield every(Vote, ballot=self.ballot)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Once; and before its time only where nobody who is entitled is left to vote."""
        yield from super().refusals(state)
        ballot = state.find(Ballot, self.ballot)
        if ballot is None:
            return
        if ballot.status is BallotStatus.CLOSED:
            yield Refusal("ballot-closed", rule="26.9", field="ballot")
        missing = self._count(state, ballot).absent
        if missing and self.at < ballot.deadline.instant:
            facts = {"missing": missing}
            yield Refusal(
                "votes-outstanding", rule="26.9", field="ballot", facts=facts, timely=True
            )

    def _count(self, state: State, ballot: Ballot) -> Count:
        """Count the votes of those entitled; a vote that was only recorded from a source is not one of them."""
        cast = {
            each.party: each.choice
            for each in state.all(Vote, ballot=self.ballot)
            if each.party in ballot.parties
        }
        said = list(cast.values())
        return Count(
            yes=said.count(Choice.YES),
            no=said.count(Choice.NO),
            abstained=said.count(Choice.ABSTAIN),
            entitled=len(ballot.parties),
        )

    def changes(self, state: State) -> Iterator[Change]:
        """The result stands."""
        ballot = state.get(Ballot, self.ballot)
        count = self._count(state, ballot)
        yield replace(
            ballot,
            status=BallotStatus.CLOSED,
            closed=self.when.first,
            yes=count.yes,
            no=count.no,
            abstained=count.abstained,
            absent=count.absent,
            result=count.result(ballot.majority, quorum=ballot.quorum),
        )
