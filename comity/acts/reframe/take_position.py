"""A party says where it stands on a text, a paragraph or a proposal."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Seated
from comity.core.scope import nearest
from comity.core.shapes import OneOf, Thing, Words
from comity.core.state import All, Change, Key, State
from comity.core.text import Position, Proposal, ProposalStatus, Stance, Text, TextStatus


@act_kind("reframe.take-position/1")
@dataclass(frozen=True, kw_only=True)
class TakePosition(Act):
    """The latest stands. Positions inform the chair; they are not votes."""

    right = Seated()
    audience: ClassVar[Mapping[str, Audience]] = {
        "*": Audience.PUBLIC,
        "by": Audience.OWN,
        "for_capital": Audience.OWN,
    }
    WITHIN_ROOM = True
    least: ClassVar[Mapping[str, Audience]] = {"*": Audience.OWN}

    on: Annotated[str, Thing(("paragraph", "proposal", "text"))]
    stance: Annotated[Stance, OneOf(Stance)]
    reason: Annotated[Free, Words()] = ""
    cure: Annotated[Free, Words()] = ""
    for_capital: Annotated[Free, Words()] = ""

    @property
    def position(self) -> str:
        """One position a party on each thing: `paragraph.cables-p7.meridonia`."""
        return self.own_id(self.on)

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also the position held so far."""
        yield from super().needs(state)
        yield (Position, self.position)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """It concerns words that are still in play."""
        yield from super().refusals(state)
        proposal = nearest(state, self.on, Proposal)
        if proposal is not None and proposal.status is ProposalStatus.WITHDRAWN:
            yield Refusal("proposal-withdrawn", rule="10.1", field="on")
        text = nearest(state, self.on, Text)
        if text is None:
            return
        if text.status is TextStatus.ADOPTED:
            yield Refusal("text-adopted", rule="8.3", field="on")
        if text.revised_by:
            yield Refusal("text-revised", rule="8.5", field="on")

    def changes(self, state: State) -> Iterator[Change]:
        """The party's position is this one."""
        text = nearest(state, self.on, Text)
        yield self.into(Position, id=self.position, text=text.id if text else "", party=self.party)
