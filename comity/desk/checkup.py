"""What an operator should look after: the folder, the clock, the keys, the copies, and whether anybody serves it.

Every check answers in words what it found and what to do. Nothing here speaks to the network.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from comity.core.when import parse_instant
from comity.desk.backups import all_noted
from comity.desk.desk import Desk
from comity.store import clerking, log, scrubbing, sending

GIGABYTE = 1_000_000_000
NO_CLOCK = 5
"""What the kernel answers where nobody keeps its clock (TIME_ERROR of adjtimex)."""


class State(StrEnum):
    """How it stands with one thing."""

    WELL = "well"
    SOON = "soon"
    """It wants looking after."""
    NOW = "now"
    """Something may be lost if it stays so."""


@dataclass(frozen=True)
class Finding:
    """What one check found."""

    about: str
    state: State
    says: str
    do: str = ""


def findings(desk: Desk) -> Iterator[Finding]:
    """Yield what each check found, in the order in which one would ask."""
    now = desk.clock()
    yield _disk(desk)
    yield _clock(desk, now)
    yield _served(desk, now)
    yield _keys(desk)
    yield _backup(desk, now)
    yield _rehearsal(desk, now)
    yield _letters(desk)
    yield _scrub(desk)


def _disk(desk: Desk) -> Finding:
    free = shutil.disk_usage(desk.folder.path).free
    held = sum(path.stat().st_size for path in desk.folder.path.rglob("*") if path.is_file())
    says = f"{free / GIGABYTE:.1f} GB free, {held / GIGABYTE:.2f} GB held"
    if free < GIGABYTE // 2:
        return Finding(
            "disk", State.NOW, says, "make room: an act that cannot be written is refused"
        )
    if free < max(2 * GIGABYTE, 3 * held):
        return Finding(
            "disk", State.SOON, says, "make room: erasing and backing up each need as much again"
        )
    return Finding("disk", State.WELL, says)


def _clock(desk: Desk, now: datetime) -> Finding:
    with desk.store.reading():
        last = log.head(desk.store).received
    if parse_instant(last) > now + timedelta(seconds=5):
        return Finding(
            "clock",
            State.NOW,
            f"the last act is of {last}, which is still to come",
            "set the clock",
        )
    if ctypes.CDLL(None).adjtimex(ctypes.create_string_buffer(256)) == NO_CLOCK:
        return Finding(
            "clock",
            State.SOON,
            "nobody keeps this machine's clock",
            "turn on NTP: deadlines are exact to the second",
        )
    return Finding("clock", State.WELL, "kept by the machine")


def _served(desk: Desk, now: datetime) -> Finding:
    last = clerking.last_beat(desk.store)
    if last and now - parse_instant(f"{last}:00Z") < timedelta(minutes=5):
        return Finding("server", State.WELL, "the desk can receive, and the clerk is at work")
    says = f"nobody could reach the desk since {last}" if last else "nobody has served it yet"
    return Finding("server", State.SOON, says, f"comity serve --data {desk.folder.path}")


def _keys(desk: Desk) -> Finding:
    loose = [
        path.name for path in (desk.folder.path / "keys").iterdir() if path.stat().st_mode & 0o077
    ]
    if loose:
        return Finding(
            "keys",
            State.NOW,
            f"others may read {', '.join(sorted(loose))}",
            f"chmod -R go= {desk.folder.path / 'keys'}",
        )
    if not any(each.has_keys for each in all_noted(desk.folder)):
        return Finding(
            "keys",
            State.SOON,
            "no copy of the host's keys is known; without them the record ends with this disk",
            "comity backup with --keys, kept where only you find it",
        )
    return Finding("keys", State.WELL, "readable by their owner alone, and there is a copy")


def _backup(desk: Desk, now: datetime) -> Finding:
    made = [each for each in all_noted(desk.folder) if each.what == "made"]
    do = f"comity backup --data {desk.folder.path} FILE.zip"
    if not made:
        return Finding("backup", State.NOW, "none was ever made", do)
    days = (now - parse_instant(made[-1].at)).days
    says = f"the last was made {_ago(days)}, as {os.path.basename(made[-1].file)}"  # noqa: PTH119  A name of any machine.
    if days > 7:
        return Finding("backup", State.NOW, says, do)
    return Finding("backup", State.SOON if days > 1 else State.WELL, says, do if days > 1 else "")


def _rehearsal(desk: Desk, now: datetime) -> Finding:
    proved = [each for each in all_noted(desk.folder) if each.what == "rehearsed"]
    do = f"comity backup --data {desk.folder.path} FILE.zip --rehearse"
    if not proved:
        return Finding("rehearsal", State.SOON, "no backup was ever proved to hold", do)
    days = (now - parse_instant(proved[-1].at)).days
    says = f"a backup was last proved {_ago(days)}"
    return (
        Finding("rehearsal", State.SOON, says, do)
        if days > 31
        else Finding("rehearsal", State.WELL, says)
    )


def _letters(desk: Desk) -> Finding:
    if not (count := sending.given_up(desk.store)):
        return Finding("letters", State.WELL, "none was given up")
    do = "set another address for whom they are: comity account mail"
    return Finding("letters", State.SOON, f"{count} that no server took", do)


def _scrub(desk: Desk) -> Finding:
    if (since := scrubbing.owed_since(desk.store)) is None:
        return Finding("erasures", State.WELL, "what was erased is in no file")
    says = f"what was erased since {since} may still be in the database's files"
    return Finding(
        "erasures", State.NOW, says, "the clerk tries each minute; see the log for comity.scrub"
    )


def _ago(days: int) -> str:
    return "today" if days < 1 else "a day ago" if days == 1 else f"{days} days ago"
