"""A meeting is called off: it stays in the calendar, struck through, so that nobody travels to it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from comity.core.act import act_kind
from comity.core.course import Course
from comity.core.erased import Free
from comity.core.invitation import Invitation
from comity.core.of_meeting import OfMeeting
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.shapes import Words
from comity.core.state import All, Change, Key, State, every


@act_kind("convene.cancel-meeting/1")
@dataclass(frozen=True, kw_only=True)
class CancelMeeting(OfMeeting):
    """For good: a meeting that is held after all is convened anew."""

    right = (Mandated(Power.ADMINISTER), Chairs())

    why: Annotated[Free, Words()] = ""

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what became of it so far, and who was invited."""
        yield from super().needs(state)
        yield (Course, self.meeting)
        yield every(Invitation, meeting=self.meeting)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Once, and before it begins."""
        yield from super().refusals(state)
        meeting, course = self.held(state), state.find(Course, self.meeting)
        if course is not None and course.cancelled:
            yield Refusal("already-cancelled", rule="20.1", field="meeting")
        if meeting is not None and meeting.start.end <= self.when.first:
            yield Refusal("meeting-begun", rule="20.2", field="meeting", timely=True)

    def changes(self, state: State) -> Iterator[Change]:
        """It will not be held, and nobody is asked to it any more."""
        course = state.find(Course, self.meeting) or Course(id=self.meeting, meeting=self.meeting)
        after = replace(course, cancelled=True, why=self.why)
        yield after
        for invitation in state.all(Invitation, meeting=self.meeting):
            yield replace(invitation, lapsed=True, sequence=after.sequence)
