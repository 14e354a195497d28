"""What was deleted is to be in no byte of the data folder.

A scrub that fails is no reason to take a receipt away: the erasure stands, that the files have yet to forget stands
with it, and the clerk tries again until they have. `/healthz` tells since when it is due.
"""

import logging
from datetime import datetime, timedelta

from comity.core.when import parse_instant
from comity.store import acts, scrubbing
from comity.store.database import Database

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


def owe(store: Database, *, now: datetime) -> None:
    """Write down, within the transaction of a deletion beside the record, that the files have yet to forget."""
    scrubbing.owe(store, since=acts.stamp(now))


def due_since(store: Database) -> str | None:
    """Return since when words that were deleted may still be in the files; None where they are in none."""
    return scrubbing.owed_since(store)


def try_again(store: Database, *, now: datetime) -> None:
    """Do what is due, unless it was tried a moment ago."""
    if scrubbing.owed_since(store) is None:
        return
    tried = scrubbing.last_try(store)
    if not tried or now - parse_instant(tried) >= AGAIN:
        attempt(store, at=acts.stamp(now))
