"""An endorsement passes to whom its party has become."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from comity.core.act import act_kind
from comity.core.endorsing import Passing
from comity.core.of_endorsement import OfEndorsement
from comity.core.party import Party
from comity.core.refusal import Refusal
from comity.core.shapes import OneOf, To
from comity.core.state import Change, State


@act_kind("mobilize.pass-on-endorsement/1")
@dataclass(frozen=True, kw_only=True)
class PassOnEndorsement(OfEndorsement):
    """Renamed, succeeded or merged: the endorsement is one and the same, and who made it stays told."""

    to_party: Annotated[str, To(Party)]
    how: Annotated[Passing, OneOf(Passing)]

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By who stands behind it, or the secretariat; to another, while it stands."""
        yield from super().refusals(state)
        backing = self.backing(state)
        if backing is None:
            return
        if backing.holder != self.party and not self.is_by_secretariat(state):
            yield Refusal("not-your-endorsement", rule="33.3", field="endorsement")
        if self.to_party == backing.holder:
            yield Refusal("passes-to-itself", rule="33.5", field="to_party")
        if backing.withdrawn is not None:
            yield Refusal("endorsement-withdrawn", rule="33.4", field="endorsement")

    def changes(self, state: State) -> Iterator[Change]:
        """Another stands behind it now."""
        backing = self.backing(state)
        if backing is not None:
            yield replace(backing, holder=self.to_party, passed=self.how, passed_on=self.when)
