"""A party withdraws from the programme."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from comity.core.absence import Absence, Why
from comity.core.act import Act, act_kind
from comity.core.erased import Free
from comity.core.party import Party, Seat
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, Words
from comity.core.state import All, Change, Key, State, every


@act_kind("parties.withdraw-party/1")
@dataclass(frozen=True, kw_only=True)
class WithdrawParty(Act):
    """What it did stands. Nobody withdraws for another, and who comes back is admitted anew."""

    right = Mandated(Power.NOMINATE)
    MADE = Absence
    STILL = frozenset({Why.SUSPENDED})

    id: Annotated[str, Id()]
    why: Annotated[Free, Words()] = ""

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also its seats, and whether it has left already."""
        yield from super().needs(state)
        yield every(Seat, party=self.party)
        yield every(Absence, party=self.party)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Once, and not by who runs the programme: that is handed over first."""
        yield from super().refusals(state)
        party = state.find(Party, self.party)
        if party is not None and party.hosts:
            yield Refusal("runs-the-programme", rule="37.1")
        gone = (each.because for each in state.all(Absence, party=self.party))
        if any(because is not Why.SUSPENDED for because in gone):
            yield Refusal("already-absent", rule="37.2")

    def changes(self, state: State) -> Iterator[Change]:
        """It takes no part any more, and its seats are empty."""
        left = self.when.first
        yield self.into(Absence, party=self.party, because=Why.WITHDREW, start=left)
        for seat in state.all(Seat, party=self.party):
            if not seat.is_over_at(left):
                yield replace(seat, ended=left)
