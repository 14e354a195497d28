"""What a meeting came to is recorded, in words that may leave the room; who said it may not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.meeting import Meeting, Outcome
from comity.core.party import Attribution, Party
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.room import meeting_audiences
from comity.core.shapes import Id, Several, Thing, To, Whole, Words
from comity.core.state import Change, State


@act_kind("convene.record-outcome/1")
@dataclass(frozen=True, kw_only=True)
class RecordOutcome(Act):
    """The secretariat or the chair writes it down; the parties' own words are other acts."""

    right = (Mandated(Power.ADMINISTER), Chairs())
    MADE = Outcome

    id: Annotated[str, Id()]
    meeting: Annotated[str, To(Meeting, line=True)]
    words: Annotated[Free, Words()]
    speakers: Annotated[tuple[str, ...], Several(To(Party))] = ()
    number: Annotated[int, Whole()] = 0
    follows: Annotated[tuple[str, ...], Several(Thing(line=True))] = ()

    def defaults(self, state: State) -> Mapping[str, Audience]:
        """The words are told as the meeting's attribution rule allows; speakers only to the chair."""
        meeting = state.find(Meeting, self.meeting)
        if meeting is None:
            return self.audience
        return meeting_audiences(meeting.attribution, body=meeting.body, hidden=("speakers",))

    def attribution_rule(self, state: State) -> Attribution:
        """The rule of its meeting."""
        meeting = state.find(Meeting, self.meeting)
        return meeting.attribution if meeting else Attribution.ON_THE_RECORD

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Nothing comes of a meeting before it begins."""
        yield from super().refusals(state)
        meeting = state.find(Meeting, self.meeting)
        if meeting is not None and self.when.end <= meeting.start.first:
            yield Refusal("meeting-not-begun", rule="7.3", field="meeting", timely=True)
        if len(set(self.speakers)) < len(self.speakers):
            yield Refusal("party-twice", rule="7.2", field="speakers")

    def changes(self, state: State) -> Iterator[Change]:
        """The outcome stands with its meeting."""
        yield self.into(Outcome)
