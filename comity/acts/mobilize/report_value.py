"""A party reports a figure of a measure, for a date."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.measure import Measure, MeasuredValue
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Date, Id, Line, To, Whole
from comity.core.state import All, Change, Key, State, every
from comity.core.when import When


@act_kind("mobilize.report-value/1")
@dataclass(frozen=True, kw_only=True)
class ReportValue(Act):
    """Two who count may differ: each one's figures stand, and say whose they are."""

    right = (Mandated(Power.SPEAK), Mandated(Power.ADMINISTER))
    MADE = MeasuredValue

    id: Annotated[str, Id()]
    measure: Annotated[str, To(Measure, line=True)]
    on: Annotated[When, Date()]
    amount: Annotated[int, Whole()]
    taken_from: Annotated[str, Line()] = ""

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what was reported of it."""
        yield from super().needs(state)
        yield every(MeasuredValue, measure=self.measure)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Of a time that has come, after the measure begins, and once by each who counts."""
        yield from super().refusals(state)
        if self.on.first > self.at:
            yield Refusal("not-yet", rule="36.2", field="on")
        measure = state.find(Measure, self.measure)
        if measure is not None and self.on <= measure.baseline_on:
            yield Refusal("before-it-begins", rule="36.2", field="on")
        told = state.all(MeasuredValue, measure=self.measure)
        if any((each.on, each.party) == (self.on, self.party) for each in told):
            yield Refusal("value-reported", rule="36.3", field="on")

    def changes(self, state: State) -> Iterator[Change]:
        """The figure stands beside the others."""
        yield self.into(MeasuredValue, party=self.party, source=self.taken_from)
