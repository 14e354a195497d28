"""Who was at a meeting: by name, by party, or by number, each as far as it was written down."""

from dataclasses import dataclass
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Erased, Free
from comity.core.when import When

FEW = 10
"""Fewer people than this are told by their number alone: who knows the parties would know the people."""


@entity("attendance", under="meeting")
@dataclass(frozen=True, kw_only=True)
class Attendance(Entity):
    """One a meeting, under the meeting's own id; the latest stands."""

    meeting: str
    present: int = 0
    """How many people; 0 where nobody counted."""
    parties: tuple[str, ...] = ()
    names: tuple[str, ...] | Erased = ()


@entity("minutes", under="meeting")
@dataclass(frozen=True, kw_only=True)
class Minutes(Entity):
    """What was said, in the secretariat's words; one a meeting, under the meeting's own id; the latest stand."""

    meeting: str
    words: Free


@entity("action", indexes=("meeting", "party", "outcome"), under="meeting")
@dataclass(frozen=True, kw_only=True)
class Action(Entity):
    """Something that a meeting asked of a party, by a date."""

    meeting: str
    party: Annotated[str, SeenWith("charged")]
    does: Free
    by_when: When
    outcome: str = ""
    """The outcome it follows from."""
    done: Annotated[When | None, SeenWith("on")] = None
    told: Annotated[Free, SeenWith("words")] = ""
    """What the party said of having done it."""
