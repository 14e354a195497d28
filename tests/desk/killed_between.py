"""A process that enters several acts at once and is killed when the last of them would be judged.

    python -m tests.desk.killed_between FOLDER sqlite|DSN

The desk asks its clock once for each act; this clock ends the process instead of answering a second time.
"""

import os
import signal
import sys
from datetime import datetime
from pathlib import Path

from comity.desk.desk import Desk, wall_clock
from comity.store import database
from tests.desk.house import HOST

NEWCOMER = {
    "kind": "parties.admit-party/1",
    "on_behalf_of": "host",
    "id": "newcomer",
    "name": "Newcomer",
    "form": "civil-society",
    "standing": "named",
    "nonce": "first",
}
OBSERVER = {
    "kind": "parties.seat-member/1",
    "on_behalf_of": "host",
    "body": "room",
    "role": "observer",
    "for_party": "newcomer",
    "start": "2026-03-01",
    "nonce": "second",
}


class Fatal:
    """A clock that answers once."""

    has_answered = False

    def __call__(self) -> datetime:
        if self.has_answered:
            os.kill(os.getpid(), signal.SIGKILL)
        self.has_answered = True
        return wall_clock()


def main() -> None:
    """Begin what is never ended."""
    folder, where = Path(sys.argv[1]), sys.argv[2]
    store = (
        database.in_file(folder / "comity.sqlite3") if where == "sqlite" else database.at_url(where)
    )
    Desk(folder, store=store, clock=Fatal()).submit_all([NEWCOMER, OBSERVER], person=HOST)


if __name__ == "__main__":
    main()
