"""A body is founded: a commission, a secretariat, a conference, a group."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import act_kind
from comity.core.erased import Free
from comity.core.naming import Naming
from comity.core.party import Attribution, Body, BodyForm
from comity.core.programme import Exercise, WorkArea
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, Line, OneOf, To, Words
from comity.core.state import Change, State
from comity.core.when import is_zone


@act_kind("parties.found-body/1")
@dataclass(frozen=True, kw_only=True)
class FoundBody(Naming):
    """With the rule of what may be told from its room."""

    right = Mandated(Power.ADMINISTER)
    MADE = Body

    id: Annotated[str, Id()]
    name: Annotated[str, Line()]
    form: Annotated[BodyForm, OneOf(BodyForm)]
    attribution: Annotated[Attribution, OneOf(Attribution)] = Attribution.ON_THE_RECORD
    about: Annotated[Free, Words()] = ""
    note: Annotated[Free, Words()] = ""
    work_area: Annotated[str, To(WorkArea)] = ""
    exercise: Annotated[str, To(Exercise)] = ""
    zone: Annotated[str, Line()] = "UTC"

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Its times can be told."""
        yield from super().refusals(state)
        if not is_zone(self.zone):
            yield Refusal("no-such-zone", rule="3.1", field="zone", facts={"zone": self.zone})

    def changes(self, state: State) -> Iterator[Change]:
        """The body exists; nobody sits in it yet."""
        yield self.into(Body, exercise=self.scope(state))
