"""An endorsement passes to whom its party has become."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from comity.core.absence import Why
from comity.core.act import Act, act_kind
from comity.core.endorsing import Backing, Passing
from comity.core.party import Party
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import OneOf, To
from comity.core.state import All, Change, Key, State
from comity.core.support import Endorsement


@act_kind("mobilize.pass-on-endorsement/1")
@dataclass(frozen=True, kw_only=True)
class PassOnEndorsement(Act):
    """Renamed, succeeded or merged: the endorsement is one and the same, and who made it stays told."""

    right = (Mandated(Power.ENDORSE), Mandated(Power.ADMINISTER))
    STILL = frozenset(Why)

    endorsement: Annotated[str, To(Endorsement, line=True)]
    to_party: Annotated[str, To(Party)]
    how: Annotated[Passing, OneOf(Passing)]

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what became of it."""
        yield from super().needs(state)
        yield (Backing, self.endorsement)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By who stands behind it, or the secretariat; to another, while it stands."""
        yield from super().refusals(state)
        endorsement = state.find(Endorsement, self.endorsement)
        if endorsement is None:
            return
        backing = state.find(Backing, self.endorsement)
        holder = backing.holder if backing else endorsement.party
        actor = state.find(Party, self.on_behalf_of)
        if holder != self.party and not (actor is not None and actor.may_administer):
            yield Refusal("not-your-endorsement", rule="33.3", field="endorsement")
        if self.to_party == holder:
            yield Refusal("passes-to-itself", rule="33.5", field="to_party")
        if backing is not None and backing.withdrawn is not None:
            yield Refusal("endorsement-withdrawn", rule="33.4", field="endorsement")

    def changes(self, state: State) -> Iterator[Change]:
        """Another stands behind it now."""
        endorsement = state.get(Endorsement, self.endorsement)
        backing = state.find(Backing, self.endorsement) or Backing(
            id=self.endorsement, endorsement=self.endorsement, holder=endorsement.party
        )
        yield replace(backing, holder=self.to_party, passed=self.how, passed_on=self.when)
