"""A party records a limit on what it accepts; it is attached to the adopted text, beside its paragraph."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Seated
from comity.core.shapes import Id, OneOf, To, Words
from comity.core.state import Change, State
from comity.core.text import Adoption, Paragraph, Reservation, ReservationForm


@act_kind("reframe.enter-reservation/1")
@dataclass(frozen=True, kw_only=True)
class EnterReservation(Act):
    """A reservation, an interpretative statement or an explanation of position: public, and part of the text."""

    right = Seated()
    MADE = Reservation
    least: ClassVar[Mapping[str, Audience]] = {"*": Audience.BODY}

    id: Annotated[str, Id()]
    adoption: Annotated[str, To(Adoption, line=True)]
    form: Annotated[ReservationForm, OneOf(ReservationForm)]
    words: Annotated[Free, Words()]
    paragraph: Annotated[str, To(Paragraph, line=True)] = ""

    def refusals(self, state: State) -> Iterator[Refusal]:
        """A paragraph it concerns is one of the text that was adopted."""
        yield from super().refusals(state)
        adoption = state.find(Adoption, self.adoption)
        paragraph = state.find(Paragraph, self.paragraph) if self.paragraph else None
        if adoption is not None and paragraph is not None and paragraph.text != adoption.text:
            yield Refusal("not-of-this-text", rule="13.6", field="paragraph")

    def changes(self, state: State) -> Iterator[Change]:
        """The reservation stands beside the text."""
        yield self.into(Reservation, party=self.party)
