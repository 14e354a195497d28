"""Something is declared an exercise: everything under it is practice and counts nowhere outside."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import act_kind
from comity.core.erased import Free
from comity.core.naming import Naming
from comity.core.programme import Exercise
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, Line, Words
from comity.core.state import Change, State


@act_kind("programme.declare-exercise/1")
@dataclass(frozen=True, kw_only=True)
class DeclareExercise(Naming):
    """Declared before anything in it happens, so that nothing real can be called practice afterwards."""

    right = Mandated(Power.ADMINISTER)
    MADE = Exercise

    id: Annotated[str, Id()]
    title: Annotated[str, Line()]
    about: Annotated[Free, Words()] = ""

    def changes(self, state: State) -> Iterator[Change]:
        """The exercise exists."""
        yield self.into(Exercise)
