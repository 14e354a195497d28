"""Who was at a meeting is written down: by name, by party, or by number, as the meeting's rule lets it be told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import act_kind
from comity.core.attendance import FEW, Attendance
from comity.core.audience import Audience
from comity.core.course import Course
from comity.core.erased import Erased
from comity.core.of_meeting import OfMeeting
from comity.core.party import Attribution, Party
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.shapes import Line, Several, To, Whole
from comity.core.state import All, Change, Key, State


@act_kind("convene.record-attendance/1")
@dataclass(frozen=True, kw_only=True)
class RecordAttendance(OfMeeting):
    """Under the Chatham House Rule neither names nor parties leave the room, and no number that would tell them."""

    right = (Mandated(Power.ADMINISTER), Chairs())
    HIDDEN = ("parties", "names")

    present: Annotated[int, Whole(most=1_000_000)] = 0
    parties: Annotated[tuple[str, ...], Several(To(Party))] = ()
    names: Annotated[tuple[str, ...] | Erased, Several(Line(erasable=True))] = ()

    @classmethod
    def foretold(cls, rule: Attribution, *, body: str) -> Mapping[str, Audience]:
        """Where the rule protects nobody, names are for those who take part: a list of people is a target."""
        told = super().foretold(rule, body=body)
        is_open = rule is Attribution.ON_THE_RECORD
        return {**told, "names": Audience.PROGRAMME} if is_open else told

    def defaults(self, state: State) -> Mapping[str, Audience]:
        """A number below ten is kept as close as the parties are."""
        told = super().defaults(state)
        is_few = self.attribution_rule(state) is Attribution.CHATHAM_HOUSE and self.present < FEW
        return {**told, "present": told["parties"]} if is_few else told

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what was written down before, and what became of the meeting."""
        yield from super().needs(state)
        yield (Attendance, self.meeting)
        yield (Course, self.meeting)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Of a meeting that was held, and of somebody."""
        yield from super().refusals(state)
        meeting, course = self.held(state), state.find(Course, self.meeting)
        if course is not None and course.cancelled:
            yield Refusal("already-cancelled", rule="20.1", field="meeting")
        if meeting is not None and self.when.end <= meeting.start.first:
            yield Refusal("meeting-not-begun", rule="7.3", field="meeting", timely=True)
        if not (self.present or self.parties or self.names):
            yield Refusal("nobody-told", rule="23.1", field="present")
        if len(set(self.parties)) < len(self.parties):
            yield Refusal("party-twice", rule="7.2", field="parties")
        named = 0 if isinstance(self.names, Erased) else len(self.names)
        if 0 < self.present < max(named, len(self.parties)):
            yield Refusal("fewer-than-named", rule="23.2", field="present")

    def changes(self, state: State) -> Iterator[Change]:
        """These were there."""
        yield self.into(Attendance, id=self.meeting)
