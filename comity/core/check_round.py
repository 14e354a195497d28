"""Contact checks in rounds: many contacts, several channels and levels, and figures that name nobody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from comity.core.contact import Channel, Level
from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Free
from comity.core.when import Deadline

FEWEST = 5
"""A figure over fewer parties than these is told to nobody: it would say who did not answer."""


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How many were asked and answered in time, of one level or by one channel."""

    of: str
    asked: int
    answered: int


@entity("check-round", indexes=("exercise",))
@dataclass(frozen=True, kw_only=True)
class CheckRound(Entity):
    """A round of contact checks. Each party sees its own line; others see figures, once it is closed."""

    title: str
    levels: tuple[Level, ...]
    channels: tuple[Channel, ...]
    answer_by: Deadline
    opened: datetime
    opened_by: Annotated[str, SeenWith("on_behalf_of")]
    closed: datetime | None = None
    parties: int | None = None
    """How many parties were asked; None while it runs."""
    figures: tuple[Tally, ...] = ()
    """The whole first, then by level and by channel where these name nobody; empty where even the whole would."""
    exercise: str = ""


@entity("round-check", indexes=("round", "party", "contact"), under="party")
@dataclass(frozen=True, kw_only=True)
class RoundCheck(Entity):
    """One contact asked in a round by one channel: seen by its own party and by who asked."""

    round: str
    contact: str
    party: Annotated[str, SeenWith("of_party")]
    level: Level
    channel: Channel
    asked: datetime
    asked_by: Annotated[str, SeenWith("on_behalf_of")]
    answer_by: Deadline
    answered: datetime | None = None
    answered_in_minutes: int | None = None
    words: Free = ""

    @property
    def is_in_time(self) -> bool:
        """True where it was answered before its time; at the stroke of it, it is late."""
        return self.answered is not None and self.answered < self.answer_by.instant


def figures_of(checks: Iterable[RoundCheck]) -> tuple[Tally, ...]:
    """Count a round so that no figure says who did not answer.

    The whole is told where enough parties were asked. A breakdown is told where each of its rows is: a row left out
    alone could be had from the others.
    """
    listed = tuple(checks)
    if not _hides(listed):
        return ()
    found = [_tally("", listed)]
    for name in ("level", "channel"):
        rows = {
            value: tuple(each for each in listed if getattr(each, name) is value)
            for value in sorted({getattr(each, name) for each in listed})
        }
        if len(rows) > 1 and all(map(_hides, rows.values())):
            found += [_tally(value.value, row) for value, row in rows.items()]
    return tuple(found)


def _hides(checks: tuple[RoundCheck, ...]) -> bool:
    return len({each.party for each in checks}) >= FEWEST


def _tally(of: str, checks: tuple[RoundCheck, ...]) -> Tally:
    return Tally(of=of, asked=len(checks), answered=sum(each.is_in_time for each in checks))
