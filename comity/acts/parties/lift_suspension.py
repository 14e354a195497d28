"""A suspension is lifted: the party takes part again, in the seats it had."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from comity.core.absence import Absence, Stands, Why
from comity.core.act import Act, act_kind
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import To, Words
from comity.core.state import Change, State


@act_kind("parties.lift-suspension/1")
@dataclass(frozen=True, kw_only=True)
class LiftSuspension(Act):
    """What was decided meanwhile stands: the party was not asked, and is not asked afterwards."""

    right = Mandated(Power.ADMINISTER)
    DATED_BY_DESK = True
    OF_THIS_DESK = True

    absence: Annotated[str, To(Absence)]
    words: Annotated[Free, Words()] = ""

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Only a suspension, and once; who withdrew or was succeeded is admitted anew."""
        yield from super().refusals(state)
        absence = state.find(Absence, self.absence)
        if absence is None:
            return
        if absence.because is not Why.SUSPENDED:
            yield Refusal("not-a-suspension", rule="37.3", field="absence")
        if absence.stands is Stands.LIFTED:
            yield Refusal("already-lifted", rule="37.3", field="absence")

    def changes(self, state: State) -> Iterator[Change]:
        """The party takes part from now on."""
        yield replace(state.get(Absence, self.absence), stands=Stands.LIFTED, ended=self.at)
