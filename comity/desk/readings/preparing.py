"""What a meeting goes through and with which papers; who was there; what it asked of whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from comity.core.agenda import Agenda, Item
from comity.core.attendance import Action, Attendance, Minutes
from comity.core.hours import Sitting, days, hours, later, sitting
from comity.core.meeting import Meeting
from comity.core.party import Party
from comity.core.programme import Paper
from comity.core.when import Deadline, When, readings
from comity.desk.look import Look
from comity.desk.readings.on_table import OpenOn, open_on
from comity.desk.readings.paging import Lists
from comity.desk.seen import Offer, Seen


@dataclass(frozen=True, kw_only=True)
class ItemRow:
    """One item of the agenda, with the papers it names that the viewer may know of, in every language."""

    number: int
    item: Item
    papers: Sequence[Seen[Paper]]
    day: int = 0
    """On which day of the meeting; 0 where no item says any."""
    on: When | None = None
    """Which day that is now, of a meeting of several days."""
    begins: Deadline | None = None
    """When it begins now, on the clock of the place; the meeting may have been moved since."""
    ends: Deadline | None = None
    is_outside: bool = False
    """True where the meeting, moved or shortened since, does not sit then."""
    about: Seen[Any] | None = None
    """What is negotiated under it; None also where the viewer may not know of it."""
    is_open: OpenOn | None = None
    """What stands open on it, where it is a text."""


@dataclass(frozen=True, kw_only=True)
class ActionRow:
    """Something the meeting asked, of whom, and what the viewer may do about it."""

    action: Seen[Action]
    party: Seen[Party] | None
    is_late: bool = False
    """True where its day has passed and nothing is said of it yet, which says nothing about whether it was done."""
    offers: Sequence[Offer] = ()


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """The agenda, and of a meeting that was held who was there, the minutes, and what was asked."""

    agenda: Seen[Agenda] | None
    items: Sequence[ItemRow]
    attendance: Seen[Attendance] | None
    attended: Sequence[Seen[Party]]
    minutes: Seen[Minutes] | None
    actions: Sequence[ActionRow]


def prepared(look: Look, lists: Lists, meeting: str) -> Prepared:
    """Read what was prepared for a meeting, and written down of it."""
    agenda = look.find(Agenda, meeting)
    attendance = look.find(Attendance, meeting)
    actions = lists.of("actions", Action, meeting=meeting)
    attended = attendance.value("parties", ()) if attendance else ()
    charged = [str(each.value("party")) for each in actions if each.value("party")]
    parties = look.many(Party, [*attended, *charged])
    return Prepared(
        agenda=agenda,
        items=items_of(look, agenda, meeting=look.find(Meeting, meeting)),
        attendance=attendance,
        attended=[parties[each] for each in attended if each in parties],
        minutes=look.find(Minutes, meeting),
        actions=_actions(look, actions, parties),
    )


def items_of(
    look: Look, agenda: Seen[Agenda] | None, *, meeting: Seen[Meeting] | None
) -> Sequence[ItemRow]:
    """Return the items of an agenda with their hours, their papers, and what they are about."""
    items: Sequence[Item] = agenda.value("items", ()) if agenda else ()
    papers = look.among(Paper, "symbol", {symbol for item in items for symbol in item.symbols})
    about = look.things({item.about for item in items if item.about})
    stands = open_on(look, about.values())
    rows = [
        ItemRow(
            number=number,
            item=item,
            papers=[each for each in papers if each.value("symbol") in item.symbols],
            about=about.get(item.about),
            is_open=stands.get(item.about),
        )
        for number, item in enumerate(items, start=1)
    ]
    if agenda is None or meeting is None or not any(each.time or each.day for each in items):
        return rows
    return _with_hours(rows, str(agenda.value("set_for", "")), meeting)


def _with_hours(rows: Sequence[ItemRow], set_for: str, meeting: Seen[Meeting]) -> Sequence[ItemRow]:
    """Add when each begins as the meeting now stands; where that has no day, only on which of its days."""
    start, zone = meeting.value("start"), str(meeting.value("zone") or "UTC")
    sits = sitting(start, meeting.value("end"), zone=zone) if start else None
    items = [row.item for row in rows]
    if sits is None:
        return [replace(row, day=day) for row, day in zip(rows, days(items), strict=True)]
    found = hours(items, sits=sits, later=later(set_for, sits))
    return [
        replace(
            row,
            day=hour.day,
            on=_on(sits, hour.day),
            begins=_told(hour.begins, zone),
            ends=_told(hour.ends, zone),
            is_outside=hour.is_outside(sits),
        )
        for row, hour in zip(rows, found, strict=True)
    ]


def _on(sits: Sitting, day: int) -> When | None:
    return When(sits.day(day).isoformat()) if 1 < sits.days >= day else None


def _told(civil: datetime | None, zone: str) -> Deadline | None:
    """Write an hour with its zone: one that the clocks repeat is the first, one that they skip is none."""
    return next(iter(readings(civil, zone=zone)), None) if civil else None


def _actions(
    look: Look, actions: Sequence[Seen[Action]], parties: Mapping[str, Seen[Party]]
) -> Sequence[ActionRow]:
    """Return each with its party, and what the viewer may do about those that are asked of a party of theirs."""
    waiting = [
        each
        for each in actions
        if each.value("party") in look.viewer.parties and not each.value("done")
    ]
    offers = look.offers(("convene.report-action/1", {"action": each.id}) for each in waiting)
    return [
        ActionRow(
            action=each,
            party=parties.get(str(each.value("party"))),
            is_late=_is_late(each, now=look.now),
            offers=[
                offer
                for offer in offers
                if offer.prefill["action"] == each.id and offer.on_behalf_of == each.value("party")
            ],
        )
        for each in actions
    ]


def _is_late(action: Seen[Action], *, now: datetime) -> bool:
    by = action.value("by_when")
    return not action.value("done") and by is not None and by.end <= now
