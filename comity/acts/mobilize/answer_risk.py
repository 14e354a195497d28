"""One of those who know of a risk answers the others: what was done, what is asked, what was seen since."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import act_kind
from comity.core.erased import Free
from comity.core.of_risk import OfRisk
from comity.core.refusal import Refusal
from comity.core.risk import SETTLED, Risk, RiskAnswer
from comity.core.shapes import Id, Words
from comity.core.state import Change, State


@act_kind("mobilize.answer-risk/1")
@dataclass(frozen=True, kw_only=True)
class AnswerRisk(OfRisk):
    """The circle is as large as it was; nobody learns of the answer who did not know of the risk."""

    MADE = RiskAnswer

    id: Annotated[str, Id()]
    words: Annotated[Free, Words()]

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
        """It stands below the risk."""
        yield self.into(RiskAnswer, answered_by=self.by, on=self.when)
