"""A party proposes other words for a paragraph: to replace it, to follow it, or to delete it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Seated
from comity.core.shapes import Id, OneOf, Several, Thing, To, Words
from comity.core.state import Change, State
from comity.core.text import Change as Kind
from comity.core.text import Paragraph, Proposal, Text, TextStatus


@act_kind("reframe.propose-words/1")
@dataclass(frozen=True, kw_only=True)
class ProposeWords(Act):
    """The proposal stands beside the paragraph and changes nothing in it."""

    right = Seated()
    MADE = Proposal
    WITHIN_ROOM = True
    least: ClassVar[Mapping[str, Audience]] = {"reason": Audience.OWN}

    id: Annotated[str, Id()]
    text: Annotated[str, To(Text)]
    paragraph: Annotated[str, To(Paragraph, line=True)]
    change: Annotated[Kind, OneOf(Kind)]
    words: Annotated[Free, Words()] = ""
    reason: Annotated[Free, Words()] = ""
    follows: Annotated[tuple[str, ...], Several(Thing(line=True))] = ()

    def refusals(self, state: State) -> Iterator[Refusal]:
        """It concerns a paragraph of a text that is still negotiated."""
        yield from super().refusals(state)
        says_something = bool(self.words.strip()) if isinstance(self.words, str) else True
        if self.change is Kind.DELETE and says_something:
            yield Refusal("words-not-needed", rule="9.2", field="words")
        if self.change is not Kind.DELETE and not says_something:
            yield Refusal("words-missing", rule="9.2", field="words")
        text, paragraph = state.find(Text, self.text), state.find(Paragraph, self.paragraph)
        if text is None or paragraph is None:
            return
        if paragraph.text != text.id:
            yield Refusal("not-of-this-text", rule="9.1", field="paragraph")
        if text.status is TextStatus.ADOPTED:
            yield Refusal("text-adopted", rule="8.3", field="text")
        if text.status in (TextStatus.UNDER_SILENCE, TextStatus.SILENCE_HELD):
            yield Refusal("text-under-silence", rule="8.6", field="text")
        if text.revised_by:
            yield Refusal("text-revised", rule="8.5", field="text")

    def changes(self, state: State) -> Iterator[Change]:
        """The proposal is tabled."""
        yield self.into(Proposal, party=self.party)
