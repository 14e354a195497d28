"""Meetings, and what came out of them."""

from dataclasses import dataclass
from enum import StrEnum

from comity.core.entity import Entity, entity
from comity.core.erased import Free
from comity.core.party import Attribution
from comity.core.when import When

WHO_WAS_THERE = ("parties", "participants", "countries", "partners", "sectors", "groups")
"""The fields of a meeting that tell who was there, by name, by number or by kind."""


class MeetingForm(StrEnum):
    """What kind of meeting it is."""

    SUMMIT = "summit"
    BILATERAL = "bilateral"
    TRILATERAL = "trilateral"
    DIALOGUE = "dialogue"
    WORKSHOP = "workshop"
    ROUNDTABLE = "roundtable"
    HEARING = "hearing"
    COMMISSION_MEETING = "commission-meeting"
    SESSION = "session"
    LAUNCH = "launch"


@entity(
    "meeting",
    indexes=("form", "body", "exercise", "work_area"),
    under="body",
    called="name",
    apart=("start",),
)
@dataclass(frozen=True, kw_only=True)
class Meeting(Entity):
    """A summit, dialogue, workshop, roundtable, hearing or meeting of a body."""

    name: str
    form: MeetingForm
    start: When
    end: When | None = None
    number: int = 0
    place: Free = ""
    zone: str = "UTC"
    body: str = ""
    track: str = ""
    attribution: Attribution = Attribution.ON_THE_RECORD
    participants: str = ""
    countries: str = ""
    partners: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    work_area: str = ""
    exercise: str = ""
    note: Free = ""


@entity("outcome", indexes=("meeting",), under="meeting")
@dataclass(frozen=True, kw_only=True)
class Outcome(Entity):
    """What a meeting came to, in words that may leave the room; who said it may not."""

    meeting: str
    words: Free
    speakers: tuple[str, ...] = ()
    number: int = 0
