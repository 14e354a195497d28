"""A process with some of ten clients, that submit a hundred acts each and keep every receipt they are given.

    python -m tests.desk.ten_clients FOLDER sqlite|DSN OUT CLIENT …

Adds `NONCE RECEIPT` to the file OUT for each receipt, at once. It can be killed at any moment and started again.
"""

import json
import os
import sqlite3
import sys
import threading
from pathlib import Path
from typing import Any

from comity.desk.desk import Desk
from comity.desk.outcome import Receipt
from comity.store.database import SQLITE_SETTINGS, Database
from tests.desk.house import PEOPLE

CLIENTS = 10
EACH = 100


class Connections(threading.local):
    """A connection for each thread, as a server has."""

    def __init__(self, folder: Path, where: str) -> None:
        self.connection: Any
        if where == "sqlite":
            self.connection = sqlite3.connect(folder / "comity.sqlite3", isolation_level=None)
            for statement in SQLITE_SETTINGS:
                self.connection.execute(statement)
        else:
            import psycopg  # noqa: PLC0415

            self.connection = psycopg.connect(where, autocommit=True)


def submit(desk: Desk, client: int, *, out: int) -> None:
    """Submit this client's hundred acts, in order."""
    for number in range(EACH):
        nonce = f"c{client}.{number}"
        envelope = {
            "kind": "reframe.take-position/1",
            "on_behalf_of": "north",
            "on": f"paragraph/p{number % 2 + 1}",
            "stance": "concern",
            "reason": f"Client {client}, reason {number}.",
            "nonce": nonce,
        }
        receipt = desk.submit(envelope, person=PEOPLE["north"])
        if not isinstance(receipt, Receipt):
            raise SystemExit(str(receipt))
        # One write, so that lines of different threads never mix.
        os.write(out, f"{nonce} {json.dumps(dict(receipt.as_json()))}\n".encode())


def main() -> None:
    """Let the clients submit at once."""
    folder, where, path, *clients = Path(sys.argv[1]), *sys.argv[2:]
    out = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    connections = Connections(folder, where)
    vendor = "sqlite" if where == "sqlite" else "postgresql"
    desk = Desk(folder, store=Database(vendor=vendor, connect=lambda: connections.connection))
    threads = [
        threading.Thread(target=submit, args=(desk, int(client)), kwargs={"out": out})
        for client in clients
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


if __name__ == "__main__":
    main()
