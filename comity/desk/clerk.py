"""The clerk: when a time has come, the desk itself submits the act that says so. It decides nothing.

What the clerk may say of a silence is that its deadline passed and no objection was received. It says neither where the
desk could not receive for more than five minutes of the last day, nor where a notice has no proof of sending: the act
tells both figures, and the rules of the kind decide.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from comity.core.programme import Programme
from comity.core.text import Silence
from comity.desk import envelope as envelopes
from comity.desk.desk import Desk
from comity.desk.outcome import Conflict, Refused, Stands
from comity.desk.posting import Post, send_letters
from comity.desk.sitting import CLERK, Sitting
from comity.store import acts, blobs, clerking, sending
from comity.store.database import Database
from comity.store.state import Loaded

CLOSE_SILENCE = "reframe.close-silence/1"
DAY = timedelta(days=1)
HOLD = timedelta(seconds=60)
"""How long a clerk has for what it took before another may take it."""

UNBOUND = timedelta(days=3)
"""How long a file that no act names is kept; looked after in the first minute of each hour."""


@dataclass(frozen=True)
class Round:
    """What one round of the clerk came to."""

    closed: list[Stands | Refused | Conflict]
    letters: int


def work(desk: Desk, *, now: datetime | None = None, post: Post | None = None) -> Round:
    """Do one round: say that the desk is there, send letters, close what has run out."""
    moment = (now or desk.clock()).astimezone(UTC)
    stamp = acts.stamp(moment)
    with desk.store.writing():
        clerking.beat(desk.store, stamp[:16])
        if moment.minute == 0:
            blobs.drop_unbound(desk.store, before=acts.stamp(moment - UNBOUND))
        due = clerking.claim(desk.store, now=stamp, until=acts.stamp(moment + HOLD))
    letters = 0 if post is None else send_letters(desk, post, now=moment)
    closed = [_close(desk, thing, moment) for thing, what in due if what == "close-silence"]
    return Round(closed, letters)


def _close(desk: Desk, thing: str, moment: datetime) -> Stands | Refused | Conflict:
    with desk.store.writing():
        sitting = Sitting(desk.store, folder=desk.folder)
        state = Loaded(desk.store)
        key = thing.partition("/")[2]
        state.load([(Silence, key), (Programme, "programme")])
        silence = state.get(Silence, key)
        asked = envelopes.read(
            {
                "kind": CLOSE_SILENCE,
                "on_behalf_of": state.get(Programme, "programme").host,
                "silence": key,
                **figures(desk, silence, is_simulated=sitting.head.is_simulated),
                "nonce": f"close.{key}.{silence.deadline.instant:%Y%m%dT%H%M%S}",
            },
            person=CLERK,
        )
        outcome = sitting.enter(asked, at=moment, is_clerk=True)
        sitting.close()
    return outcome


def attend(store: Database, *, until: datetime) -> None:
    """Let a scripted clock count as running through the day that ends at an instant, and no minute longer."""
    last = until.astimezone(UTC).replace(second=0, microsecond=0)
    minutes = range(int(DAY.total_seconds() // 60) + 1)
    with store.writing():
        clerking.beat(store, *(acts.stamp(last - timedelta(minutes=back))[:16] for back in minutes))


def figures(desk: Desk, silence: Silence, *, is_simulated: bool) -> dict[str, int]:
    """Return for how many minutes the desk could not receive, how many notices there were and how many lack a proof."""
    notices, unproven = sending.notices(desk.store, silence.thing)
    end = silence.deadline.instant
    start = max(silence.opened.astimezone(UTC), end - DAY)
    # Whole minutes only: the one in which it opened and the one in which it ended are not counted.
    first = (start + timedelta(seconds=59)).replace(second=0, microsecond=0)
    last = end.replace(second=0, microsecond=0)
    expected = max(0, int((last - first).total_seconds() // 60))
    there = clerking.beats(desk.store, start=acts.stamp(first)[:16], end=acts.stamp(last)[:16])
    return {
        "interrupted_minutes": max(0, expected - there),
        "notices": notices,
        # The post room of a demonstration counts as sent: its parties are fictional.
        "unproven": 0 if is_simulated else unproven,
    }
