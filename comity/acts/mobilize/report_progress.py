"""A party reports how far its own commitment has come."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.erased import Free
from comity.core.progress import Grade, Progress, names_year
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, Line, OneOf, To, Words
from comity.core.state import All, Change, Key, State, every
from comity.core.support import Commitment

TELLS = frozenset({Grade.PARTLY, Grade.DONE})


@act_kind("mobilize.report-progress/1")
@dataclass(frozen=True, kw_only=True)
class ReportProgress(Act):
    """Released by whoever may bind the party; a gap in means is stated as plainly as a success."""

    right = Mandated(Power.ENDORSE)
    MADE = Progress

    id: Annotated[str, Id()]
    commitment: Annotated[str, To(Commitment, line=True)]
    cycle: Annotated[str, Line(length=40)]
    grade: Annotated[Grade, OneOf(Grade)]
    words: Annotated[Free, Words()] = ""
    obstacles: Annotated[Free, Words()] = ""
    gaps: Annotated[Free, Words()] = ""

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what was reported of it before."""
        yield from super().needs(state)
        yield every(Progress, commitment=self.commitment)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """On its own commitment, once in a cycle that has a year, and saying what was done where anything was."""
        yield from super().refusals(state)
        commitment = state.find(Commitment, self.commitment)
        if commitment is not None and commitment.party != self.party:
            yield Refusal("not-your-commitment", rule="34.1", field="commitment")
        if self.grade in TELLS and not self.words:
            yield Refusal("nothing-told", rule="34.2", field="words")
        if not names_year(self.cycle):
            yield Refusal("cycle-without-year", rule="34.5", field="cycle", timely=True)
        told = state.all(Progress, commitment=self.commitment)
        if any(each.cycle.casefold() == self.cycle.casefold() for each in told):
            yield Refusal("cycle-reported", rule="34.3", field="cycle")

    def changes(self, state: State) -> Iterator[Change]:
        """The report stands beside the promise."""
        yield self.into(Progress, party=self.party, on=self.when)
