"""A person is given authority to act for a party: to speak, to endorse, to nominate, to administer, to record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.authority import may
from comity.core.party import Mandate, Party, Person, Standing
from comity.core.refusal import Refusal
from comity.core.rights import RUNS_THE_PROGRAMME, Mandated, Power
from comity.core.shapes import Date, Id, OneOf, Several, To
from comity.core.state import All, Change, Key, State, every
from comity.core.when import When


@act_kind("parties.give-mandate/1")
@dataclass(frozen=True, kw_only=True)
class GiveMandate(Act):
    """The secretariat gives any; who nominates for a party gives its own people theirs."""

    right = (Mandated(Power.ADMINISTER), Mandated(Power.NOMINATE))
    OF_THIS_DESK = True
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.PROGRAMME, "by": Audience.OWN}
    MADE = Mandate

    id: Annotated[str, Id()]
    person: Annotated[str, To(Person)]
    for_party: Annotated[str, To(Party)]
    powers: Annotated[tuple[Power, ...], Several(OneOf(Power), least=1, most=5)]
    start: Annotated[When, Date()]
    end: Annotated[When | None, Date()] = None

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what the giver may do."""
        yield from super().needs(state)
        yield every(Mandate, person=self.by)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Nobody gives what is not theirs to give."""
        yield from super().refusals(state)
        party = state.find(Party, self.for_party)
        if party is None:
            return
        if party.standing is Standing.NAMED:
            yield Refusal("party-takes-no-part", rule="4.1", field="for_party")
        if RUNS_THE_PROGRAMME & set(self.powers) and not party.may_administer:
            yield Refusal("power-needs-secretariat", rule="4.2", field="powers")
        if len(set(self.powers)) < len(self.powers):
            yield Refusal("power-twice", rule="4.2", field="powers")
        if self.end is not None and self.end.end <= self.start.first:
            yield Refusal("ends-before-it-starts", rule="4.3", field="end")
        if not self._is_from_the_secretariat(state):
            if self.for_party != self.on_behalf_of:
                yield Refusal("not-your-party", rule="4.4", field="for_party", timely=True)
            if RUNS_THE_PROGRAMME & set(self.powers):
                yield Refusal("power-not-yours", rule="4.4", field="powers", timely=True)

    def _is_from_the_secretariat(self, state: State) -> bool:
        mandates = state.all(Mandate, person=self.by)
        return may(mandates, power=Power.ADMINISTER, party=self.on_behalf_of, at=self.at)

    def changes(self, state: State) -> Iterator[Change]:
        """The person may, from its start."""
        yield self.into(Mandate, party=self.for_party)
