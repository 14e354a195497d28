"""A party backs something no longer."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from comity.core.act import act_kind
from comity.core.erased import Free
from comity.core.of_endorsement import OfEndorsement
from comity.core.refusal import Refusal
from comity.core.shapes import Words
from comity.core.state import Change, State


@act_kind("mobilize.withdraw-endorsement/1")
@dataclass(frozen=True, kw_only=True)
class WithdrawEndorsement(OfEndorsement):
    """It stays in the record with both its dates, and counts from the second on no more."""

    why: Annotated[Free, Words()] = ""

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By who stands behind it, once; by the secretariat with its reason."""
        yield from super().refusals(state)
        backing = self.backing(state)
        if backing is None:
            return
        if backing.holder != self.party and not self.is_by_secretariat(state):
            yield Refusal("not-your-endorsement", rule="33.3", field="endorsement")
        elif backing.holder != self.party and not self.why:
            yield Refusal("reason-missing", rule="33.3", field="why")
        if backing.withdrawn is not None:
            yield Refusal("endorsement-withdrawn", rule="33.4", field="endorsement")

    def changes(self, state: State) -> Iterator[Change]:
        """It no longer counts."""
        backing = self.backing(state)
        if backing is not None:
            yield replace(backing, withdrawn=self.when, why=self.why)
