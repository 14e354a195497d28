"""A party says what it will do, by when, and how one would see it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Date, Id, Thing, Words
from comity.core.state import Change, State
from comity.core.support import Commitment
from comity.core.when import When


@act_kind("mobilize.make-commitment/1")
@dataclass(frozen=True, kw_only=True)
class MakeCommitment(Act):
    """An endorsement turned into something that can be done."""

    right = Mandated(Power.ENDORSE)
    MADE = Commitment

    id: Annotated[str, Id()]
    on: Annotated[
        str, Thing(("endorsement", "adoption", "paragraph", "recommendation", "norm"), line=True)
    ]
    does: Annotated[Free, Words()]
    by_when: Annotated[When | None, Date()] = None
    measure: Annotated[Free, Words()] = ""

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Its date lies ahead; of a year or a month, the end does."""
        yield from super().refusals(state)
        if self.by_when is not None and self.by_when.end <= self.at:
            yield Refusal("already-past", rule="15.3", field="by_when", timely=True)

    def changes(self, state: State) -> Iterator[Change]:
        """The commitment stands, and awaits its evidence."""
        yield self.into(Commitment, party=self.party)
