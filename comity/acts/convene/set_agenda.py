"""The agenda of a meeting is set: its items, when each begins, what it is about and the papers it needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import act_kind
from comity.core.agenda import Agenda, Item
from comity.core.course import Course
from comity.core.of_meeting import OfMeeting
from comity.core.programme import Paper
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.shapes import Group, Several
from comity.core.state import All, Change, Key, State, every


@act_kind("convene.set-agenda/1")
@dataclass(frozen=True, kw_only=True)
class SetAgenda(OfMeeting):
    """It stands instead of the one before, and may be set again while the meeting sits."""

    right = (Mandated(Power.ADMINISTER), Chairs())

    items: Annotated[tuple[Item, ...], Several(Group(Item), least=1, most=200)]

    @property
    def symbols(self) -> tuple[str, ...]:
        """Every paper that an item names, once."""
        return tuple(dict.fromkeys(symbol for item in self.items for symbol in item.symbols))

    def touches(self) -> Iterator[tuple[str, str]]:
        """Also what its items are about."""
        yield from super().touches()
        yield from (("items", each.about) for each in self.items if each.about)

    def room(self, state: State) -> str:
        """The body that meets, whosever texts it goes through."""
        meeting = self.held(state)
        return meeting.body if meeting else ""

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also the papers, the agenda before, and what became of the meeting."""
        yield from super().needs(state)
        yield (Agenda, self.meeting)
        yield (Course, self.meeting)
        for symbol in self.symbols:
            yield every(Paper, symbol=symbol)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Its papers are on file."""
        yield from super().refusals(state)
        course = state.find(Course, self.meeting)
        if course is not None and course.cancelled:
            yield Refusal("already-cancelled", rule="20.1", field="meeting")
        for symbol in self.symbols:
            if not state.all(Paper, symbol=symbol):
                facts = {"symbol": symbol}
                yield Refusal("no-such-symbol", rule="22.4", field="items", facts=facts)

    def changes(self, state: State) -> Iterator[Change]:
        """The meeting goes through these."""
        yield self.into(Agenda, id=self.meeting)
