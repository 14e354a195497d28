"""A party withdraws the words it proposed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Seated
from comity.core.shapes import To, Words
from comity.core.state import Change, State
from comity.core.text import Proposal, ProposalStatus, Text, TextStatus


@act_kind("reframe.withdraw-proposal/1")
@dataclass(frozen=True, kw_only=True)
class WithdrawProposal(Act):
    """Another party that likes the words may propose them again as its own."""

    right = Seated()
    WITHIN_ROOM = True
    EVEN_ASIDE = True
    least: ClassVar[Mapping[str, Audience]] = {"why": Audience.OWN}

    proposal: Annotated[str, To(Proposal, line=True)]
    why: Annotated[Free, Words()] = ""

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Only the party that proposed it, once, and before the text is adopted."""
        yield from super().refusals(state)
        proposal = state.find(Proposal, self.proposal)
        if proposal is None:
            return
        if proposal.party != self.party:
            yield Refusal("not-your-proposal", rule="9.3", field="proposal")
        if proposal.status is ProposalStatus.WITHDRAWN:
            yield Refusal("already-withdrawn", rule="9.4", field="proposal")
        if state.get(Text, proposal.text).status is TextStatus.ADOPTED:
            yield Refusal("text-adopted", rule="8.3", field="proposal")

    def changes(self, state: State) -> Iterator[Change]:
        """The proposal stands as withdrawn."""
        yield replace(state.get(Proposal, self.proposal), status=ProposalStatus.WITHDRAWN)
