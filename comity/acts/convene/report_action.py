"""A party says that it has done what a meeting asked of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.attendance import Action
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.meeting import Meeting
from comity.core.party import Attribution
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.room import CLOSED_ROOM
from comity.core.shapes import Date, To, Words
from comity.core.state import Change, State
from comity.core.when import When


@act_kind("convene.report-action/1")
@dataclass(frozen=True, kw_only=True)
class ReportAction(Act):
    """It is the party's own word; what one could check is evidence, on a commitment."""

    right = (Mandated(Power.SPEAK), Mandated(Power.NOMINATE))

    action: Annotated[str, To(Action)]
    on: Annotated[When, Date()]
    words: Annotated[Free, Words()] = ""

    def _meeting(self, state: State) -> Meeting | None:
        action = state.find(Action, self.action)
        return state.find(Meeting, action.meeting) if action else None

    def attribution_rule(self, state: State) -> Attribution:
        """The rule of the meeting that asked."""
        meeting = self._meeting(state)
        return meeting.attribution if meeting else Attribution.ON_THE_RECORD

    def defaults(self, state: State) -> Mapping[str, Audience]:
        """Off the record the room sees it, or the secretariat where no body met."""
        meeting = self._meeting(state)
        if meeting is None or meeting.attribution is Attribution.ON_THE_RECORD:
            return self.audience
        return CLOSED_ROOM if meeting.body else {"*": Audience.SECRETARIAT, "by": Audience.OWN}

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By the party of which it was asked, once, after it was done."""
        yield from super().refusals(state)
        action = state.find(Action, self.action)
        if action is not None and action.party != self.party:
            yield Refusal("not-your-action", rule="24.3", field="action")
        if action is not None and action.done is not None:
            yield Refusal("already-done", rule="24.4", field="action")
        if self.when.end <= self.on.first:
            yield Refusal("not-yet", rule="24.5", field="on")

    def changes(self, state: State) -> Iterator[Change]:
        """It is done."""
        yield replace(state.get(Action, self.action), done=self.on, told=self.words)
