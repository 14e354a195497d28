"""A norm is put forward: a voluntary statement of expected behaviour."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import act_kind
from comity.core.erased import Free
from comity.core.naming import Naming
from comity.core.norm import Norm
from comity.core.party import Body
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.shapes import Id, Line, Several, Thing, To, Whole, Words
from comity.core.state import All, Change, Key, State, every


@act_kind("reframe.put-forward-norm/1")
@dataclass(frozen=True, kw_only=True)
class PutForwardNorm(Naming):
    """Its agreed text stands where `text_at` says; `summary` is in our words and never the agreed text."""

    right = (Chairs(), Mandated(Power.ADMINISTER))
    MADE = Norm

    id: Annotated[str, Id()]
    instrument: Annotated[str, Line()]
    instrument_title: Annotated[str, Line()]
    number: Annotated[str, Line()]
    title: Annotated[str, Line()]
    place: Annotated[int, Whole()] = 0
    summary: Annotated[Free, Words()] = ""
    addressees: Annotated[tuple[str, ...], Several(Line())] = ()
    text_at: Annotated[tuple[str, ...], Several(Line())] = ()
    text_seen: Annotated[str, Line()] = ""
    body: Annotated[str, To(Body)] = ""
    follows: Annotated[tuple[str, ...], Several(Thing(line=True))] = ()

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also the other norms of its instrument."""
        yield from super().needs(state)
        yield every(Norm, instrument=self.instrument)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """A number stands once in an instrument."""
        yield from super().refusals(state)
        here = self.scope(state)
        for norm in state.all(Norm, instrument=self.instrument):
            if (norm.number, norm.exercise) == (self.number, here):
                yield Refusal("number-taken", rule="14.1", field="number")

    def changes(self, state: State) -> Iterator[Change]:
        """The norm can be followed, endorsed and reported on."""
        yield self.into(Norm, exercise=self.scope(state))
