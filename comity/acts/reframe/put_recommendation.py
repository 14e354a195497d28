"""A recommendation is put: a clear statement of who should do what."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import act_kind
from comity.core.erased import Free
from comity.core.naming import Naming
from comity.core.norm import Recommendation, Report
from comity.core.party import Body
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power, Seated
from comity.core.shapes import Id, Line, Several, Thing, To, Whole, Words
from comity.core.state import All, Change, Key, State, every


@act_kind("reframe.put-recommendation/1")
@dataclass(frozen=True, kw_only=True)
class PutRecommendation(Naming):
    """With the problem, the commitments it asks for, the alternatives, the next steps and the measures."""

    right = (Chairs(), Seated(), Mandated(Power.ADMINISTER))
    MADE = Recommendation

    id: Annotated[str, Id()]
    who: Annotated[str, Line()]
    should: Annotated[Free, Words()]
    number: Annotated[int, Whole()] = 0
    report: Annotated[str, To(Report, line=True)] = ""
    body: Annotated[str, To(Body)] = ""
    problem: Annotated[Free, Words()] = ""
    commitments: Annotated[Free, Words()] = ""
    alternatives: Annotated[Free, Words()] = ""
    next_steps: Annotated[Free, Words()] = ""
    measures: Annotated[Free, Words()] = ""
    follows: Annotated[tuple[str, ...], Several(Thing(line=True))] = ()

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also the other recommendations of its report."""
        yield from super().needs(state)
        if self.report:
            yield every(Recommendation, report=self.report)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """A number stands once in a report."""
        yield from super().refusals(state)
        others = state.all(Recommendation, report=self.report) if self.report else ()
        if self.number and any(each.number == self.number for each in others):
            yield Refusal("number-taken", rule="14.1", field="number")

    def changes(self, state: State) -> Iterator[Change]:
        """The recommendation can be endorsed, acted on and reported on."""
        yield self.into(Recommendation, party=self.party, exercise=self.scope(state))
