"""The post: circular letters, and the minute in which the letters of an act can still be held."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Free
from comity.core.when import Deadline

MINUTE = timedelta(seconds=60)
"""How long the letters of an act lie in the tray before any of them leaves."""


@entity("circular", indexes=("body",), under="body")
@dataclass(frozen=True, kw_only=True)
class Circular(Entity):
    """A letter to all who sit in a body, or to a list of parties; to whom it went was settled when it was sent."""

    title: str
    words: Free
    sender: Annotated[str, SeenWith("on_behalf_of")]
    parties: tuple[str, ...]
    body: str = ""
    about: str = ""
    answer_by: Deadline | None = None
    exercise: str = ""


@entity("reply", indexes=("circular",), under="circular")
@dataclass(frozen=True, kw_only=True)
class Reply(Entity):
    """What a party answered to a circular, once."""

    circular: str
    party: Annotated[str, SeenWith("on_behalf_of")]
    words: Free
    received: datetime
    is_late: bool = False


class Tray(StrEnum):
    """What becomes of letters that were held."""

    HELD = "letters-held"
    RELEASED = "letters-released"


@entity("hold", indexes=("state",))
@dataclass(frozen=True, kw_only=True)
class Hold(Entity):
    """The letters of act number `id` were held before any of them left; the act itself stands."""

    state: Tray
    why: Free = ""
