"""The secretariat publishes a party's report on its commitment, in the party's own words."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from comity.core.act import act_kind
from comity.core.of_progress import SAID, OfProgress
from comity.core.progress import Progress
from comity.core.refusal import Refusal
from comity.core.review import ProgressSubmitted, Reviewed, Wish
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, To
from comity.core.state import All, Change, Key, State, every
from comity.core.support import Commitment


@act_kind("mobilize.publish-progress/1")
@dataclass(frozen=True, kw_only=True)
class PublishProgress(OfProgress):
    """The party's report, and not the secretariat's: no word is added, and none left out."""

    right = Mandated(Power.ADMINISTER)
    must_be_public = (*SAID, "commitment", "submitted")
    MADE = Progress

    id: Annotated[str, Id()]
    submitted: Annotated[str, To(ProgressSubmitted)]
    commitment: Annotated[str, To(Commitment, line=True)]

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what was reported of it meanwhile."""
        yield from super().needs(state)
        yield every(Progress, commitment=self.commitment)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """As it was submitted, where its party lets it, once, and once in a cycle."""
        yield from super().refusals(state)
        submitted = state.find(ProgressSubmitted, self.submitted)
        if submitted is not None:
            yield from self._against(submitted)
        told = state.all(Progress, commitment=self.commitment)
        if any(each.cycle.casefold() == self.cycle.casefold() for each in told):
            yield Refusal("cycle-reported", rule="34.3", field="cycle")

    def _against(self, submitted: ProgressSubmitted) -> Iterator[Refusal]:
        if submitted.status is not Reviewed.WAITS:
            yield Refusal("answered-already", rule="46.5", field="submitted")
        if submitted.wish is Wish.TO_BE_KEPT:
            yield Refusal("to-be-kept", rule="46.5", field="submitted")
        if submitted.commitment != self.commitment:
            yield Refusal("not-as-submitted", rule="46.5", field="commitment")
        for name in self.otherwise_than(submitted):
            yield Refusal("not-as-submitted", rule="46.5", field=name)

    def changes(self, state: State) -> Iterator[Change]:
        """It stands beside the promise, as its party's report."""
        submitted = state.get(ProgressSubmitted, self.submitted)
        yield self.into(Progress, party=submitted.party, on=self.when)
        yield replace(submitted, status=Reviewed.PUBLISHED)
