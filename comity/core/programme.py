"""The programme itself: what it is for, what it works on, and what is said differently about it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from comity.core.entity import Entity, entity
from comity.core.erased import Erased, Free
from comity.core.shapes import Blob, Line, Words
from comity.core.when import When


class LogAccess(StrEnum):
    """Who may fetch the log: everyone, or the signed-in only."""

    PUBLIC = "public"
    PARTIES = "parties"


@entity("programme")
@dataclass(frozen=True, kw_only=True)
class Programme(Entity):
    """A programme of cooperation with its record. There is one; its id is `programme`."""

    name: str
    objective: Free
    origin: str
    log: LogAccess
    simulated: bool
    host: str
    log_vkey: str
    host_vkey: str
    started: When | None = None


@entity("objective", called="title")
@dataclass(frozen=True, kw_only=True)
class Objective(Entity):
    """What the programme wants to bring about."""

    title: str
    words: Free
    place: int


@entity("work-area", called="title")
@dataclass(frozen=True, kw_only=True)
class WorkArea(Entity):
    """A subject the programme works on, for one or more objectives."""

    title: str
    about: Free = ""
    period: str = ""
    status: str = ""
    objectives: tuple[str, ...] = ()


@entity("exercise", called="title")
@dataclass(frozen=True, kw_only=True)
class Exercise(Entity):
    """Everything under it is practice and counts nowhere outside."""

    title: str
    about: Free = ""


@dataclass(frozen=True)
class Claim:
    """What one source says."""

    says: Annotated[str, Words()]
    source: Annotated[str, Line()]


@entity("difference", indexes=("about",), under="about")
@dataclass(frozen=True, kw_only=True)
class Difference(Entity):
    """Two or more sources say different things about one thing; all stand."""

    about: str
    claims: tuple[Claim, ...] | Erased


@entity("paper", indexes=("about", "symbol"), under="about")
@dataclass(frozen=True, kw_only=True)
class Paper(Entity):
    """A document lodged with the secretariat, by symbol and language."""

    title: str
    about: str
    file: Blob | Erased
    symbol: str = ""
    language: str = "en"
    late: bool = False
