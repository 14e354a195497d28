"""A party answers what one of its contacts was asked in a round."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Annotated, ClassVar

from comity.core.absence import Why
from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.check_round import RoundCheck
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import To, Words
from comity.core.state import Change, State


@act_kind("operate.answer-in-round/1")
@dataclass(frozen=True, kw_only=True)
class AnswerInRound(Act):
    """Read by the party itself, and by who asked; nobody else learns whether it answered."""

    right = (Mandated(Power.NOMINATE), Mandated(Power.SPEAK))
    STILL = frozenset({Why.SUSPENDED})
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.NAMED, "by": Audience.OWN}
    audience_recorded: ClassVar[Mapping[str, Audience]] = audience
    least: ClassVar[Mapping[str, Audience]] = {"*": Audience.NAMED}
    DATED_BY_DESK = True

    check: Annotated[str, To(RoundCheck, line=True)]
    words: Annotated[Free, Words()] = ""

    def readers(self, state: State) -> tuple[str, ...]:
        """Name who asked and who was asked."""
        check = state.find(RoundCheck, self.check)
        return (check.party, check.asked_by) if check else ()

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By the party that was asked, once."""
        yield from super().refusals(state)
        check = state.find(RoundCheck, self.check)
        if check is None:
            return
        if check.party != self.party:
            yield Refusal("not-your-check", rule="32.4", field="check")
        if check.answered is not None:
            yield Refusal("already-answered", rule="32.4", field="check")

    def changes(self, state: State) -> Iterator[Change]:
        """It is answered; a late answer stands, and is not in the figures."""
        check = state.get(RoundCheck, self.check)
        answered = self.when.first
        minutes = (answered - check.asked) // timedelta(minutes=1)
        yield replace(check, answered=answered, answered_in_minutes=minutes, words=self.words)
