"""A seat in a body is given up or taken away."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.party import Seat
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import To, Words
from comity.core.state import Change, State


@act_kind("parties.end-seat/1")
@dataclass(frozen=True, kw_only=True)
class EndSeat(Act):
    """Who was asked in a silence that runs stays asked: its electorate was frozen when it opened."""

    right = Mandated(Power.ADMINISTER)
    WITHIN_ROOM = True
    least: ClassVar[Mapping[str, Audience]] = {"why": Audience.OWN}

    seat: Annotated[str, To(Seat)]
    why: Annotated[Free, Words()] = ""

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Once."""
        yield from super().refusals(state)
        seat = state.find(Seat, self.seat)
        if seat is None:
            return
        if seat.ended is not None or (seat.end is not None and seat.end.end <= self.when.first):
            yield Refusal("already-ended", rule="6.5", field="seat")

    def changes(self, state: State) -> Iterator[Change]:
        """The seat is empty."""
        yield replace(state.get(Seat, self.seat), ended=self.when.first)
