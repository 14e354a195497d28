"""What a source says of an issue is noted, with where it can be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.erased import Free
from comity.core.knowledge import SourcedClaim
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Date, Id, Line, Thing, Words
from comity.core.state import All, Change, Key, State, every
from comity.core.when import When

OF_WHAT = (
    "work-area",
    "programme",
    "objective",
    "party",
    "body",
    "meeting",
    "text",
    "norm",
    "package",
    "call",
    "report",
)


@act_kind("programme.note-claim/1")
@dataclass(frozen=True, kw_only=True)
class NoteClaim(Act):
    """To note is not to agree: whoever notes it says where it stands, and others may set another beside it."""

    right = (Mandated(Power.ADMINISTER), Mandated(Power.RECORD), Mandated(Power.SPEAK))
    MADE = SourcedClaim

    id: Annotated[str, Id()]
    about: Annotated[str, Thing(OF_WHAT)]
    says: Annotated[Free, Words()]
    stands_in: Annotated[str, Line()]
    as_of: Annotated[When | None, Date()] = None

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what is noted of it already."""
        yield from super().needs(state)
        yield every(SourcedClaim, about=self.about)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Once from the same source, and not of a day to come."""
        yield from super().refusals(state)
        known = state.all(SourcedClaim, about=self.about)
        if any((each.says, each.stands_in) == (self.says, self.stands_in) for each in known):
            yield Refusal("already-noted", rule="40.1", field="says")
        if self.as_of is not None and self.as_of.first > self.at:
            yield Refusal("not-yet", rule="40.2", field="as_of", timely=True)

    def changes(self, state: State) -> Iterator[Change]:
        """It stands beside the thing."""
        yield self.into(SourcedClaim)
