"""Somebody flags a risk to a contact or at a door, and names the one or two people who may know of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.party import Mandate, Person
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.risk import MOST_READERS, Risk
from comity.core.shapes import Id, Several, Thing, To, Words
from comity.core.state import All, Change, Key, State, every


@act_kind("mobilize.flag-risk/1")
@dataclass(frozen=True, kw_only=True)
class FlagRisk(Act):
    """Nobody else learns that it was flagged: no other of the same party, and not the secretariat."""

    right = Mandated(Power.SPEAK)
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.PERSONS}
    READERS = "told"
    OF_THIS_DESK = True
    DATED_BY_DESK = True
    MADE = Risk

    id: Annotated[str, Id()]
    about: Annotated[str, Thing(("contact", "target", "advocacy"))]
    told: Annotated[tuple[str, ...], Several(To(Person), least=1, most=MOST_READERS)]
    words: Annotated[Free, Words()]
    asks: Annotated[Free, Words()] = ""

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also for whom those who are named act."""
        yield from super().needs(state)
        yield from (every(Mandate, person=each) for each in self.told)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """To others than oneself, each once, who can read it."""
        yield from super().refusals(state)
        if self.by in self.told:
            yield Refusal("names-oneself", rule="47.1", field="told")
        if len(set(self.told)) < len(self.told):
            yield Refusal("reader-twice", rule="47.1", field="told")
        for each in self.told:
            mandates = state.all(Mandate, person=each)
            if state.find(Person, each) and not any(one.holds_at(self.at) for one in mandates):
                yield Refusal("reader-without-mandate", rule="47.2", field="told")

    def changes(self, state: State) -> Iterator[Change]:
        """It is known to those it names."""
        yield self.into(Risk, flagged_by=self.by, on=self.when)
