"""A party joins an adoption, but dissociates itself from one paragraph."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Seated
from comity.core.shapes import To, Words
from comity.core.state import All, Change, Key, State
from comity.core.statement import Dissociation
from comity.core.text import Adoption, Paragraph


@act_kind("reframe.dissociate/1")
@dataclass(frozen=True, kw_only=True)
class Dissociate(Act):
    """The adoption stands, and so does the paragraph for all others."""

    right = Seated()
    least: ClassVar[Mapping[str, Audience]] = {"*": Audience.BODY}

    adoption: Annotated[str, To(Adoption, line=True)]
    paragraph: Annotated[str, To(Paragraph, line=True)]
    words: Annotated[Free, Words()] = ""

    @property
    def dissociation(self) -> str:
        """Once a party from each paragraph: `paragraph.cables-p6.meridonia`."""
        return self.own_id(f"paragraph/{self.paragraph}")

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also whether it did so already."""
        yield from super().needs(state)
        yield (Dissociation, self.dissociation)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """From a paragraph of the adopted text, and once."""
        yield from super().refusals(state)
        adoption = state.find(Adoption, self.adoption)
        paragraph = state.find(Paragraph, self.paragraph)
        if adoption is not None and paragraph is not None and paragraph.text != adoption.text:
            yield Refusal("not-of-this-text", rule="27.2", field="paragraph")
        if state.find(Dissociation, self.dissociation) is not None:
            yield Refusal("already-dissociated", rule="27.3", field="paragraph")

    def changes(self, state: State) -> Iterator[Change]:
        """It stands beside the paragraph, as a reservation does."""
        yield self.into(Dissociation, id=self.dissociation, party=self.party)
