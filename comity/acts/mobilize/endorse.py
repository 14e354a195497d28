"""A party publicly backs an adopted text, a norm, a call, a report or a recommendation."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, OneOf, Several, Thing, Words
from comity.core.state import All, Change, Key, State, every
from comity.core.support import ENDORSED, Endorsement, Extent


@act_kind("mobilize.endorse/1")
@dataclass(frozen=True, kw_only=True)
class Endorse(Act):
    """Whole, in part, or with a reservation: then the words say which."""

    right = Mandated(Power.ENDORSE)
    audience: ClassVar[Mapping[str, Audience]] = {
        "*": Audience.PUBLIC,
        "by": Audience.OWN,
        "follows": Audience.PROGRAMME,
    }
    MADE = Endorsement

    id: Annotated[str, Id()]
    of: Annotated[str, Thing(ENDORSED, line=True)]
    extent: Annotated[Extent, OneOf(Extent)]
    words: Annotated[Free, Words()] = ""
    follows: Annotated[tuple[str, ...], Several(Thing(("advocacy",), line=True))] = ()
    """The visits that it followed from, as far as is known."""

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what the party endorsed already."""
        yield from super().needs(state)
        yield every(Endorsement, of=self.of, party=self.party)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Once, and saying what is left out."""
        yield from super().refusals(state)
        if state.all(Endorsement, of=self.of, party=self.party):
            yield Refusal("already-endorsed", rule="15.1", field="of")
        if (
            self.extent is not Extent.WHOLE
            and isinstance(self.words, str)
            and not self.words.strip()
        ):
            yield Refusal("words-missing", rule="15.2", field="words")

    def changes(self, state: State) -> Iterator[Change]:
        """The endorsement is public."""
        yield self.into(Endorsement, party=self.party, on=self.when)
