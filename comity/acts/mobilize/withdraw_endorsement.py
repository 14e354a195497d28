"""A party backs something no longer."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from comity.core.absence import Why
from comity.core.act import Act, act_kind
from comity.core.endorsing import Backing
from comity.core.erased import Free
from comity.core.party import Party
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import To, Words
from comity.core.state import All, Change, Key, State
from comity.core.support import Endorsement


@act_kind("mobilize.withdraw-endorsement/1")
@dataclass(frozen=True, kw_only=True)
class WithdrawEndorsement(Act):
    """It stays in the record with both its dates, and counts from the second on no more."""

    right = (Mandated(Power.ENDORSE), Mandated(Power.ADMINISTER))
    STILL = frozenset(Why)

    endorsement: Annotated[str, To(Endorsement, line=True)]
    why: Annotated[Free, Words()] = ""

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what became of it."""
        yield from super().needs(state)
        yield (Backing, self.endorsement)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By who stands behind it, once; by the secretariat with its reason."""
        yield from super().refusals(state)
        endorsement = state.find(Endorsement, self.endorsement)
        if endorsement is None:
            return
        backing = state.find(Backing, self.endorsement)
        holder = backing.holder if backing else endorsement.party
        actor = state.find(Party, self.on_behalf_of)
        is_secretariat = actor is not None and actor.may_administer
        if holder != self.party and not is_secretariat:
            yield Refusal("not-your-endorsement", rule="33.3", field="endorsement")
        if holder != self.party and is_secretariat and not self.why:
            yield Refusal("reason-missing", rule="33.3", field="why")
        if backing is not None and backing.withdrawn is not None:
            yield Refusal("endorsement-withdrawn", rule="33.4", field="endorsement")

    def changes(self, state: State) -> Iterator[Change]:
        """It no longer counts."""
        endorsement = state.get(Endorsement, self.endorsement)
        backing = state.find(Backing, self.endorsement) or Backing(
            id=self.endorsement, endorsement=self.endorsement, holder=endorsement.party
        )
        yield replace(backing, withdrawn=self.when, why=self.why)
