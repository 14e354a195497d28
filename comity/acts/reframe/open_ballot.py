"""The chair puts a motion to the vote."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.ballot import Ballot, Majority, Method
from comity.core.electorate import asked_on, needed
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Chairs
from comity.core.scope import nearest
from comity.core.shapes import Id, OneOf, Thing, Until, Whole, Words
from comity.core.state import All, Change, Key, State, every
from comity.core.text import Proposal, ProposalStatus, Text, TextStatus
from comity.core.when import Deadline

QUIET = (TextStatus.UNDER_SILENCE, TextStatus.SILENCE_HELD)


@act_kind("reframe.open-ballot/1")
@dataclass(frozen=True, kw_only=True)
class OpenBallot(Act):
    """Who is entitled, what it takes and the words of the motion are settled now; nothing of them changes later."""

    right = Chairs()
    MADE = Ballot
    WITHIN_ROOM = True
    DATED_BY_DESK = True

    id: Annotated[str, Id()]
    on: Annotated[str, Thing(("text", "paragraph", "proposal"), line=True)]
    motion: Annotated[Free, Words()]
    method: Annotated[Method, OneOf(Method)]
    majority: Annotated[Majority, OneOf(Majority)]
    quorum: Annotated[int, Whole(most=10_000)]
    """How many of those entitled must vote or abstain."""
    deadline: Annotated[Deadline, Until()]

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also who is asked on the text, and the ballots there were on this text."""
        yield from super().needs(state)
        text = nearest(state, self.on, Text)
        if text is not None:
            yield from needed(text)
            yield every(Ballot, text=text.id)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """On words in play, one motion on one thing at a time, a quorum that can be met, and time to vote."""
        yield from super().refusals(state)
        proposal = nearest(state, self.on, Proposal)
        if proposal is not None and proposal.status is ProposalStatus.WITHDRAWN:
            yield Refusal("proposal-withdrawn", rule="26.2", field="on")
        text = nearest(state, self.on, Text)
        if text is None:
            return
        if text.status is TextStatus.ADOPTED:
            yield Refusal("text-adopted", rule="8.3", field="on")
        if text.status in QUIET:
            yield Refusal("asked-by-silence", rule="26.2", field="on")
        if text.revised_by:
            yield Refusal("text-revised", rule="8.5", field="on")
        running = [each for each in state.all(Ballot, text=text.id) if each.closed is None]
        if any(each.on == self.on for each in running):
            yield Refusal("ballot-running", rule="26.2", field="on")
        if self.deadline.instant <= self.at:
            yield Refusal("deadline-not-ahead", rule="26.3", field="deadline", timely=True)
        entitled = len(self._electorate(state, text))
        if not entitled:
            yield Refusal("nobody-has-a-voice", rule="26.1", field="on", timely=True)
        elif self.quorum > entitled:
            facts = {"quorum": self.quorum, "entitled": entitled}
            yield Refusal("quorum-too-high", rule="26.4", field="quorum", facts=facts, timely=True)

    def _electorate(self, state: State, text: Text) -> tuple[str, ...]:
        return asked_on(text, state, at=self.when.first)

    def changes(self, state: State) -> Iterator[Change]:
        """The ballot runs."""
        text = nearest(state, self.on, Text)
        if text is None:
            return
        yield self.into(
            Ballot,
            text=text.id,
            body=text.body,
            act=self.index,
            opened=self.when.first,
            parties=self._electorate(state, text),
        )
