"""What a meeting is to go through, in which order and with which papers."""

from dataclasses import dataclass
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.hours import Clock
from comity.core.shapes import Line, Thing, Whole

NEGOTIATED = (
    "text",
    "paragraph",
    "proposal",
    "recommendation",
    "report",
    "edition",
    "norm",
    "package",
    "call",
    "adoption",
    "consultation",
    "commitment",
    "terms-of-reference",
    "work-area",
)
"""What an item can be about."""
MOST_DAYS = 400
MOST_MINUTES = 24 * 60


@dataclass(frozen=True)
class Item:
    """One item of an agenda."""

    title: Annotated[str, Line(length=300)]
    day: Annotated[int, Whole(most=MOST_DAYS)] = 0
    """On which day of the meeting, counted from 1; 0: on that of the item above, and of the first on the first."""
    time: Annotated[str, Clock()] = ""
    """When it begins on that day, on the clock of the place: `09:30`."""
    minutes: Annotated[int, Whole(most=MOST_MINUTES)] = 0
    """How long it takes; 0 where that is not said."""
    begins: Annotated[str, Line(length=40)] = ""
    """In words, as agendas were set before hours could be told: `Wednesday 09:30`. They are shown as they stand."""
    papers: Annotated[str, Line()] = ""
    """The symbols of its papers, with commas between them: `CC/9, CC/10/Rev.3`."""

    about: Annotated[str, Thing(NEGOTIATED, or_none=True)] = ""
    """What is negotiated under it: `text/understanding-2`."""

    @property
    def symbols(self) -> tuple[str, ...]:
        """The symbols, one by one."""
        return tuple(filter(None, (each.strip() for each in self.papers.split(","))))


@entity("agenda", under="meeting")
@dataclass(frozen=True, kw_only=True)
class Agenda(Entity):
    """One a meeting, under the meeting's own id; the latest stands."""

    meeting: str
    items: tuple[Item, ...]
    set_for: Annotated[str, SeenWith("items")] = ""
    """When the meeting was to begin as its hours were set, over there: `2026-12-07T09:00:00`; empty without hours."""
