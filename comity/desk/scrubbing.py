"""What was deleted is to be in no byte of the data folder.

A scrub that fails is no reason to take a receipt away: the erasure stands, that the files have yet to forget stands
with it, and the clerk tries again until they have. `/healthz` tells since when it is due.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import TYPE_CHECKING

from comity.core.when import parse_instant
from comity.store import acts, scrubbing
from comity.store.database import Database

if TYPE_CHECKING:
    from comity.desk.desk import Desk

log = logging.getLogger("comity.scrub")

AGAIN = timedelta(minutes=1)
"""How long the clerk waits after a try in vain."""


def attempt(store: Database, *, at: str) -> None:
    """Do what is due; where it cannot be done, tell the operator, and nobody else."""
    if fault := scrubbing.try_scrub(store, at=at):
        log.error(
            "what was erased may still be in the database's files, and the clerk tries again: %s",
            fault,
        )


def owe(desk: Desk) -> None:
    """Write down, within the transaction of a deletion beside the record, that the files have yet to forget."""
    scrubbing.owe(desk.store, since=acts.stamp(desk.clock()))


def due_since(desk: Desk) -> str | None:
    """Return since when words that were deleted may still be in the files; None where they are in none."""
    return scrubbing.owed_since(desk.store)


def try_again(desk: Desk) -> None:
    """Do what is due, unless it was tried a moment ago."""
    if scrubbing.owed_since(desk.store) is None:
        return
    now, tried = desk.clock(), scrubbing.last_try(desk.store)
    if not tried or now - parse_instant(tried) >= AGAIN:
        attempt(desk.store, at=acts.stamp(now))
