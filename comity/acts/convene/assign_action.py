"""A meeting asks something of a party, by a date; it stands on that party's desk until it says that it is done."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import act_kind
from comity.core.attendance import Action
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.meeting import Outcome
from comity.core.of_meeting import OfMeeting
from comity.core.party import Attribution, Party
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.room import CLOSED_ROOM
from comity.core.shapes import Date, Id, Several, Thing, To, Words
from comity.core.state import All, Change, Key, State
from comity.core.when import When


@act_kind("convene.assign-action/1")
@dataclass(frozen=True, kw_only=True)
class AssignAction(OfMeeting):
    """Off the record only the room, or the party itself, knows of whom it is asked: it was there, or is spoken of."""

    right = (Mandated(Power.ADMINISTER), Chairs())
    ADDRESSED = ("charged",)
    MADE = Action

    id: Annotated[str, Id()]
    charged: Annotated[str, To(Party)]
    does: Annotated[Free, Words()]
    by_when: Annotated[When, Date()]
    outcome: Annotated[str, To(Outcome, line=True)] = ""
    follows: Annotated[tuple[str, ...], Several(Thing(line=True))] = ()

    @classmethod
    def foretold(cls, rule: Attribution, *, body: str) -> Mapping[str, Audience]:
        """Mostly something is asked of those who sit in the body that met."""
        if rule is Attribution.ON_THE_RECORD:
            return super().foretold(rule, body=body)
        return CLOSED_ROOM if body else {"*": Audience.NAMED, "by": Audience.OWN}

    def defaults(self, state: State) -> Mapping[str, Audience]:
        """Off the record the room sees it where the party sits in it, else the party alone."""
        told = super().defaults(state)
        if told["*"] is Audience.BODY and not self.sits(state, self.charged):
            return {"*": Audience.NAMED, "by": Audience.OWN}
        return told

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also whether the party sits in the body that met."""
        yield from super().needs(state)
        yield from self.seats_of(state, self.charged)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By a date that lies ahead, and as an outcome of this meeting if it is one."""
        yield from super().refusals(state)
        if self.by_when.end <= self.at:
            yield Refusal("already-past", rule="24.1", field="by_when", timely=True)
        outcome = state.find(Outcome, self.outcome) if self.outcome else None
        if outcome is not None and outcome.meeting != self.meeting:
            yield Refusal("of-another-meeting", rule="24.2", field="outcome")

    def changes(self, state: State) -> Iterator[Change]:
        """It is asked of the party."""
        yield self.into(Action, party=self.charged)
