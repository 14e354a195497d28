"""What is done about one meeting: the rule that the meeting announced decides who sees it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act
from comity.core.audience import Audience
from comity.core.meeting import Meeting
from comity.core.party import Attribution, Seat
from comity.core.room import meeting_audiences
from comity.core.shapes import To
from comity.core.state import All, State, every


@dataclass(frozen=True, kw_only=True)
class OfMeeting(Act):
    """An act about a meeting. It is no kind itself."""

    HIDDEN: ClassVar[tuple[str, ...]] = ()
    """The parts that tell who was there, or who spoke."""

    meeting: Annotated[str, To(Meeting)]

    def held(self, state: State) -> Meeting | None:
        """Return the meeting it is about."""
        return state.find(Meeting, self.meeting)

    def seats_of(self, state: State, party: str) -> Iterator[All]:
        """Ask for the seats that a party has in the body that meets: what `sits` looks at."""
        meeting = self.held(state)
        if meeting is not None and meeting.body and party:
            yield every(Seat, body=meeting.body, party=party)

    def sits(self, state: State, party: str) -> bool:
        """Tell whether a party has a seat in the body that meets, at the instant of the act."""
        meeting = self.held(state)
        if meeting is None or not (meeting.body and party):
            return False
        return any(
            seat.holds_at(self.at) for seat in state.all(Seat, body=meeting.body, party=party)
        )

    def attribution_rule(self, state: State) -> Attribution:
        """The rule of its meeting."""
        meeting = self.held(state)
        return meeting.attribution if meeting else Attribution.ON_THE_RECORD

    @classmethod
    def foretold(cls, rule: Attribution, *, body: str) -> Mapping[str, Audience]:
        """Who will see each part, as far as it can be said before the rest is filled in."""
        own = {part: who for part, who in cls.audience.items() if part != "*"}
        return {**meeting_audiences(rule, body=body, hidden=cls.HIDDEN), **own}

    def defaults(self, state: State) -> Mapping[str, Audience]:
        """What the meeting's rule lets out of the room, and what the kind keeps closer than that."""
        meeting = self.held(state)
        if meeting is None:
            return self.audience
        return self.foretold(meeting.attribution, body=meeting.body)
