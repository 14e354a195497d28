"""A party says that it will call there, so that two do not call on the same minister."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.outreach import LONGEST_CLAIM_DAYS, Target
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Date, To
from comity.core.state import Change, State
from comity.core.when import When


@act_kind("mobilize.claim-target/1")
@dataclass(frozen=True, kw_only=True)
class ClaimTarget(Act):
    """It lapses by itself: a door that is kept and not knocked at helps nobody."""

    right = Mandated(Power.SPEAK)
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.PROGRAMME, "by": Audience.OWN}
    DATED_BY_DESK = True

    target: Annotated[str, To(Target, line=True)]
    claimed_until: Annotated[When, Date()]

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Where nobody else has, and for no longer than a door may be kept."""
        yield from super().refusals(state)
        if self.claimed_until.end <= self.at:
            yield Refusal("already-past", rule="35.3", field="claimed_until", timely=True)
        if self.claimed_until.end > self.at + timedelta(days=LONGEST_CLAIM_DAYS + 1):
            facts = {"days": LONGEST_CLAIM_DAYS}
            yield Refusal(
                "claim-too-long", rule="35.3", field="claimed_until", facts=facts, timely=True
            )
        target = state.find(Target, self.target)
        if target is not None and target.holder(self.at) not in ("", self.party):
            yield Refusal("target-claimed", rule="35.2", field="target", timely=True)

    def changes(self, state: State) -> Iterator[Change]:
        """Others see that somebody will call there, and until when."""
        yield replace(
            state.get(Target, self.target),
            claimed_by=self.party,
            claimed=self.when.first,
            claimed_until=self.claimed_until,
        )
