"""A party drafts a report on its own commitment; nobody outside it knows that there is one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from comity.core.act import act_kind
from comity.core.audience import Audience
from comity.core.of_progress import OfProgress
from comity.core.progress import names_year
from comity.core.refusal import Refusal
from comity.core.review import Clearance, ProgressDraft
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, OneOf, To
from comity.core.state import Change, State
from comity.core.support import Commitment


@act_kind("mobilize.draft-progress/1")
@dataclass(frozen=True, kw_only=True)
class DraftProgress(OfProgress):
    """Unfinished is lawful: what must be told is asked when it is submitted."""

    right = (Mandated(Power.SPEAK), Mandated(Power.ENDORSE))
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.OWN}
    MADE = ProgressDraft

    id: Annotated[str, Id()]
    commitment: Annotated[str, To(Commitment)]
    clearance: Annotated[Clearance, OneOf(Clearance)] = Clearance.SECOND_PERSON
    replaces: Annotated[str, To(ProgressDraft)] = ""

    def refusals(self, state: State) -> Iterator[Refusal]:
        """On its own commitment, of a dated cycle, seen by nobody else, in the place of a draft that is still one."""
        yield from super().refusals(state)
        commitment = state.find(Commitment, self.commitment)
        if commitment is not None and commitment.party != self.party:
            yield Refusal("not-your-commitment", rule="34.1", field="commitment")
        if not names_year(self.cycle):
            yield Refusal("cycle-without-year", rule="34.5", field="cycle", timely=True)
        for name, audience in self.audiences.items():
            if audience != Audience.OWN:
                yield Refusal("draft-shown", rule="46.1", field=name)
        before = state.find(ProgressDraft, self.replaces) if self.replaces else None
        if before is None:
            return
        if before.commitment != self.commitment:
            yield Refusal("draft-of-another", rule="46.2", field="replaces")
        if not before.is_open:
            yield Refusal("draft-is-past", rule="46.2", field="replaces")

    def changes(self, state: State) -> Iterator[Change]:
        """The draft stands; the one before it is past, with the clearance that it had."""
        yield self.into(ProgressDraft, party=self.party, drafted_by=self.by)
        if self.replaces:
            yield replace(state.get(ProgressDraft, self.replaces), replaced_by=self.id)
