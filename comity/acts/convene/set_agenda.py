"""The agenda of a meeting is set: its items, when each begins, what it is about and the papers it needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated

from comity.core.act import act_kind
from comity.core.agenda import Agenda, Item
from comity.core.course import Course
from comity.core.hours import Hour, Sitting, hours, sitting
from comity.core.meeting import Meeting
from comity.core.of_meeting import OfMeeting
from comity.core.programme import Paper
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.shapes import Group, Several
from comity.core.state import All, Change, Key, State, every
from comity.core.when import readings


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
        """Its papers are on file, and its hours are hours of the meeting, in their order."""
        yield from super().refusals(state)
        course = state.find(Course, self.meeting)
        if course is not None and course.cancelled:
            yield Refusal("already-cancelled", rule="20.1", field="meeting")
        for symbol in self.symbols:
            if not state.all(Paper, symbol=symbol):
                facts = {"symbol": symbol}
                yield Refusal("no-such-symbol", rule="22.4", field="items", facts=facts)
        for number, item in enumerate(self.items, start=1):
            if item.time and item.begins:
                facts = {"item": str(number), "clock": item.time}
                yield Refusal("begins-twice", rule="22.7", field="items", facts=facts)
        if (meeting := self.held(state)) and any(each.day or each.time for each in self.items):
            yield from self._hours(meeting)

    def _hours(self, meeting: Meeting) -> Iterator[Refusal]:
        sits = sitting(meeting.start, meeting.end, zone=meeting.zone)
        if sits is None:
            yield Refusal("meeting-without-day", rule="22.5", field="items")
            return
        found = hours(self.items, sits=sits)
        for number, hour in enumerate(found, start=1):
            facts = {"item": str(number), **_told(hour, sits)}
            if hour.day > sits.days:
                yield Refusal("beyond-last-day", rule="22.5", field="items", facts=facts)
            elif hour.begins and not sits.opens <= hour.begins < sits.closes:
                yield Refusal("item-outside-meeting", rule="22.5", field="items", facts=facts)
            elif hour.is_outside(sits):
                yield Refusal("item-over-too-late", rule="22.5", field="items", facts=facts)
            elif hour.begins and not readings(hour.begins, zone=meeting.zone):
                yield Refusal("hour-skipped", rule="22.5", field="items", facts=facts)
        told = [(number, each) for number, each in enumerate(found, start=1) if each.begins]
        for (_, above), (number, hour) in pairwise(told):
            if hour.begins and above.begins and hour.begins < above.begins:
                facts = {
                    "item": str(number),
                    **_told(hour, sits),
                    "above": above.begins.isoformat(),
                }
                yield Refusal("item-before-above", rule="22.6", field="items", facts=facts)

    def changes(self, state: State) -> Iterator[Change]:
        """The meeting goes through these."""
        meeting = state.get(Meeting, self.meeting)
        sits = sitting(meeting.start, meeting.end, zone=meeting.zone)
        is_timed = sits is not None and sits.at_an_hour and any(each.time for each in self.items)
        set_for = sits.opens.isoformat() if sits is not None and is_timed else ""
        yield self.into(Agenda, id=self.meeting, set_for=set_for)


def _told(hour: Hour, sits: Sitting) -> dict[str, str | int]:
    """Say when an item begins and is over, and when the meeting sits, on the clock of its place."""
    moments = {
        "begins": hour.begins,
        "ends": hour.ends,
        "opens": sits.opens,
        "closes": sits.closes,
    }
    told = {name: moment.isoformat() for name, moment in moments.items() if moment}
    return {"day": hour.day, "days": sits.days, **told}
