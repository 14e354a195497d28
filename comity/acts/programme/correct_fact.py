"""A fact that the secretariat stated is corrected, where everybody sees it: what it was stays beside what it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar

from comity.core.act import act_kind
from comity.core.audience import Audience
from comity.core.correction import CORRECTABLE, Correction
from comity.core.entity import Entity, entity_types
from comity.core.erased import Free
from comity.core.meeting import Meeting
from comity.core.naming import Called, Naming
from comity.core.party import Attribution
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.room import meeting_audiences
from comity.core.scope import key_of
from comity.core.shapes import Date, Id, Line, Thing, Words
from comity.core.state import Change, State
from comity.core.when import When

HOW_MANY = ("participants", "countries")
"""Parts that say who was at a meeting."""


@act_kind("programme.correct-fact/1")
@dataclass(frozen=True, kw_only=True)
class CorrectFact(Naming):
    """Only what is given is corrected; all else stays. A fact that was never so is struck with its act instead."""

    right = Mandated(Power.ADMINISTER)
    MADE = Correction
    ASKS: ClassVar[Mapping[str, tuple[str, ...]]] = CORRECTABLE

    id: Annotated[str, Id()]
    of: Annotated[str, Thing(tuple(CORRECTABLE))]
    why: Annotated[Free, Words()]
    name: Annotated[str, Line()] = ""
    title: Annotated[str, Line()] = ""
    start: Annotated[When | None, Date()] = None
    end: Annotated[When | None, Date()] = None
    issued: Annotated[When | None, Date()] = None
    published: Annotated[When | None, Date()] = None
    place: Annotated[Free, Line(erasable=True)] = ""
    participants: Annotated[str, Line()] = ""
    countries: Annotated[str, Line()] = ""
    country: Annotated[str, Line()] = ""
    period: Annotated[str, Line()] = ""
    status: Annotated[str, Line()] = ""
    summary: Annotated[Free, Words()] = ""
    words: Annotated[Free, Words()] = ""
    about: Annotated[Free, Words()] = ""
    note: Annotated[Free, Words()] = ""

    @classmethod
    def called(cls, said: Mapping[str, Any]) -> Called | None:
        """The thing that it corrects, where what it is called is corrected."""
        of = str(said.get("of", ""))
        kind = entity_types().get(of.partition("/")[0])
        if kind is None or kind.CALLED not in said:
            return None
        return Called(kind, kind.CALLED, itself=of)

    @property
    def corrected(self) -> Mapping[str, Any]:
        """The facts that are given, by the field of the thing."""
        listed = dict.fromkeys(field for fields in CORRECTABLE.values() for field in fields)
        return {name: value for name in listed if (value := getattr(self, name))}

    def defaults(self, state: State) -> Mapping[str, Audience]:
        """As the thing itself is told: of a meeting, by its own rule."""
        meeting = self._meeting(state)
        if meeting is None:
            return self.audience
        return meeting_audiences(meeting.attribution, body=meeting.body, hidden=HOW_MANY)

    def attribution_rule(self, state: State) -> Attribution:
        """The rule of the meeting that it is about."""
        meeting = self._meeting(state)
        return meeting.attribution if meeting else Attribution.ON_THE_RECORD

    def _meeting(self, state: State) -> Meeting | None:
        found = self._thing(state)
        return found if isinstance(found, Meeting) else None

    def _thing(self, state: State) -> Entity | None:
        key = key_of(self.of)
        return state.find(*key) if key else None

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Facts of this thing, and others than it states already."""
        yield from super().refusals(state)
        thing = self._thing(state)
        if thing is None:
            return
        if not self.corrected:
            yield Refusal("nothing-corrected", rule="40.4", field="of")
        for name, value in self.corrected.items():
            if name not in CORRECTABLE[thing.TYPE]:
                yield Refusal("not-a-fact-of-it", rule="40.4", field=name)
            elif getattr(thing, name) == value:
                yield Refusal("says-so-already", rule="40.4", field=name)
        if isinstance(thing, Meeting):
            start, end = self.start or thing.start, self.end or thing.end
            if end is not None and end.end <= start.first:
                yield Refusal("ends-before-it-starts", rule="7.1", field="end")

    def changes(self, state: State) -> Iterator[Change]:
        """The thing says it as corrected, and that it was."""
        yield self.into(Correction, fields=tuple(self.corrected), on=self.when)
        thing = self._thing(state)
        if thing is not None:
            facts = CORRECTABLE[thing.TYPE]
            told = {name: value for name, value in self.corrected.items() if name in facts}
            yield replace(thing, **told)
