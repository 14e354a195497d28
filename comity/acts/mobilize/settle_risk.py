"""A risk is settled: one of those who know of it says why it asks for nothing more."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from comity.core.act import act_kind
from comity.core.erased import Free
from comity.core.of_risk import OfRisk
from comity.core.refusal import Refusal
from comity.core.risk import SETTLED, Risk
from comity.core.shapes import Words
from comity.core.state import Change, State


@act_kind("mobilize.settle-risk/1")
@dataclass(frozen=True, kw_only=True)
class SettleRisk(OfRisk):
    """It leaves the desks of its circle, and stays in their minutes."""

    why: Annotated[Free, Words()]

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By one who knows of the risk, for all others who do, while it is open."""
        yield from super().refusals(state)
        risk = state.find(Risk, self.risk)
        if risk is None:
            return
        if self.by not in risk.circle:
            yield Refusal("not-of-the-circle", rule="47.4", field="risk")
        elif not self.is_for_all(risk):
            yield Refusal("not-the-circle", rule="47.4", field="told")
        if risk.status == SETTLED:
            yield Refusal("risk-settled", rule="47.5", field="risk")

    def changes(self, state: State) -> Iterator[Change]:
        """It is open no more."""
        risk = state.get(Risk, self.risk)
        yield replace(
            risk,
            status=SETTLED,
            settled_by=self.by,
            settled_on=self.when,
            why=self.why,
        )
