"""A party submits its report to the secretariat, and says whether it may be published."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from comity.core.act import act_kind
from comity.core.audience import Audience
from comity.core.of_progress import OfProgress
from comity.core.progress import Progress, names_year
from comity.core.refusal import Refusal
from comity.core.review import ProgressDraft, ProgressSubmitted, Reviewed, Wish
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, OneOf, To
from comity.core.state import All, Change, Key, State, every
from comity.core.support import Commitment


@act_kind("mobilize.submit-progress/1")
@dataclass(frozen=True, kw_only=True)
class SubmitProgress(OfProgress):
    """In the very words that were drafted and cleared; from now on the secretariat reads them, and nobody else."""

    right = Mandated(Power.ENDORSE)
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.SECRETARIAT, "by": Audience.OWN}
    MADE = ProgressSubmitted

    id: Annotated[str, Id()]
    draft: Annotated[str, To(ProgressDraft)]
    commitment: Annotated[str, To(Commitment)]
    wish: Annotated[Wish, OneOf(Wish)]

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what was reported and submitted of the same commitment."""
        yield from super().needs(state)
        yield every(Progress, commitment=self.commitment)
        yield every(ProgressSubmitted, commitment=self.commitment)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Of its own party, cleared, as drafted, seen by the secretariat alone, and one at a time in a cycle."""
        yield from super().refusals(state)
        for name, audience in self.audiences.items():
            if audience != Audience.SECRETARIAT and (name, audience) != ("by", Audience.OWN):
                yield Refusal("submission-shown", rule="46.4", field=name)
        yield from self._against_draft(state)
        if self.tells_nothing:
            yield Refusal("nothing-told", rule="34.2", field="words")
        if not names_year(self.cycle):
            yield Refusal("cycle-without-year", rule="34.5", field="cycle", timely=True)
        if any(map(self._is_of_cycle, state.all(Progress, commitment=self.commitment))):
            yield Refusal("cycle-reported", rule="34.3", field="cycle")
        before = state.all(ProgressSubmitted, commitment=self.commitment)
        if any(each.status is Reviewed.WAITS and self._is_of_cycle(each) for each in before):
            yield Refusal("cycle-submitted", rule="46.4", field="cycle")

    def _against_draft(self, state: State) -> Iterator[Refusal]:
        draft = state.find(ProgressDraft, self.draft)
        if draft is None:
            return
        if draft.party != self.party:
            yield Refusal("not-your-draft", rule="46.3", field="draft")
        if draft.commitment != self.commitment:
            yield Refusal("draft-of-another", rule="46.2", field="draft")
        if not draft.is_open:
            yield Refusal("draft-is-past", rule="46.2", field="draft")
        elif not draft.is_cleared:
            yield Refusal("not-cleared", rule="46.3", field="draft")
        for name in self.otherwise_than(draft):
            yield Refusal("not-as-drafted", rule="46.3", field=name)

    def _is_of_cycle(self, other: Progress | ProgressSubmitted) -> bool:
        return other.cycle.casefold() == self.cycle.casefold()

    def changes(self, state: State) -> Iterator[Change]:
        """It lies with the secretariat."""
        yield self.into(ProgressSubmitted, party=self.party, on=self.when)
        yield replace(state.get(ProgressDraft, self.draft), submitted=self.id)
