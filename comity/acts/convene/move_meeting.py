"""A meeting is moved to another time or place; what was said of it before stands with it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from comity.core.act import act_kind
from comity.core.course import Course
from comity.core.erased import Free
from comity.core.invitation import Invitation
from comity.core.meeting import Meeting
from comity.core.of_meeting import OfMeeting
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.shapes import Date, Line, Words
from comity.core.state import All, Change, Key, State, every
from comity.core.when import When, is_zone


@act_kind("convene.move-meeting/1")
@dataclass(frozen=True, kw_only=True)
class MoveMeeting(OfMeeting):
    """It says when and where the meeting is held from now on; a place or zone that is not said stays."""

    right = (Mandated(Power.ADMINISTER), Chairs())

    start: Annotated[When, Date()]
    end: Annotated[When | None, Date()] = None
    place: Annotated[Free, Line(erasable=True)] = ""
    zone: Annotated[str, Line()] = ""
    why: Annotated[Free, Words()] = ""

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what became of it so far, and who was invited."""
        yield from super().needs(state)
        yield (Course, self.meeting)
        yield every(Invitation, meeting=self.meeting)

    def moved(self, meeting: Meeting) -> Meeting:
        """Return the meeting as it is held from now on."""
        there = replace(meeting, start=self.start, end=self.end, zone=self.zone or meeting.zone)
        return replace(there, place=self.place) if self.place else there

    def refusals(self, state: State) -> Iterator[Refusal]:
        """To a time that can be told and lies ahead, before it begins."""
        yield from super().refusals(state)
        if self.end is not None and self.end.end <= self.start.first:
            yield Refusal("ends-before-it-starts", rule="7.1", field="end")
        if self.zone and not is_zone(self.zone):
            yield Refusal("no-such-zone", rule="3.1", field="zone", facts={"zone": self.zone})
        if self.start.end <= self.when.first:
            yield Refusal("deadline-not-ahead", rule="20.3", field="start", timely=True)
        meeting, course = self.held(state), state.find(Course, self.meeting)
        if meeting is None:
            return
        if course is not None and course.cancelled:
            yield Refusal("already-cancelled", rule="20.1", field="meeting")
        if meeting.start.end <= self.when.first:
            yield Refusal("meeting-begun", rule="20.2", field="meeting", timely=True)
        if self.moved(meeting) == meeting:
            yield Refusal("not-moved", rule="20.4", field="start")

    def changes(self, state: State) -> Iterator[Change]:
        """It is held then and there, and those who were invited are told."""
        meeting = state.get(Meeting, self.meeting)
        course = state.find(Course, self.meeting) or Course(id=self.meeting, meeting=self.meeting)
        yield self.moved(meeting)
        after = replace(course, moved=course.moved + 1, before=meeting.start, why=self.why)
        yield after
        for invitation in state.all(Invitation, meeting=self.meeting):
            yield replace(invitation, sequence=after.sequence)
