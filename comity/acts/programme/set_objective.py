"""The programme says what it wants to bring about."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import act_kind
from comity.core.erased import Free
from comity.core.naming import Naming
from comity.core.programme import Objective
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, Line, Whole, Words
from comity.core.state import Change, State


@act_kind("programme.set-objective/1")
@dataclass(frozen=True, kw_only=True)
class SetObjective(Naming):
    """One of few; its place is where it stands among them."""

    right = Mandated(Power.ADMINISTER)
    MADE = Objective

    id: Annotated[str, Id()]
    title: Annotated[str, Line()]
    words: Annotated[Free, Words()]
    place: Annotated[int, Whole()]

    def changes(self, state: State) -> Iterator[Change]:
        """The objective stands."""
        yield self.into(Objective)
