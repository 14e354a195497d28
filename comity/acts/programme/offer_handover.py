"""The host offers the programme to the party that is to run it next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from comity.core.absence import Absence
from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.authority import may
from comity.core.erased import Free
from comity.core.handover import Handover, HandoverStatus
from comity.core.party import Mandate, Party, Person, Standing
from comity.core.programme import Programme
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Date, Id, To, Words
from comity.core.state import All, Change, Key, State, every
from comity.core.when import When


@act_kind("programme.offer-handover/1")
@dataclass(frozen=True, kw_only=True)
class OfferHandover(Act):
    """Nothing changes by an offer. One is open at a time: a new one takes the place of the one before."""

    right = Mandated(Power.ADMINISTER)
    OF_THIS_DESK = True
    DATED_BY_DESK = True
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.PROGRAMME, "by": Audience.OWN}
    MADE = Handover

    id: Annotated[str, Id()]
    to_party: Annotated[str, To(Party)]
    officer: Annotated[str, To(Person)]
    until: Annotated[When, Date()]
    words: Annotated[Free, Words()] = ""

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also who hosts now, what is offered already, and what the officer may do."""
        yield from super().needs(state)
        yield (Programme, "programme")
        yield every(Handover, status=HandoverStatus.OFFERED)
        yield every(Absence, party=self.to_party)
        yield every(Mandate, person=self.officer)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By the host, to somebody who could run it."""
        yield from super().refusals(state)
        programme = state.find(Programme, "programme")
        if programme is not None and programme.host != self.on_behalf_of:
            yield Refusal("not-the-host", rule="2.7", field="on_behalf_of")
        if self.until.end <= self.at:
            yield Refusal("offer-ends-before-it-is-made", rule="2.9", field="until")
        party = state.find(Party, self.to_party)
        if party is None:
            return
        if self.to_party == self.on_behalf_of:
            yield Refusal("offered-to-itself", rule="2.8", field="to_party")
        if party.standing is Standing.NAMED:
            yield Refusal("next-host-takes-no-part", rule="2.8", field="to_party")
        if party.exercise:
            yield Refusal("practice-runs-nothing", rule="2.8", field="to_party")
        if any(each.holds_at(self.at) for each in state.all(Absence, party=self.to_party)):
            yield Refusal("next-host-is-absent", rule="2.8", field="to_party")
        mandates = state.all(Mandate, person=self.officer)
        if not may(mandates, power=Power.SPEAK, party=self.to_party, at=self.at):
            yield Refusal("officer-may-not-speak", rule="2.8", field="officer")

    def changes(self, state: State) -> Iterator[Change]:
        """It stands, alone."""
        for before in state.all(Handover, status=HandoverStatus.OFFERED):
            yield replace(before, status=HandoverStatus.REPLACED)
        yield self.into(Handover, from_party=self.on_behalf_of)
