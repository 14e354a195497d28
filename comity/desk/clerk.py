"""The clerk: when a time has come, the desk itself submits the act that says so. It decides nothing.

What the clerk may say of a silence is that its deadline passed and no objection was received. It says neither where the
desk could not receive for more than five minutes of the last day, nor where a notice has no proof of sending: the act
tells both figures, and the rules of the kind decide.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from comity.core.ballot import Ballot
from comity.core.check_round import CheckRound
from comity.core.consensus import Round
from comity.core.programme import Programme
from comity.core.request import Request
from comity.core.text import Silence
from comity.desk import envelope as envelopes
from comity.desk.desk import Desk
from comity.desk.outcome import Conflict, Refused, Stands
from comity.desk.posting import Post, send_letters
from comity.desk.sitting import CLERK, Sitting
from comity.store import acts, blobs, clerking, sending
from comity.store.database import Database
from comity.store.log import Head
from comity.store.state import Loaded

DAY = timedelta(days=1)
HOLD = timedelta(seconds=60)
"""How long a clerk has for what it took before another may take it."""

UNBOUND = timedelta(days=3)
"""How long a file that no act names is kept; looked after in the first minute of each hour."""


@dataclass(frozen=True)
class Done:
    """What one round of the clerk came to."""

    closed: list[Stands | Refused | Conflict]
    letters: int


def work(desk: Desk, *, now: datetime | None = None, post: Post | None = None) -> Done:
    """Do one round: say that the desk is there, send letters, close what has run out."""
    moment = (now or desk.clock()).astimezone(UTC)
    stamp = acts.stamp(moment)
    with desk.store.writing():
        clerking.beat(desk.store, stamp[:16])
        if moment.minute == 0:
            blobs.drop_unbound(desk.store, before=acts.stamp(moment - UNBOUND))
        due = clerking.claim(desk.store, now=stamp, until=acts.stamp(moment + HOLD))
    letters = 0 if post is None else send_letters(desk, post, now=moment)
    return Done([_do(desk, thing, what, moment) for thing, what in due], letters)


def _do(desk: Desk, thing: str, what: str, moment: datetime) -> Stands | Refused | Conflict:
    """Submit what a time that has come asks for."""
    with desk.store.writing():
        sitting = Sitting(desk.store, folder=desk.folder)
        envelope = DOES[what](desk, thing.partition("/")[2], sitting.head)
        outcome = sitting.enter(envelopes.read(envelope, person=CLERK), at=moment, is_clerk=True)
        sitting.close()
    return outcome


def _close(
    desk: Desk, key: str, head: Head, *, of: type[Silence | Round | Ballot]
) -> dict[str, Any]:
    """Close what asked a room until an exact time."""
    state = Loaded(desk.store)
    state.load([(of, key), (Programme, "programme")])
    running = state.get(of, key)
    return {
        "kind": f"reframe.close-{of.TYPE}/1",
        "on_behalf_of": state.get(Programme, "programme").host,
        of.TYPE: key,
        **figures(desk, running, is_simulated=head.is_simulated),
        "nonce": f"close-{of.TYPE}.{key}.{running.deadline.instant:%Y%m%dT%H%M%S}",
    }


def _escalate_request(desk: Desk, key: str, _head: Head) -> dict[str, Any]:
    """Escalate for the party that asked: the host has no part in it, and may not read it."""
    state = Loaded(desk.store)
    state.load([(Request, key)])
    return {
        "kind": "operate.escalate-request/1",
        "on_behalf_of": state.get(Request, key).party,
        "request": key,
        "nonce": f"escalate.{key}",
    }


def _close_check_round(desk: Desk, key: str, _head: Head) -> dict[str, Any]:
    state = Loaded(desk.store)
    state.load([(CheckRound, key)])
    return {
        "kind": "operate.close-check-round/1",
        "on_behalf_of": state.get(CheckRound, key).opened_by,
        "check_round": key,
        "nonce": f"count.{key}",
    }


DOES: Mapping[str, Callable[[Desk, str, Head], dict[str, Any]]] = {
    "close-ballot": partial(_close, of=Ballot),
    "close-check-round": _close_check_round,
    "close-round": partial(_close, of=Round),
    "close-silence": partial(_close, of=Silence),
    "escalate-request": _escalate_request,
}
"""For each thing the clerk must do when its time has come: the act it submits."""


def attend(store: Database, *, until: datetime) -> None:
    """Let a scripted clock count as running through the day that ends at an instant, and no minute longer."""
    last = until.astimezone(UTC).replace(second=0, microsecond=0)
    minutes = range(int(DAY.total_seconds() // 60) + 1)
    with store.writing():
        clerking.beat(store, *(acts.stamp(last - timedelta(minutes=back))[:16] for back in minutes))


def figures(desk: Desk, running: Silence | Round | Ballot, *, is_simulated: bool) -> dict[str, int]:
    """Return for how many minutes the desk could not receive; of a silence also how many notices lack a proof."""
    if isinstance(running, Ballot):
        return {}
    interrupted = {"interrupted_minutes": _interrupted(desk, running)}
    if not isinstance(running, Silence):
        return interrupted
    notices, unproven = sending.notices(desk.store, running.thing)
    # The post room of a demonstration counts as sent: its parties are fictional.
    return {**interrupted, "notices": notices, "unproven": 0 if is_simulated else unproven}


def _interrupted(desk: Desk, running: Silence | Round) -> int:
    """Count the minutes of its last day in which the desk could not receive."""
    end = running.deadline.instant
    start = max(running.opened.astimezone(UTC), end - DAY)
    # Whole minutes only: the one in which it opened and the one in which it ended are not counted.
    first = (start + timedelta(seconds=59)).replace(second=0, microsecond=0)
    last = end.replace(second=0, microsecond=0)
    expected = max(0, int((last - first).total_seconds() // 60))
    there = clerking.beats(desk.store, start=acts.stamp(first)[:16], end=acts.stamp(last)[:16])
    return max(0, expected - there)
