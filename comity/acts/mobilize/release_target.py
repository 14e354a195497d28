"""A party that said it would call there lets another go."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.outreach import Target
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import To
from comity.core.state import Change, State


@act_kind("mobilize.release-target/1")
@dataclass(frozen=True, kw_only=True)
class ReleaseTarget(Act):
    """After the visit, or without one; no reason is asked."""

    right = Mandated(Power.SPEAK)
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.PROGRAMME, "by": Audience.OWN}
    DATED_BY_DESK = True

    target: Annotated[str, To(Target, line=True)]

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Its own claim, while it holds."""
        yield from super().refusals(state)
        target = state.find(Target, self.target)
        if target is not None and target.holder(self.at) != self.party:
            yield Refusal("not-your-claim", rule="35.4", field="target")

    def changes(self, state: State) -> Iterator[Change]:
        """The door is free."""
        yield replace(
            state.get(Target, self.target), claimed_by="", claimed=None, claimed_until=None
        )
