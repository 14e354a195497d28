"""A party explains its position, or its vote; what it says stays attached to the text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Seated
from comity.core.scope import key_of
from comity.core.shapes import Id, Thing, To, Words
from comity.core.state import Change, State
from comity.core.statement import Explanation
from comity.core.text import Paragraph


@act_kind("reframe.explain-position/1")
@dataclass(frozen=True, kw_only=True)
class ExplainPosition(Act):
    """Of an adoption it is public, as the adoption is; of what was asked in a room, it is told as the room tells."""

    right = Seated()
    MADE = Explanation
    WITHIN_ROOM = True
    PUBLIC_ON = ("adoption",)
    least: ClassVar[Mapping[str, Audience]] = {"*": Audience.BODY}

    id: Annotated[str, Id()]
    on: Annotated[str, Thing(("adoption", "silence", "round", "ballot"), line=True)]
    words: Annotated[Free, Words()]
    paragraph: Annotated[str, To(Paragraph, line=True)] = ""

    def refusals(self, state: State) -> Iterator[Refusal]:
        """A paragraph it concerns is one of the text that was decided on."""
        yield from super().refusals(state)
        paragraph = state.find(Paragraph, self.paragraph) if self.paragraph else None
        text = self._text(state)
        if text and paragraph is not None and paragraph.text != text:
            yield Refusal("not-of-this-text", rule="27.1", field="paragraph")

    def _text(self, state: State) -> str:
        key = key_of(self.on)
        return str(getattr(state.find(*key) if key else None, "text", ""))

    def changes(self, state: State) -> Iterator[Change]:
        """The explanation stands with the text."""
        yield self.into(Explanation, party=self.party, text=self._text(state))
