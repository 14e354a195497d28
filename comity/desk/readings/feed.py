"""What is new in public: the record's acts, the texts adopted, the meetings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from comity.core.programme import Programme
from comity.desk.cells import Cell
from comity.desk.look import Look
from comity.desk.seen import Deed

MOST = 50


@dataclass(frozen=True, kw_only=True)
class Feed:
    """The newest acts of a kind, newest first."""

    programme: Cell
    origin: str
    began: datetime
    """When the record began: with its origin it names every act for ever."""
    deeds: Sequence[Deed]
    struck: Mapping[int, datetime]
    """When acts among these were struck."""


def feed(look: Look, *, kind: str) -> Feed | None:
    """Read the newest acts; none where no programme has begun."""
    programme = look.find(Programme, "programme")
    if programme is None:
        return None
    deeds = look.minutes(kind=kind, limit=MOST)
    struck = look.deeds(each.struck_by for each in deeds if each.struck_by is not None)
    return Feed(
        programme=programme["name"],
        origin=str(programme["origin"]),
        began=programme.at,
        deeds=deeds,
        struck={
            each.index: struck[each.struck_by].at
            for each in deeds
            if each.struck_by is not None and each.struck_by in struck
        },
    )
