"""A comment is dealt with: what became of it, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.consultation import (
    Comment,
    Consultation,
    ConsultationStatus,
    Disposition,
    Treatment,
)
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.shapes import OneOf, To, Words
from comity.core.state import All, Change, Key, State


@act_kind("reframe.dispose-of-comment/1")
@dataclass(frozen=True, kw_only=True)
class DisposeOfComment(Act):
    """Each comment gets an answer, with its reason; the latest stands until the request is closed."""

    right = (Chairs(), Mandated(Power.ADMINISTER))

    comment: Annotated[str, To(Comment, line=True)]
    disposition: Annotated[Treatment, OneOf(Treatment)]
    reason: Annotated[Free, Words()]

    def defaults(self, state: State) -> Mapping[str, Audience]:
        """As the comment is seen."""
        said = state.find(Comment, self.comment)
        kept = {"*": Audience.BODY, "by": Audience.OWN}
        return kept if said is not None and said.confidential else super().defaults(state)

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what became of it so far."""
        yield from super().needs(state)
        yield (Disposition, self.comment)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """While the request is open."""
        yield from super().refusals(state)
        said = state.find(Comment, self.comment)
        asked = state.find(Consultation, said.consultation) if said else None
        if asked is not None and asked.status is ConsultationStatus.CLOSED:
            yield Refusal("consultation-closed", rule="29.3", field="comment")

    def changes(self, state: State) -> Iterator[Change]:
        """The comment is dealt with."""
        said = state.get(Comment, self.comment)
        yield self.into(Disposition, id=self.comment, consultation=said.consultation)
