"""A meeting as calendars read it: one event in a file of RFC 5545, that moves and is cancelled under one name.

    UID:meeting.second-round@cables.example     the same for ever, from the record's own name and the meeting's id
    SEQUENCE:2                                  how often it was moved, and one more when it was cancelled
    DTSTART:20261203T090000Z                    an instant, so that no file need carry the rules of a time zone
    DTSTART;VALUE=DATE:20261203                 a day on which no hour was announced

It says no more than its reader may see, and never how to join from afar: calendars are kept in many clouds.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress

from comity.core.party import Attribution
from comity.core.when import When
from comity.desk.seen import Seen
from comity.wording.enums import name_of

MEDIA_TYPE = "text/calendar"
MAKER = "-//Comity//Secretariat//EN"


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a calendar is told of beside the meeting itself."""

    origin: str
    """The record's own name: `cables.example/log`."""
    link: str
    """The meeting's page."""
    now: datetime
    organizer: str = ""
    attendee: str = ""
    """In a letter: from which address it is asked, and whom."""
    agenda: tuple[str, ...] = ()
    """The lines of the agenda, in the reader's words."""


def has_day(meeting: Seen[Any]) -> bool:
    """Tell whether the meeting has a day that its reader may see: a month alone stands in no calendar."""
    start = meeting.value("start")
    return isinstance(start, When) and start.precision in ("day", "instant")


def method(course: Seen[Any] | None, *, told: Told) -> str:
    """Say what the file asks of a calendar (RFC 5546): that it be taken in, answered for, or taken out."""
    if is_cancelled(course):
        return "CANCEL"
    return "REQUEST" if told.attendee else "PUBLISH"


def is_cancelled(course: Seen[Any] | None) -> bool:
    """Tell whether the meeting was called off."""
    return course is not None and bool(course.value("cancelled"))


def calendar(meeting: Seen[Any], course: Seen[Any] | None, *, told: Told) -> bytes:
    """Write the file; the meeting has a day."""
    found = Calendar()
    found.add("prodid", MAKER)
    found.add("version", "2.0")
    found.add("method", method(course, told=told))
    found.add_component(_event(meeting, course, told=told))
    return bytes(found.to_ical())


def uid(meeting: str, *, origin: str) -> str:
    """Name an event: the same in every file of this meeting, and different from every other record's."""
    return f"meeting.{meeting}@{origin.partition('/')[0]}"


def _event(meeting: Seen[Any], course: Seen[Any] | None, *, told: Told) -> Event:
    event = Event()
    event.add("uid", uid(meeting.id, origin=told.origin))
    event.add("dtstamp", told.now.astimezone(UTC).replace(microsecond=0))
    moved = int(course.value("moved", 0)) if course is not None else 0
    event.add("sequence", moved + is_cancelled(course))
    start, end = _span(meeting)
    event.add("dtstart", start)
    if end is not None:
        event.add("dtend", end)
    event.add("summary", str(meeting["name"]))
    if meeting.value("place"):
        event.add("location", str(meeting["place"]))
    event.add("description", _described(meeting, course, told=told))
    event.add("url", told.link)
    event.add("status", "CANCELLED" if is_cancelled(course) else "CONFIRMED")
    if meeting.value("attribution") is not Attribution.ON_THE_RECORD:
        event.add("class", "CONFIDENTIAL")
    if told.attendee:
        event.add("organizer", vCalAddress(f"mailto:{told.organizer}"))
        event.add("attendee", _asked(told.attendee))
    return event


def _asked(address: str) -> vCalAddress:
    """Name who is asked. A calendar's own answer would reach nobody: the letter's link is how one answers."""
    asked = vCalAddress(f"mailto:{address}")
    asked.params["PARTSTAT"] = "NEEDS-ACTION"
    asked.params["RSVP"] = "FALSE"
    return asked


def _described(meeting: Seen[Any], course: Seen[Any] | None, *, told: Told) -> str:
    lines = []
    if is_cancelled(course):
        lines.append(_("This meeting is cancelled."))
    if course is not None and course.value("why"):
        lines.append(_("The reason given: %(why)s") % {"why": course["why"]})
    if rule := meeting.value("attribution"):
        lines.append(_("Attribution: %(rule)s.") % {"rule": name_of(rule)})
    if meeting.value("attribution") is not Attribution.CLOSED:
        # What a closed meeting goes through is its members' own, and calendars are kept in many clouds.
        lines += told.agenda
    return "\n".join([*lines, told.link])


def _span(meeting: Seen[Any]) -> tuple[date, date | None]:
    """Return when it begins, and when it is over: two instants or two days, the second no longer part of it."""
    start: When = meeting.value("start")
    end: When | None = meeting.value("end")
    if start.precision == "day":
        last = _day_after(end) if end is not None else None
        return start.first.date(), last or _day_after(start)
    return start.first, _instant_after(end, zone=meeting.value("zone") or "UTC")


def _day_after(when: When) -> date | None:
    if when.precision not in ("day", "instant"):
        return None
    return when.first.date() + timedelta(days=1)


def _instant_after(end: When | None, *, zone: str) -> datetime | None:
    """Return the instant at which it is over; of a last day, the midnight after it at the place."""
    if end is None or end.precision not in ("day", "instant"):
        return None
    if end.precision == "instant":
        return end.first
    midnight = datetime.combine(end.first.date() + timedelta(days=1), datetime.min.time())
    return midnight.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
