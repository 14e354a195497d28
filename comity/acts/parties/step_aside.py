"""A party stands aside on one item, since it has an interest in it, or for a reason of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.interest import Interest, Recusal
from comity.core.refusal import Refusal
from comity.core.rights import Seated
from comity.core.scope import nearest
from comity.core.shapes import Id, Thing, To, Words
from comity.core.state import All, Change, Key, State, every
from comity.core.text import Text, TextStatus


@act_kind("parties.step-aside/1")
@dataclass(frozen=True, kw_only=True)
class StepAside(Act):
    """On this item it proposes nothing, takes no position, and is not asked. It goes on seeing all of it."""

    right = Seated()
    MADE = Recusal
    WITHIN_ROOM = True
    EVEN_ASIDE = True
    least: ClassVar[Mapping[str, Audience]] = {"words": Audience.OWN}

    id: Annotated[str, Id()]
    about: Annotated[str, Thing(("text", "paragraph"))]
    interest: Annotated[str, To(Interest)] = ""
    words: Annotated[Free, Words()] = ""

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also whether it stands aside already."""
        yield from super().needs(state)
        yield every(Recusal, about=self.about, party=self.party)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Once, for an interest of its own, and before anybody is asked for silence."""
        yield from super().refusals(state)
        if state.all(Recusal, about=self.about, party=self.party):
            yield Refusal("already-aside", rule="39.2", field="about")
        interest = state.find(Interest, self.interest) if self.interest else None
        if interest is not None and interest.party != self.party:
            yield Refusal("interest-of-another", rule="39.1", field="interest")
        text = nearest(state, self.about, Text)
        if text is not None and text.status is TextStatus.UNDER_SILENCE:
            yield Refusal("silence-runs", rule="39.4", field="about", timely=True)
        if text is not None and text.status is TextStatus.ADOPTED:
            yield Refusal("text-adopted", rule="8.3", field="about")

    def changes(self, state: State) -> Iterator[Change]:
        """It stands aside from now on."""
        yield self.into(Recusal, party=self.party, on=self.when)
