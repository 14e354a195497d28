"""The clerk closes a round of contact checks, and counts it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.check_round import CheckRound, RoundCheck, figures_of
from comity.core.refusal import Refusal
from comity.core.rights import Clerk
from comity.core.shapes import To
from comity.core.state import All, Change, Key, State, every


@act_kind("operate.close-check-round/1")
@dataclass(frozen=True, kw_only=True)
class CloseCheckRound(Act):
    """Counted once, at the end: a figure that grew with each answer would say whose it was."""

    right = Clerk()
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.PROGRAMME, "by": Audience.OWN}
    DATED_BY_DESK = True

    check_round: Annotated[str, To(CheckRound, line=True)]

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also all that was asked in it."""
        yield from super().needs(state)
        yield every(RoundCheck, round=self.check_round)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """One that runs, and not before its time."""
        yield from super().refusals(state)
        found = state.find(CheckRound, self.check_round)
        if found is None:
            return
        if found.closed is not None:
            yield Refusal("check-round-over", rule="32.5", field="check_round")
        if self.at < found.answer_by.instant:
            yield Refusal("round-runs", rule="32.5", field="check_round", timely=True)

    def changes(self, state: State) -> Iterator[Change]:
        """The figures stand, where they name nobody."""
        checks = state.all(RoundCheck, round=self.check_round)
        yield replace(
            state.get(CheckRound, self.check_round),
            closed=self.when.first,
            parties=len({each.party for each in checks}),
            figures=figures_of(checks),
        )
