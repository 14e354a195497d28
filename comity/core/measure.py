"""What one counts to see whether anything changes: its source, its first figure, and the next. No cause is claimed."""

from dataclasses import dataclass
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Free
from comity.core.when import When


@entity("measure", indexes=("of", "party"), under="party", called="name", apart=("of",))
@dataclass(frozen=True, kw_only=True)
class Measure(Entity):
    """Something that can be counted again and again in the same way, set beside a promise or a sentence."""

    of: str
    name: str
    unit: str
    source: Annotated[str, SeenWith("taken_from")]
    how: Free = ""
    """How it is counted, so that another would come to the same figure."""
    party: Annotated[str, SeenWith("on_behalf_of")]
    baseline: int
    baseline_on: When


@entity("value", indexes=("measure",), under="measure")
@dataclass(frozen=True, kw_only=True)
class MeasuredValue(Entity):
    """One figure of a measure, for one date."""

    measure: str
    on: When
    amount: int
    source: Annotated[str, SeenWith("taken_from")] = ""
    party: Annotated[str, SeenWith("on_behalf_of")]
