"""A party is noted as standing behind the programme, as a supporter or a partner."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.erased import Free
from comity.core.party import Party, Support, SupportForm
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Date, Id, OneOf, To, Words
from comity.core.state import All, Change, Key, State, every
from comity.core.when import When


@act_kind("parties.note-support/1")
@dataclass(frozen=True, kw_only=True)
class NoteSupport(Act):
    """Support for the programme is not endorsement of a text."""

    right = Mandated(Power.ADMINISTER)
    MADE = Support

    id: Annotated[str, Id()]
    of: Annotated[str, To(Party)]
    as_what: Annotated[SupportForm, OneOf(SupportForm)]
    since: Annotated[When | None, Date()] = None
    words: Annotated[Free, Words()] = ""

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what is noted of this party."""
        yield from super().needs(state)
        yield every(Support, party=self.of, as_what=self.as_what.value)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Once in each form."""
        yield from super().refusals(state)
        if state.all(Support, party=self.of, as_what=self.as_what.value):
            yield Refusal("already-noted", rule="3.2", field="of")

    def changes(self, state: State) -> Iterator[Change]:
        """The party stands among those behind the programme."""
        yield self.into(Support, party=self.of)
