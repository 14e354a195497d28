"""A text is put on the table of a body, in numbered paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from comity.core.act import act_kind
from comity.core.erased import Erased, pick
from comity.core.naming import Naming
from comity.core.party import Body
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.shapes import Id, Line, OneOf, Several, To, Words, is_thing
from comity.core.state import Change, State
from comity.core.text import Paragraph, ParagraphStatus, Text, TextStatus


@act_kind("reframe.table-text/1")
@dataclass(frozen=True, kw_only=True)
class TableText(Naming):
    """A revision is a text of its own that names the one it revises; each paragraph may rest on an earlier thing."""

    right = (Chairs(), Mandated(Power.ADMINISTER))
    MADE = Text
    WITHIN_ROOM = True

    id: Annotated[str, Id()]
    title: Annotated[str, Line()]
    body: Annotated[str, To(Body)]
    ids: Annotated[tuple[str, ...], Several(Id(), least=1)]
    numbers: Annotated[tuple[str, ...], Several(Line(length=20), least=1)]
    words: Annotated[tuple[str, ...] | Erased, Several(Words(), least=1)]
    label: Annotated[str, Line()] = ""
    symbol: Annotated[str, Line()] = ""
    revises: Annotated[str, To(Text)] = ""
    statuses: Annotated[tuple[ParagraphStatus, ...], Several(OneOf(ParagraphStatus))] = ()
    rests_on: Annotated[tuple[str, ...], Several(Line(length=81))] = ()

    def makes(self) -> Iterator[str]:
        """The text and each of its paragraphs."""
        yield f"text/{self.id}"
        yield from (f"paragraph/{each}" for each in self.ids)

    def touches(self) -> Iterator[tuple[str, str]]:
        """Also what the paragraphs rest on."""
        yield from super().touches()
        yield from (("rests_on", thing) for thing in self.rests_on if is_thing(thing))

    def follows_from(self) -> Iterator[tuple[str, str]]:
        """Each paragraph follows from what it rests on, the text from the one it revises."""
        for each, thing in zip(self.ids, self.rests_on, strict=False):
            if thing:
                yield f"paragraph/{each}", thing
        if self.revises:
            yield f"text/{self.id}", f"text/{self.revises}"

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Paragraphs are whole, told apart, and revise only what may still be revised."""
        yield from super().refusals(state)
        yield from self._lists_fit()
        yield from self._paragraphs_are_told_apart()
        old = state.find(Text, self.revises) if self.revises else None
        if old is None:
            return
        if old.body != self.body:
            yield Refusal("not-of-this-body", rule="8.4", field="revises")
        if old.revised_by:
            yield Refusal("text-revised", rule="8.5", field="revises")
        if old.status in (TextStatus.UNDER_SILENCE, TextStatus.SILENCE_HELD):
            yield Refusal("text-under-silence", rule="8.6", field="revises")

    def _lists_fit(self) -> Iterator[Refusal]:
        for name in ("numbers", "words", "statuses", "rests_on"):
            given = getattr(self, name)
            may_be_left_out = name in ("statuses", "rests_on") and not given
            if isinstance(given, tuple) and len(given) != len(self.ids) and not may_be_left_out:
                facts = {"expected": len(self.ids), "found": len(given)}
                yield Refusal("lists-differ", rule="8.1", field=name, facts=facts)

    def _paragraphs_are_told_apart(self) -> Iterator[Refusal]:
        if len(set(self.ids)) < len(self.ids):
            yield Refusal("paragraph-twice", rule="8.2", field="ids")
        if len(set(self.numbers)) < len(self.numbers):
            yield Refusal("number-twice", rule="8.2", field="numbers")
        if isinstance(self.words, tuple) and not all(words.strip() for words in self.words):
            yield Refusal("nothing-said", rule="1.1", field="words")
        for thing in self.rests_on:
            if thing and not is_thing(thing):
                yield Refusal("no-such-thing", rule="1.2", field="rests_on", facts={"thing": thing})

    def changes(self, state: State) -> Iterator[Change]:
        """The text lies on the table; the one it revises is no longer the latest."""
        yield self.into(Text, paragraphs=self.ids)
        for place, ident in enumerate(self.ids):
            yield Paragraph(
                id=ident,
                text=self.id,
                number=self.numbers[place],
                place=place,
                words=pick(self.words, place),
                status=self.statuses[place] if self.statuses else ParagraphStatus.OPEN,
            )
        if self.revises:
            yield replace(state.get(Text, self.revises), revised_by=self.id)
