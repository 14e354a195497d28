"""What one needs to take part in a meeting: how many seats there are, how to get in, how to join from afar."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import act_kind
from comity.core.audience import Audience
from comity.core.course import Course
from comity.core.erased import Free
from comity.core.invitation import Arrangement, Seating
from comity.core.of_meeting import OfMeeting
from comity.core.party import Attribution, Party
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.shapes import Line, Several, To, Whole, Words
from comity.core.state import All, Change, Key, State

FOR_THE_INVITED = ("access", "joining", "for_parties")
"""What is told only to the parties that the act names."""


@act_kind("convene.arrange-meeting/1")
@dataclass(frozen=True, kw_only=True)
class ArrangeMeeting(OfMeeting):
    """The latest stands, whole. The joining link is for the parties it names, and in no public part of the record."""

    right = (Mandated(Power.ADMINISTER), Chairs())
    ADDRESSED = ("for_parties",)

    seats: Annotated[int, Whole(most=100_000)] = 0
    access: Annotated[Free, Words()] = ""
    joining: Annotated[Free, Line(erasable=True)] = ""
    for_parties: Annotated[tuple[str, ...], Several(To(Party))] = ()

    @classmethod
    def foretold(cls, rule: Attribution, *, body: str) -> Mapping[str, Audience]:
        """How one gets in, and joins from afar, is for those it is given to."""
        told = super().foretold(rule, body=body)
        return {**told, **dict.fromkeys(FOR_THE_INVITED, Audience.NAMED)}

    def defaults(self, state: State) -> Mapping[str, Audience]:
        """How one gets in, and joins from afar, is for those it is given to; of the rest the meeting's rule decides."""
        readers = Audience.NAMED if self.for_parties else Audience.SECRETARIAT
        return {**super().defaults(state), **dict.fromkeys(FOR_THE_INVITED, readers)}

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also how it was arranged, how many seats are taken, and what became of the meeting."""
        yield from super().needs(state)
        yield (Arrangement, self.meeting)
        yield (Course, self.meeting)
        yield (Seating, self.meeting)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """There are seats for all who come already, and somebody for whom the link is."""
        yield from super().refusals(state)
        course, seating = state.find(Course, self.meeting), state.find(Seating, self.meeting)
        if course is not None and course.cancelled:
            yield Refusal("already-cancelled", rule="20.1", field="meeting")
        if seating is not None and 0 < self.seats < seating.taken:
            facts = {"taken": seating.taken}
            yield Refusal("fewer-than-come", rule="22.1", field="seats", facts=facts)
        if (self.joining or self.access) and not self.for_parties:
            yield Refusal("link-for-nobody", rule="22.2", field="for_parties")
        if isinstance(self.joining, str) and self.joining and not _is_link(self.joining):
            yield Refusal("not-a-link", rule="22.3", field="joining")

    def changes(self, state: State) -> Iterator[Change]:
        """The meeting is arranged so."""
        yield self.into(Arrangement, id=self.meeting)


def _is_link(said: str) -> bool:
    return said.startswith(("https://", "http://")) and " " not in said
