"""A party says what will be counted, from which source, and where it begins."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import act_kind
from comity.core.erased import Free
from comity.core.measure import Measure
from comity.core.naming import Naming
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Date, Id, Line, Thing, Whole, Words
from comity.core.state import Change, State
from comity.core.when import When


@act_kind("mobilize.define-measure/1")
@dataclass(frozen=True, kw_only=True)
class DefineMeasure(Naming):
    """Before the figures come, so that nobody chooses afterwards what to count."""

    right = (Mandated(Power.SPEAK), Mandated(Power.ADMINISTER))
    MADE = Measure

    id: Annotated[str, Id()]
    of: Annotated[
        str,
        Thing(
            ("commitment", "adoption", "paragraph", "norm", "recommendation", "work-area"),
            line=True,
        ),
    ]
    name: Annotated[str, Line()]
    unit: Annotated[str, Line()]
    taken_from: Annotated[str, Line()]
    how: Annotated[Free, Words()] = ""
    baseline: Annotated[int, Whole()]
    baseline_on: Annotated[When, Date()]

    def refusals(self, state: State) -> Iterator[Refusal]:
        """It begins with a figure that is known."""
        yield from super().refusals(state)
        if self.baseline_on.first > self.at:
            yield Refusal("not-yet", rule="36.1", field="baseline_on")

    def changes(self, state: State) -> Iterator[Change]:
        """It can be counted again."""
        yield self.into(Measure, party=self.party, source=self.taken_from)
