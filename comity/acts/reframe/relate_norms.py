"""One norm is set beside another, and whose analysis that is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.norm import Norm, Relation
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, Line, To
from comity.core.state import All, Change, Key, State, every


@act_kind("reframe.relate-norms/1")
@dataclass(frozen=True, kw_only=True)
class RelateNorms(Act):
    """A reading of two texts, never a statement by those who agreed them."""

    right = (Mandated(Power.ADMINISTER), Mandated(Power.RECORD))
    MADE = Relation

    id: Annotated[str, Id()]
    norm: Annotated[str, To(Norm, line=True)]
    other: Annotated[str, To(Norm, line=True)]
    relation: Annotated[str, Line()]
    analysis_of: Annotated[str, Line()]

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what is already said of these two, either way round."""
        yield from super().needs(state)
        yield every(Relation, norm=self.norm, other=self.other)
        yield every(Relation, norm=self.other, other=self.norm)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Two norms, and once by the same analysis."""
        yield from super().refusals(state)
        if self.norm == self.other:
            yield Refusal("relates-to-itself", rule="14.2", field="other")
        known = (
            *state.all(Relation, norm=self.norm, other=self.other),
            *state.all(Relation, norm=self.other, other=self.norm),
        )
        if any(each.analysis_of == self.analysis_of for each in known):
            yield Refusal("already-related", rule="14.3", field="other")

    def changes(self, state: State) -> Iterator[Change]:
        """The relation stands with both."""
        yield self.into(Relation)
