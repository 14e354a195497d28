"""What an operator should look after: the folder, the clock, the keys, the copies, and whether anybody serves it.

Every check says what it found and what to do. Nothing here speaks to the network.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

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
    """What one check found, and what to do about it: codes with their facts; their words are in the wording room."""

    about: str
    state: State
    says: str
    do: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


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
    facts = {"free": f"{free / GIGABYTE:.1f}", "held": f"{held / GIGABYTE:.2f}"}
    if free < GIGABYTE // 2:
        return Finding("disk", State.NOW, "disk-room", "make-room-to-write", facts)
    if free < max(2 * GIGABYTE, 3 * held):
        return Finding("disk", State.SOON, "disk-room", "make-room-to-copy", facts)
    return Finding("disk", State.WELL, "disk-room", facts=facts)


def _clock(desk: Desk, now: datetime) -> Finding:
    with desk.store.reading():
        last = log.head(desk.store).received
    if parse_instant(last) > now + timedelta(seconds=5):
        return Finding("clock", State.NOW, "clock-behind", "set-clock", {"last": last})
    if ctypes.CDLL(None).adjtimex(ctypes.create_string_buffer(256)) == NO_CLOCK:
        return Finding("clock", State.SOON, "clock-unkept", "turn-on-ntp")
    return Finding("clock", State.WELL, "clock-kept")


def _served(desk: Desk, now: datetime) -> Finding:
    last = clerking.last_beat(desk.store)
    if last and now - parse_instant(f"{last}:00Z") < timedelta(minutes=5):
        return Finding("server", State.WELL, "served")
    says = "unserved-since" if last else "never-served"
    return Finding("server", State.SOON, says, "serve", {"last": last})


def _keys(desk: Desk) -> Finding:
    loose = [
        path.name for path in (desk.folder.path / "keys").iterdir() if path.stat().st_mode & 0o077
    ]
    if loose:
        facts = {"names": ", ".join(sorted(loose))}
        return Finding("keys", State.NOW, "keys-loose", "close-keys", facts)
    if not any(each.has_keys for each in all_noted(desk.folder)):
        return Finding("keys", State.SOON, "keys-uncopied", "copy-keys")
    return Finding("keys", State.WELL, "keys-kept")


def _backup(desk: Desk, now: datetime) -> Finding:
    made = [each for each in all_noted(desk.folder) if each.what == "made"]
    if not made:
        return Finding("backup", State.NOW, "never-backed-up", "back-up")
    days = (now - parse_instant(made[-1].at)).days
    # A name of any machine: of a path the last part alone.
    facts = {"days": days, "file": os.path.basename(made[-1].file)}  # noqa: PTH119
    if days > 7:
        return Finding("backup", State.NOW, "backed-up", "back-up", facts)
    if days > 1:
        return Finding("backup", State.SOON, "backed-up", "back-up", facts)
    return Finding("backup", State.WELL, "backed-up", facts=facts)


def _rehearsal(desk: Desk, now: datetime) -> Finding:
    proved = [each for each in all_noted(desk.folder) if each.what == "rehearsed"]
    if not proved:
        return Finding("rehearsal", State.SOON, "never-rehearsed", "rehearse")
    days = (now - parse_instant(proved[-1].at)).days
    if days > 31:
        return Finding("rehearsal", State.SOON, "rehearsed", "rehearse", {"days": days})
    return Finding("rehearsal", State.WELL, "rehearsed", facts={"days": days})


def _letters(desk: Desk) -> Finding:
    if not (count := sending.given_up(desk.store)):
        return Finding("letters", State.WELL, "none-given-up")
    return Finding("letters", State.SOON, "given-up", "set-address", {"count": count})


def _scrub(desk: Desk) -> Finding:
    if (since := scrubbing.owed_since(desk.store)) is None:
        return Finding("erasures", State.WELL, "scrubbed")
    return Finding("erasures", State.NOW, "unscrubbed", "see-scrub", {"since": since})
