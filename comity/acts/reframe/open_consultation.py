"""A body asks for comments, until a day, from whoever wishes to answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.consultation import Consultation
from comity.core.erased import Free
from comity.core.party import Body
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.shapes import Date, Id, Line, Several, Thing, To, Words
from comity.core.state import Change, State
from comity.core.text import Text
from comity.core.when import When


@act_kind("reframe.open-consultation/1")
@dataclass(frozen=True, kw_only=True)
class OpenConsultation(Act):
    """It says what is asked, until when, and how comments will be handled, before anybody gives one."""

    right = (Chairs(), Mandated(Power.ADMINISTER))
    MADE = Consultation

    id: Annotated[str, Id()]
    title: Annotated[str, Line()]
    body: Annotated[str, To(Body)]
    asks: Annotated[Free, Words()]
    closes: Annotated[When, Date()]
    opens: Annotated[When | None, Date()] = None
    handling: Annotated[Free, Words()] = ""
    text: Annotated[str, To(Text, line=True)] = ""
    follows: Annotated[tuple[str, ...], Several(Thing(line=True))] = ()

    def refusals(self, state: State) -> Iterator[Refusal]:
        """There is time to comment."""
        yield from super().refusals(state)
        if self.opens is not None and self.closes.end <= self.opens.first:
            yield Refusal("ends-before-it-starts", rule="29.1", field="closes")
        if self.closes.end <= self.at:
            yield Refusal("deadline-not-ahead", rule="29.1", field="closes", timely=True)

    def changes(self, state: State) -> Iterator[Change]:
        """Comments are asked for."""
        yield self.into(Consultation)
