"""What was deleted is to be in no byte of the data folder."""

from __future__ import annotations

from comity.desk.desk import Desk
from comity.store import erasing


def scrub(desk: Desk) -> None:
    """Write what was deleted out of the database's files."""
    erasing.scrub(desk.store)
