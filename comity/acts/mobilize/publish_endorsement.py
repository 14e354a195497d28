"""The secretariat publishes what a party stated by a form and confirmed by a link."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.endorsing import Backing
from comity.core.erased import Free
from comity.core.party import Party
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Date, Id, OneOf, Several, Thing, To, Whole, Words
from comity.core.state import All, Change, Key, State, every
from comity.core.support import ENDORSED, Endorsement, Extent
from comity.core.when import When


@act_kind("mobilize.publish-endorsement/1")
@dataclass(frozen=True, kw_only=True)
class PublishEndorsement(Act):
    """An endorsement counts only when it is public; who published it for whom is part of it."""

    right = Mandated(Power.ADMINISTER)
    audience: ClassVar[Mapping[str, Audience]] = {
        "*": Audience.PUBLIC,
        "by": Audience.OWN,
        "follows": Audience.PROGRAMME,
    }
    must_be_public = ("of", "of_party", "extent", "words", "stated", "confirmations")
    MADE = Endorsement

    id: Annotated[str, Id()]
    of: Annotated[str, Thing(ENDORSED, line=True)]
    of_party: Annotated[str, To(Party)]
    extent: Annotated[Extent, OneOf(Extent)]
    stated: Annotated[When, Date()]
    confirmations: Annotated[int, Whole(1, 2)]
    words: Annotated[Free, Words()] = ""
    follows: Annotated[tuple[str, ...], Several(Thing(("advocacy",), line=True))] = ()
    """The visits that it followed from, as far as is known."""

    def makes(self) -> Iterator[str]:
        """Also how it came to be public."""
        yield from super().makes()
        yield f"{Backing.TYPE}/{self.id}"

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what the party endorsed already."""
        yield from super().needs(state)
        yield every(Endorsement, of=self.of, party=self.of_party)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Once, saying what is left out, and after it was stated."""
        yield from super().refusals(state)
        if state.all(Endorsement, of=self.of, party=self.of_party):
            yield Refusal("already-endorsed", rule="33.1", field="of_party")
        says = not isinstance(self.words, str) or bool(self.words.strip())
        if self.extent is not Extent.WHOLE and not says:
            yield Refusal("words-missing", rule="33.1", field="words")
        if self.stated.first > self.at:
            yield Refusal("not-yet", rule="33.2", field="stated")

    def changes(self, state: State) -> Iterator[Change]:
        """It is public, and counts."""
        yield self.into(Endorsement, party=self.of_party, on=self.when)
        yield Backing(
            id=self.id,
            endorsement=self.id,
            holder=self.of_party,
            stated=self.stated,
            confirmed_by=self.confirmations,
        )
