"""The secretariat says what it makes of an issue, and on which claims that rests."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.erased import Free
from comity.core.knowledge import Assessment, SourcedClaim
from comity.core.programme import WorkArea
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, Line, Several, To, Words
from comity.core.state import Change, State


@act_kind("programme.assess-issue/1")
@dataclass(frozen=True, kw_only=True)
class AssessIssue(Act):
    """Why the programme works on it. A later assessment stands before an earlier, and takes none away."""

    right = Mandated(Power.ADMINISTER)
    MADE = Assessment

    id: Annotated[str, Id()]
    area: Annotated[str, To(WorkArea)]
    title: Annotated[str, Line()]
    words: Annotated[Free, Words()]
    rests_on: Annotated[tuple[str, ...], Several(To(SourcedClaim, line=True))]
    gap: Annotated[Free, Words()] = ""

    def refusals(self, state: State) -> Iterator[Refusal]:
        """It rests on something, and names each claim once."""
        yield from super().refusals(state)
        if not self.rests_on:
            yield Refusal("rests-on-nothing", rule="40.3", field="rests_on")
        if len(set(self.rests_on)) < len(self.rests_on):
            yield Refusal("claim-twice", rule="40.3", field="rests_on")

    def changes(self, state: State) -> Iterator[Change]:
        """It stands with the work area that follows from it."""
        yield self.into(Assessment, on=self.when)
