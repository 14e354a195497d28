"""Someone takes a seat in a body: a person, or a party whose people sit in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.party import Body, Party, Person, Seat, Standing
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power, Role
from comity.core.shapes import Date, Id, Line, OneOf, To
from comity.core.state import All, Change, Key, State, every
from comity.core.when import When


@act_kind("parties.seat-member/1")
@dataclass(frozen=True, kw_only=True)
class SeatMember(Act):
    """Dated, or attested on a date only: then it counts in no electorate."""

    right = Mandated(Power.ADMINISTER)
    MADE = Seat
    WITHIN_ROOM = True

    id: Annotated[str, Id()]
    body: Annotated[str, To(Body)]
    role: Annotated[Role, OneOf(Role)]
    title: Annotated[str, Line()] = ""
    person: Annotated[str, To(Person)] = ""
    for_party: Annotated[str, To(Party)] = ""
    start: Annotated[When | None, Date()] = None
    end: Annotated[When | None, Date()] = None
    attested_on: Annotated[When | None, Date()] = None

    @property
    def happens_here(self) -> bool:
        """A seat that is still held gives a voice here; one that was given up before, or is attested, gives none."""
        return self.start is not None and (self.end is None or self.end.end > self.at)

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also who sits there already."""
        yield from super().needs(state)
        yield every(Seat, body=self.body)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """A seat is somebody's, has a date, and is taken once."""
        yield from super().refusals(state)
        if not self.person and not self.for_party:
            yield Refusal("seat-of-nobody", rule="6.1", field="person")
        if self.start is None and self.attested_on is None:
            yield Refusal("seat-undated", rule="6.2", field="start")
        if self.start is None and self.end is not None:
            yield Refusal("ends-without-a-start", rule="6.2", field="end")
        if self.start is not None and self.end is not None and self.end.end <= self.start.first:
            yield Refusal("ends-before-it-starts", rule="6.2", field="end")
        party = state.find(Party, self.for_party) if self.for_party else None
        if (
            party is not None
            and party.standing is Standing.OBSERVER
            and self.role is not Role.OBSERVER
        ):
            yield Refusal("observer-has-no-voice", rule="6.4", field="role", timely=True)
        if any(self._is_the_same(seat) for seat in state.all(Seat, body=self.body)):
            yield Refusal(
                "already-seated", rule="6.3", field="person" if self.person else "for_party"
            )

    def _is_the_same(self, seat: Seat) -> bool:
        same = (seat.role, seat.person, seat.party) == (self.role, self.person, self.for_party)
        return same and seat.holds_at(self.start.first if self.start else self.at)

    def changes(self, state: State) -> Iterator[Change]:
        """The seat is taken."""
        yield self.into(Seat, party=self.for_party)
