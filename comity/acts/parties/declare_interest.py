"""A party, or one of its people, declares an interest in something that is being decided."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.interest import Interest
from comity.core.party import Person
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, Thing, To, Words
from comity.core.state import Change, State

ITEMS = ("text", "paragraph", "body", "meeting", "norm", "call", "report", "recommendation")


@act_kind("parties.declare-interest/1")
@dataclass(frozen=True, kw_only=True)
class DeclareInterest(Act):
    """To declare is not to step aside; whoever decides knows of it."""

    right = Mandated(Power.SPEAK)
    MADE = Interest
    WITHIN_ROOM = True
    least: ClassVar[Mapping[str, Audience]] = {"person": Audience.OWN}

    id: Annotated[str, Id()]
    about: Annotated[str, Thing(ITEMS)]
    words: Annotated[Free, Words()]
    person: Annotated[str, To(Person)] = ""

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Nobody declares another's interest."""
        yield from super().refusals(state)
        if self.person and self.person != self.by:
            yield Refusal("interest-of-another", rule="39.1", field="person", timely=True)

    def changes(self, state: State) -> Iterator[Change]:
        """It stands beside the thing."""
        yield self.into(Interest, party=self.party, on=self.when)
