"""A party is invited to a meeting, and then says who comes; or one person of it; or whoever takes part."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import act_kind
from comity.core.audience import Audience
from comity.core.course import Course
from comity.core.erased import Free
from comity.core.invitation import Invitation
from comity.core.of_meeting import OfMeeting
from comity.core.party import Attribution, Party, Person
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.room import CLOSED_ROOM
from comity.core.shapes import Id, To, Until, Whole, Words
from comity.core.state import All, Change, Key, State, every
from comity.core.when import Deadline


@act_kind("convene.invite/1")
@dataclass(frozen=True, kw_only=True)
class Invite(OfMeeting):
    """Under an attribution rule only those in the room, or those it names, know whom it names."""

    right = (Mandated(Power.ADMINISTER), Chairs())
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.PROGRAMME, "by": Audience.OWN}
    audience_recorded: ClassVar[Mapping[str, Audience]] = audience
    ADDRESSED = ("invited",)
    MADE = Invitation

    id: Annotated[str, Id()]
    invited: Annotated[str, To(Party)] = ""
    guest: Annotated[str, To(Person)] = ""
    places: Annotated[int, Whole(least=1, most=1000)] = 1
    answer_by: Annotated[Deadline, Until()]
    words: Annotated[Free, Words()] = ""

    @classmethod
    def foretold(cls, rule: Attribution, *, body: str) -> Mapping[str, Audience]:
        """Mostly those are invited who sit in the body that meets."""
        if rule is Attribution.ON_THE_RECORD:
            return cls.audience
        return CLOSED_ROOM if body else {"*": Audience.NAMED, "by": Audience.OWN}

    def defaults(self, state: State) -> Mapping[str, Audience]:
        """What names nobody is open to the programme; else the rule of the meeting decides."""
        if not self.invited or self.attribution_rule(state) is Attribution.ON_THE_RECORD:
            return self.audience
        if self.sits(state, self.invited):
            return CLOSED_ROOM
        return {"*": Audience.NAMED, "by": Audience.OWN}

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also whether it was invited before, sits in the body, and what became of the meeting."""
        yield from super().needs(state)
        yield (Course, self.meeting)
        if self.invited:
            yield every(Invitation, meeting=self.meeting, party=self.invited)
        yield from self.seats_of(state, self.invited)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Once, to a meeting that is still to be held, with time to answer."""
        yield from super().refusals(state)
        if self.guest and not self.invited:
            yield Refusal("guest-of-nobody", rule="21.2", field="invited")
        if self.answer_by.instant <= self.at:
            yield Refusal("deadline-not-ahead", rule="21.3", field="answer_by", timely=True)
        if self.invited and state.all(Invitation, meeting=self.meeting, party=self.invited):
            yield Refusal("already-invited", rule="21.1", field="invited")
        meeting, course = self.held(state), state.find(Course, self.meeting)
        if course is not None and course.cancelled:
            yield Refusal("already-cancelled", rule="20.1", field="meeting")
        if meeting is None:
            return
        if meeting.start.end <= self.when.first:
            yield Refusal("meeting-begun", rule="20.2", field="meeting", timely=True)
        if meeting.start.end <= self.answer_by.instant:
            yield Refusal("answer-too-late", rule="21.3", field="answer_by")
        if meeting.attribution is Attribution.CLOSED and not self.sits(state, self.invited):
            yield Refusal("closed-to-them", rule="21.4", field="invited", timely=True)

    def changes(self, state: State) -> Iterator[Change]:
        """The invitation stands, and waits for its answer."""
        yield self.into(Invitation, party=self.invited, person=self.guest)
