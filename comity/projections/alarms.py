"""When the clerk must act: the deadlines that close something."""

from collections.abc import Iterator
from typing import NamedTuple

from comity.core.entity import Entity
from comity.core.text import Silence, SilenceStatus
from comity.core.when import write_instant
from comity.projections.owed import sortable


class Alarm(NamedTuple):
    """At this instant the clerk must do this."""

    what: str
    due: str


def alarms(entity: Entity) -> Iterator[Alarm]:
    """Yield what a thing, as it stands, asks of the clerk."""
    if isinstance(entity, Silence) and entity.status is SilenceStatus.RUNNING:
        yield Alarm("close-silence", sortable(write_instant(entity.deadline.instant)))
