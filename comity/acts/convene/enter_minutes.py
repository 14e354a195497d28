"""The minutes of a meeting are entered: what was said, in the secretariat's words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import act_kind
from comity.core.attendance import Minutes
from comity.core.audience import Audience
from comity.core.course import Course
from comity.core.erased import Free
from comity.core.of_meeting import OfMeeting
from comity.core.party import Attribution
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.shapes import Words
from comity.core.state import All, Change, Key, State


@act_kind("convene.enter-minutes/1")
@dataclass(frozen=True, kw_only=True)
class EnterMinutes(OfMeeting):
    """Minutes say who said what: off the record they stay with those who were in the room."""

    right = (Mandated(Power.ADMINISTER), Chairs())

    words: Annotated[Free, Words()]

    @classmethod
    def foretold(cls, rule: Attribution, *, body: str) -> Mapping[str, Audience]:
        """On the record everybody reads them, else the members of the body that met, else the secretariat."""
        told = super().foretold(rule, body=body)
        if rule is Attribution.ON_THE_RECORD:
            return told
        return {**told, "words": Audience.BODY if body else Audience.SECRETARIAT}

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also the minutes before, and what became of the meeting."""
        yield from super().needs(state)
        yield (Minutes, self.meeting)
        yield (Course, self.meeting)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Of a meeting that was held."""
        yield from super().refusals(state)
        meeting, course = self.held(state), state.find(Course, self.meeting)
        if course is not None and course.cancelled:
            yield Refusal("already-cancelled", rule="20.1", field="meeting")
        if meeting is not None and self.when.end <= meeting.start.first:
            yield Refusal("meeting-not-begun", rule="7.3", field="meeting", timely=True)

    def changes(self, state: State) -> Iterator[Change]:
        """The minutes stand."""
        yield self.into(Minutes, id=self.meeting)
