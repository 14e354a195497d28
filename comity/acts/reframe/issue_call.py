"""A call is issued: a short public appeal for one norm or a package of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import act_kind
from comity.core.erased import Free
from comity.core.naming import Naming
from comity.core.norm import Call, Norm
from comity.core.party import Body
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.shapes import Date, Id, Line, Several, Thing, To, Words
from comity.core.state import Change, State
from comity.core.when import When


@act_kind("reframe.issue-call/1")
@dataclass(frozen=True, kw_only=True)
class IssueCall(Naming):
    """It follows from the meeting that issued it; its norms follow from it."""

    right = (Chairs(), Mandated(Power.ADMINISTER))
    MADE = Call

    id: Annotated[str, Id()]
    title: Annotated[str, Line()]
    issued: Annotated[When, Date()]
    body: Annotated[str, To(Body)] = ""
    place: Annotated[str, Line()] = ""
    norms: Annotated[tuple[str, ...], Several(To(Norm))] = ()
    summary: Annotated[Free, Words()] = ""
    follows: Annotated[tuple[str, ...], Several(Thing(line=True))] = ()

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Nothing is issued before its day."""
        yield from super().refusals(state)
        if self.issued.first > self.at:
            yield Refusal("not-yet", rule="14.4", field="issued")

    def changes(self, state: State) -> Iterator[Change]:
        """The call stands."""
        yield self.into(Call, exercise=self.scope(state))
