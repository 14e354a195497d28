"""A party is suspended: until the suspension is lifted, it takes no part."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.absence import Absence, Why, absent
from comity.core.act import Act, act_kind
from comity.core.erased import Free
from comity.core.party import Party, Standing
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, To, Words
from comity.core.state import All, Change, Key, State, every


@act_kind("parties.suspend-party/1")
@dataclass(frozen=True, kw_only=True)
class SuspendParty(Act):
    """Its seats are kept for it, and whatever it was asked before, it may still answer."""

    right = Mandated(Power.ADMINISTER)
    MADE = Absence
    DATED_BY_DESK = True
    OF_THIS_DESK = True

    id: Annotated[str, Id()]
    of_party: Annotated[str, To(Party)]
    why: Annotated[Free, Words()]

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also whether it is absent already."""
        yield from super().needs(state)
        yield every(Absence, party=self.of_party)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """A party that takes part, and that nobody needs in order to lift it again."""
        yield from super().refusals(state)
        party = state.find(Party, self.of_party)
        if party is None:
            return
        if party.standing is Standing.NAMED:
            yield Refusal("party-takes-no-part", rule="4.1", field="of_party")
        if party.hosts:
            yield Refusal("runs-the-programme", rule="37.1", field="of_party")
        if absent(state.all(Absence, party=self.of_party), at=self.at):
            yield Refusal("already-absent", rule="37.2", field="of_party")

    def changes(self, state: State) -> Iterator[Change]:
        """It takes no part from now on."""
        yield self.into(Absence, party=self.of_party, because=Why.SUSPENDED, start=self.at)
