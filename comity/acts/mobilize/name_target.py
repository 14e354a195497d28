"""A party names somebody to whom a sentence should be carried."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.naming import Naming
from comity.core.outreach import Target
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, Line, Thing, Words
from comity.core.state import All, Change, Key, State, every


@act_kind("mobilize.name-target/1")
@dataclass(frozen=True, kw_only=True)
class NameTarget(Naming):
    """A ministry or a board, with the lines that may be said there; no person is named."""

    right = Mandated(Power.SPEAK)
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.PROGRAMME, "by": Audience.OWN}
    MADE = Target

    id: Annotated[str, Id()]
    name: Annotated[str, Line()]
    carries: Annotated[
        str,
        Thing(("adoption", "paragraph", "norm", "call", "report", "recommendation"), line=True),
    ]
    why: Annotated[Free, Words()] = ""
    lines: Annotated[Free, Words()] = ""

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also to whom the same is to be carried already."""
        yield from super().needs(state)
        yield every(Target, carries=self.carries)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """The same door once for the same sentence."""
        yield from super().refusals(state)
        named = {each.name.casefold() for each in state.all(Target, carries=self.carries)}
        if self.name.casefold() in named:
            yield Refusal("target-named", rule="35.1", field="name")

    def changes(self, state: State) -> Iterator[Change]:
        """Nobody has said yet that they will call there."""
        yield self.into(Target, party=self.party)
