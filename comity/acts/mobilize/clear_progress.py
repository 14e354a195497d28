"""A second person of the party clears a draft, so that it may leave the party."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.refusal import Refusal
from comity.core.review import Clearance, ProgressDraft
from comity.core.rights import Mandated, Power
from comity.core.shapes import To
from comity.core.state import Change, State


@act_kind("mobilize.clear-progress/1")
@dataclass(frozen=True, kw_only=True)
class ClearProgress(Act):
    """Who clears it is another than who drafted it, and may bind the party."""

    right = Mandated(Power.ENDORSE)
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.OWN}
    OF_THIS_DESK = True
    DATED_BY_DESK = True

    draft: Annotated[str, To(ProgressDraft)]

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Of its own party, still a draft, wanted, once, and not by who drafted it."""
        yield from super().refusals(state)
        draft = state.find(ProgressDraft, self.draft)
        if draft is None:
            return
        for name, audience in self.audiences.items():
            if audience != Audience.OWN:
                yield Refusal("draft-shown", rule="46.1", field=name)
        if draft.party != self.party:
            yield Refusal("not-your-draft", rule="46.3", field="draft")
        if not draft.is_open:
            yield Refusal("draft-is-past", rule="46.2", field="draft")
        if draft.clearance is not Clearance.SECOND_PERSON:
            yield Refusal("no-clearance-wanted", rule="46.3", field="draft")
        elif draft.cleared is not None:
            yield Refusal("cleared-already", rule="46.3", field="draft")
        elif draft.drafted_by == self.by:
            yield Refusal("clears-own-draft", rule="46.3", field="draft")

    def changes(self, state: State) -> Iterator[Change]:
        """It may be submitted, in these words."""
        draft = state.get(ProgressDraft, self.draft)
        yield replace(draft, cleared=self.at, cleared_by=self.by)
