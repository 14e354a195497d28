"""A party is admitted to the programme, or to an exercise in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import act_kind
from comity.core.erased import Free
from comity.core.naming import Naming
from comity.core.party import Party, PartyForm, Standing
from comity.core.programme import Exercise
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, Line, OneOf, To, Words
from comity.core.state import Change, State
from comity.core.when import is_zone


@act_kind("parties.admit-party/1")
@dataclass(frozen=True, kw_only=True)
class AdmitParty(Naming):
    """Admitted by its official name, in its form and standing."""

    right = Mandated(Power.ADMINISTER)
    MADE = Party

    id: Annotated[str, Id()]
    name: Annotated[str, Line()]
    form: Annotated[PartyForm, OneOf(PartyForm)]
    standing: Annotated[Standing, OneOf(Standing)]
    exercise: Annotated[str, To(Exercise)] = ""
    country: Annotated[str, Line()] = ""
    zone: Annotated[str, Line()] = "UTC"
    about: Annotated[Free, Words()] = ""

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Its times can be told, and the programme has its host already."""
        yield from super().refusals(state)
        if self.standing is Standing.HOST and not self.scope(state):
            yield Refusal("programme-has-its-host", rule="3.3", field="standing")
        if not is_zone(self.zone):
            yield Refusal("no-such-zone", rule="3.1", field="zone", facts={"zone": self.zone})

    def changes(self, state: State) -> Iterator[Change]:
        """It is a party from now on."""
        yield self.into(Party, exercise=self.scope(state))
