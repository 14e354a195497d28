"""The programme takes up a subject, for one or more of its objectives."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import act_kind
from comity.core.erased import Free
from comity.core.naming import Naming
from comity.core.programme import Objective, WorkArea
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, Line, Several, To, Words
from comity.core.state import Change, State


@act_kind("programme.open-work-area/1")
@dataclass(frozen=True, kw_only=True)
class OpenWorkArea(Naming):
    """Where groups and meetings are gathered by what they are about."""

    right = Mandated(Power.ADMINISTER)
    MADE = WorkArea

    id: Annotated[str, Id()]
    title: Annotated[str, Line()]
    about: Annotated[Free, Words()] = ""
    period: Annotated[str, Line()] = ""
    status: Annotated[str, Line()] = ""
    objectives: Annotated[tuple[str, ...], Several(To(Objective))] = ()

    def refusals(self, state: State) -> Iterator[Refusal]:
        """It serves an objective once."""
        yield from super().refusals(state)
        if len(set(self.objectives)) < len(self.objectives):
            yield Refusal("objective-twice", rule="2.3", field="objectives")

    def changes(self, state: State) -> Iterator[Change]:
        """The work area is open."""
        yield self.into(WorkArea)
