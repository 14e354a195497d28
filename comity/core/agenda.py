"""What a meeting is to go through, in which order and with which papers."""

from dataclasses import dataclass
from typing import Annotated

from comity.core.entity import Entity, entity
from comity.core.shapes import Line, Thing

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


@dataclass(frozen=True)
class Item:
    """One item of an agenda."""

    title: Annotated[str, Line(length=300)]
    begins: Annotated[str, Line(length=40)] = ""
    """As it is announced in the room: `Wednesday 09:30`."""
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
