"""Letters go out: each notice to each person who stands for its party, until it is known what became of it.

For a minute the letters of an act lie in the tray, where they can be held (`programme.hold-letters`).

A proof is one server's word that it took the letter for one person. What cannot be sent is tried again, later and
later; at the end of the schedule it is given up, which the log and `/healthz` tell, and the notice stays unproven.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol

from comity.core.invitation import Invitation
from comity.core.post import MINUTE
from comity.desk.desk import Desk
from comity.desk.guest import named_in
from comity.projections.letters import TO_A_PERSON
from comity.store import acts, sending
from comity.store.log import head
from comity.store.sending import Letter

__all__ = [
    "Letter",
    "Post",
    "Posted",
    "at_once_again",
    "come_back",
    "given_up",
    "send_letters",
    "settle_digest",
    "waiting_for_digest",
    "write_again",
]

log = logging.getLogger("comity.letters")

LEASE = timedelta(minutes=10)
"""How long a clerk has for a letter it took; then it counts as lost on the way, and another takes it."""

PAUSES = (1, 2, 5, 10, 20, *([60] * 71))
"""For how many minutes a letter rests after each try in vain: three days in all."""

AT_ONCE = 50


@dataclass(frozen=True)
class Posted:
    """What became of a letter that was brought to the post."""

    state: Literal["sent", "printed", "digest", "refused", "returned", "closed", "void"]
    """`refused` for this letter and now, `returned` for it and for good; `closed` where the post takes none."""
    proof: str = ""
    fault: str = ""


class Post(Protocol):
    """Who sends letters."""

    @property
    def sends(self) -> bool:
        """False where letters are only printed."""

    def reached(self, party: str) -> Iterable[str]:
        """Return who stands for a party now and can be written to."""

    def reaches(self, person: str) -> bool:
        """Tell whether a person can be written to."""

    def send(self, letter: Letter) -> Posted:
        """Send a letter and say what became of it."""


def send_letters(desk: Desk, post: Post, *, now: datetime) -> int:
    """Send what is due; return how many letters were taken by the post."""
    stamp, lost = acts.stamp(now), acts.stamp(now + LEASE)
    with desk.store.writing():
        # With the log in hand: whoever holds letters in the last second of their minute has done so, or comes too late.
        head(desk.store, lock=True)
        if post.sends:
            sending.wait_again(desk.store, state="printed")
        new = sending.unaddressed(
            desk.store, now=stamp, before=acts.stamp(now - MINUTE), until=lost, limit=AT_ONCE
        )
    for notice in new:
        persons = _readers(desk, post, notice)
        with desk.store.writing():
            sending.address(desk.store, notice, persons)
    sent = 0
    for _ in range(AT_ONCE):
        with desk.store.writing():
            letter = sending.take(desk.store, now=stamp, until=lost)
        if letter is None:
            break
        # Outside any transaction: a slow post must not hold the log.
        posted = post.send(letter)
        _settle(desk, letter, posted, now=now)
        if posted.state == "closed":
            break
        sent += posted.state == "sent"
    return sent


def _readers(desk: Desk, post: Post, notice: sending.Notice) -> list[str]:
    """Return who is written to: the one person whom a notice is for, else who stands for its party, and its guest."""
    if notice.party.startswith(TO_A_PERSON):
        person = notice.party.removeprefix(TO_A_PERSON)
        return [person] if post.reaches(person) else []
    persons = list(post.reached(notice.party))
    guest = _guest(desk, notice)
    if guest and guest not in persons and post.reaches(guest):
        persons.append(guest)
    return persons


def _guest(desk: Desk, notice: sending.Notice) -> str:
    """Return whom an invitation names that a notice is about: they are written to beside who stands for their party."""
    kind, _, key = notice.thing.partition("/")
    if kind != Invitation.TYPE:
        return ""
    with desk.store.reading():
        found = named_in(desk.store, key)
    return found[0] if found is not None and found[1].id == notice.party else ""


def write_again(desk: Desk, person: str) -> None:
    """Let what was given up or came back wait again, as when a person has another address."""
    with desk.store.writing():
        for state in ("given-up", "returned"):
            sending.wait_again(desk.store, person=person, state=state)


def come_back(desk: Desk, *, name: str, fault: str, now: datetime) -> int:
    """Write down that a letter of this name (`Message-ID`) cannot be delivered; return how many notices it held."""
    with desk.store.writing():
        return sending.bounce(desk.store, name, fault=fault, at=acts.stamp(now))


def waiting_for_digest(desk: Desk, person: str) -> list[Letter]:
    """Return the letters that wait for a person's one letter a day."""
    with desk.store.reading():
        return sending.of_digest(desk.store, person)


def settle_digest(desk: Desk, letters: Iterable[Letter], *, proof: str, now: datetime) -> None:
    """Write down that a person's one letter a day was taken, with all that waited for it."""
    with desk.store.writing():
        for letter in letters:
            state = "sent" if proof else "printed"
            at = acts.stamp(now)
            sending.settle(desk.store, letter, state=state, at=at, proof=proof)


def at_once_again(desk: Desk, person: str) -> None:
    """Let what waited for the day's letter go by itself, for who wants no such letter any more."""
    with desk.store.writing():
        sending.wait_again(desk.store, person=person, state="digest")


def given_up(desk: Desk) -> int:
    """Count the letters that nobody took."""
    return sending.given_up(desk.store)


def _settle(desk: Desk, letter: Letter, posted: Posted, *, now: datetime) -> None:
    state: str
    told = {"at": acts.stamp(now), "proof": posted.proof, "fault": posted.fault}
    match posted.state:
        case "sent" | "printed" | "digest" | "void":
            state, after = posted.state, ""
        case "returned":
            log.warning("a letter about act %d came back: %s", letter.act, posted.fault)
            state, after = "returned", ""
        case _ if letter.tries > len(PAUSES):
            # Never the address: a log is read by more people than the letter was for.
            log.error("a letter about act %d is given up: %s", letter.act, posted.fault)
            state, after = "given-up", ""
        case _:
            pause = timedelta(minutes=PAUSES[letter.tries - 1])
            log.warning("a letter about act %d could not be sent: %s", letter.act, posted.fault)
            state, after = "waiting", acts.stamp(now + pause)
    with desk.store.writing():
        sending.settle(desk.store, letter, state=state, after=after, **told)
