"""When the clerk must act: the deadlines that close something."""

from collections.abc import Iterator
from typing import NamedTuple

from comity.core.ballot import Ballot, BallotStatus
from comity.core.check_round import CheckRound
from comity.core.consensus import Round, RoundStatus
from comity.core.entity import Entity
from comity.core.request import Request
from comity.core.text import Silence, SilenceStatus
from comity.core.when import write_instant
from comity.projections.owed import sortable


class Alarm(NamedTuple):
    """At this instant the clerk must do this."""

    what: str
    due: str


def alarms(entity: Entity) -> Iterator[Alarm]:
    """Yield what a thing, as it stands, asks of the clerk."""
    match entity:
        case Silence(status=SilenceStatus.RUNNING):
            yield Alarm("close-silence", sortable(write_instant(entity.deadline.instant)))
        case CheckRound(closed=None):
            due = entity.answer_by.instant
            yield Alarm("close-check-round", sortable(write_instant(due)))
        case Request(acknowledged=None, escalated=None):
            due = entity.acknowledge_by.instant
            yield Alarm("escalate-request", sortable(write_instant(due)))
        case Round(status=RoundStatus.RUNNING):
            yield Alarm("close-round", sortable(write_instant(entity.deadline.instant)))
        case Ballot(status=BallotStatus.RUNNING):
            yield Alarm("close-ballot", sortable(write_instant(entity.deadline.instant)))
