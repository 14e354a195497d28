"""A meeting is convened: a summit, a dialogue, a workshop, a roundtable, a hearing, a meeting of a body."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.meeting import WHO_WAS_THERE, Meeting, MeetingForm
from comity.core.naming import Naming
from comity.core.party import Attribution, Body, Party
from comity.core.programme import Exercise, WorkArea
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.room import meeting_audiences
from comity.core.shapes import Date, Id, Line, OneOf, Several, Thing, To, Whole, Words
from comity.core.state import Change, State
from comity.core.when import When, is_zone


@act_kind("convene.convene-meeting/1")
@dataclass(frozen=True, kw_only=True)
class ConveneMeeting(Naming):
    """With the rule, announced beforehand, of what may be told of who was there and who said what."""

    right = (Mandated(Power.ADMINISTER), Chairs())
    MADE = Meeting

    id: Annotated[str, Id()]
    name: Annotated[str, Line()]
    form: Annotated[MeetingForm, OneOf(MeetingForm)]
    start: Annotated[When, Date()]
    end: Annotated[When | None, Date()] = None
    number: Annotated[int, Whole()] = 0
    place: Annotated[Free, Line(erasable=True)] = ""
    zone: Annotated[str, Line()] = "UTC"
    body: Annotated[str, To(Body)] = ""
    track: Annotated[str, Line()] = ""
    attribution: Annotated[Attribution, OneOf(Attribution)] = Attribution.ON_THE_RECORD
    participants: Annotated[str, Line()] = ""
    countries: Annotated[str, Line()] = ""
    partners: Annotated[tuple[str, ...], Several(Line())] = ()
    sectors: Annotated[tuple[str, ...], Several(Line())] = ()
    groups: Annotated[tuple[str, ...], Several(Line())] = ()
    parties: Annotated[tuple[str, ...], Several(To(Party))] = ()
    work_area: Annotated[str, To(WorkArea)] = ""
    exercise: Annotated[str, To(Exercise)] = ""
    follows: Annotated[tuple[str, ...], Several(Thing(line=True))] = ()
    note: Annotated[Free, Words()] = ""

    def defaults(self, state: State) -> Mapping[str, Audience]:
        """Who was there is told as the attribution rule allows."""
        return meeting_audiences(self.attribution, body=self.body, hidden=WHO_WAS_THERE)

    def attribution_rule(self, state: State) -> Attribution:
        """The rule that it announces."""
        return self.attribution

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Its times can be told, and it ends after it starts."""
        yield from super().refusals(state)
        if self.end is not None and self.end.end <= self.start.first:
            yield Refusal("ends-before-it-starts", rule="7.1", field="end")
        if not is_zone(self.zone):
            yield Refusal("no-such-zone", rule="3.1", field="zone", facts={"zone": self.zone})
        if len(set(self.parties)) < len(self.parties):
            yield Refusal("party-twice", rule="7.2", field="parties")

    def changes(self, state: State) -> Iterator[Change]:
        """The meeting stands in the calendar."""
        yield self.into(Meeting, exercise=self.scope(state))
