"""The clerk closes a consensus round when its time has come; what follows from the answers, the chair declares."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.consensus import Round, RoundStatus
from comity.core.refusal import Refusal
from comity.core.rights import Clerk
from comity.core.shapes import To, Whole
from comity.core.state import Change, State


@act_kind("reframe.close-round/1")
@dataclass(frozen=True, kw_only=True)
class CloseRound(Act):
    """It says for how long an answer could not have arrived; it counts nothing, and finds no level of agreement.

    Some may have answered to the chair alone, and a count would tell of them.
    """

    right = Clerk()
    WITHIN_ROOM = True
    DATED_BY_DESK = True

    round: Annotated[str, To(Round, line=True)]
    interrupted_minutes: Annotated[int, Whole()]
    """Minutes in the last 24 hours of the round in which the desk could not receive."""

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Once, and not before its time."""
        yield from super().refusals(state)
        asked = state.find(Round, self.round)
        if asked is None:
            return
        if asked.status is RoundStatus.CLOSED:
            yield Refusal("round-closed", rule="25.7", field="round")
        if self.at < asked.deadline.instant:
            yield Refusal("round-not-over", rule="25.7", field="round", timely=True)

    def changes(self, state: State) -> Iterator[Change]:
        """The round is over; those who did not answer have not answered."""
        yield replace(
            state.get(Round, self.round),
            status=RoundStatus.CLOSED,
            closed=self.when.first,
            interrupted_minutes=self.interrupted_minutes,
        )
