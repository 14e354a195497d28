"""Someone carried a text or a recommendation to somebody who can act on it, and logs how it went."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.outreach import Target, Visit
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Date, Id, Line, OneOf, Thing, To, Words
from comity.core.state import Change, State
from comity.core.support import Advocacy, AdvocacyOutcome
from comity.core.when import When


@act_kind("mobilize.log-advocacy/1")
@dataclass(frozen=True, kw_only=True)
class LogAdvocacy(Act):
    """So that two do not call the same minister, and a visit can be seen to have led somewhere."""

    right = Mandated(Power.SPEAK)
    audience: ClassVar[Mapping[str, Audience]] = {
        "*": Audience.PROGRAMME,
        "by": Audience.OWN,
        "words": Audience.SECRETARIAT,
    }
    MADE = Advocacy

    id: Annotated[str, Id()]
    carries: Annotated[str, Thing(line=True)]
    target: Annotated[str, Line()]
    door: Annotated[str, To(Target)] = ""
    """The door it was at, where that was named: then it is found there, however it is called here."""
    outcome: Annotated[AdvocacyOutcome, OneOf(AdvocacyOutcome)]
    met_on: Annotated[When | None, Date()] = None
    words: Annotated[Free, Words()] = ""

    def makes(self) -> Iterator[str]:
        """Also the call at a door, where one is named."""
        yield from super().makes()
        if self.door:
            yield f"{Visit.TYPE}/{self.id}"

    def refusals(self, state: State) -> Iterator[Refusal]:
        """A visit is logged after it was made, at a door to which the same is carried."""
        yield from super().refusals(state)
        door = state.find(Target, self.door) if self.door else None
        if door is not None and door.carries != self.carries:
            yield Refusal("door-of-another", rule="35.5", field="door")
        if self.met_on is not None and self.met_on.first > self.at:
            yield Refusal("not-yet", rule="15.4", field="met_on")

    def changes(self, state: State) -> Iterator[Change]:
        """The visit is known to those who carry the same thing."""
        yield self.into(Advocacy, party=self.party)
        if self.door:
            yield Visit(id=self.id, advocacy=self.id, target=self.door)
