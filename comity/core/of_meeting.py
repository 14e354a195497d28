"""What is done about one meeting: the rule that the meeting announced decides who sees it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act
from comity.core.audience import Audience
from comity.core.meeting import Meeting
from comity.core.party import Attribution
from comity.core.room import meeting_audiences
from comity.core.shapes import To
from comity.core.state import State


@dataclass(frozen=True, kw_only=True)
class OfMeeting(Act):
    """An act about a meeting. It is no kind itself."""

    HIDDEN: ClassVar[tuple[str, ...]] = ()
    """The parts that tell who was there, or who spoke."""

    meeting: Annotated[str, To(Meeting, line=True)]

    def held(self, state: State) -> Meeting | None:
        """Return the meeting it is about."""
        return state.find(Meeting, self.meeting)

    def attribution_rule(self, state: State) -> Attribution:
        """The rule of its meeting."""
        meeting = self.held(state)
        return meeting.attribution if meeting else Attribution.ON_THE_RECORD

    def defaults(self, state: State) -> Mapping[str, Audience]:
        """What the meeting's rule lets out of the room, and what the kind keeps closer than that."""
        meeting = self.held(state)
        if meeting is None:
            return self.audience
        own = {part: who for part, who in self.audience.items() if part != "*"}
        told = meeting_audiences(meeting.attribution, body=meeting.body, hidden=self.HIDDEN)
        return {**told, **own}
