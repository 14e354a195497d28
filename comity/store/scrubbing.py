"""Writing what was erased out of the database's own files: due from the moment of the erasure until it was done.

That it is due is a row, written in the erasure's own transaction, so that no crash between the two is forgotten.
"""

from __future__ import annotations

from comity.core.errors import Broken
from comity.store import schema
from comity.store.database import Database

_HOLDING_WORDS = frozenset({"part", "blob", "effect", "entity", "term", "submission", "scrub"})
_BESIDE = ("accounts_", "account_", "mfa_", "django_session")
"""What the names of tables begin with in which rooms above keep people; PostgreSQL is told to forget these too."""

PATIENCE = 10.0
"""For how many seconds whoever is in the way is waited for."""


def owe(database: Database, *, since: str) -> None:
    """Write down, inside the transaction of an erasure, that the files have yet to forget."""
    database.run(
        "INSERT INTO scrub VALUES (1,?,1,'','') ON CONFLICT (id) DO UPDATE SET times=scrub.times+1",
        (since,),
    )


def owed_since(database: Database) -> str | None:
    """Return when the first erasure was that the files have not forgotten; None where all is done."""
    row = database.row("SELECT since FROM scrub WHERE id=1")
    return None if row is None else str(row[0])


def last_try(database: Database) -> str:
    """Return when what is due was last tried in vain; empty where it never was."""
    row = database.row("SELECT tried FROM scrub WHERE id=1")
    return "" if row is None else str(row[0])


def try_scrub(database: Database, *, at: str) -> str:
    """Do what is due, outside any transaction; return why it could not be done, empty where it was."""
    try:
        scrub(database)
    except database.faults as error:
        fault = f"{type(error).__name__}: {error}".splitlines()[0]
        database.run("UPDATE scrub SET tried=?, fault=? WHERE id=1", (at, fault))
        return fault
    return ""


def scrub(database: Database) -> None:
    """Leave the erased words in no byte of the database's own files; outside any transaction."""
    schema.create(database)
    row = database.row("SELECT times FROM scrub WHERE id=1")
    if database.is_sqlite:
        _rewrite(database)
    else:
        _rewrite_tables(database)
    if row is not None:
        # What was erased meanwhile is still due.
        database.run("DELETE FROM scrub WHERE id=1 AND times=?", (row[0],))


def _rewrite(database: Database) -> None:
    (usual,) = database.row("PRAGMA busy_timeout") or (0,)
    # For both, what is in the way is waited for no longer than this.
    database.script([f"PRAGMA busy_timeout={int(PATIENCE * 1000)}"])
    try:
        database.script(["VACUUM"])
        busy = database.row("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        database.script([f"PRAGMA busy_timeout={usual}"])
    if busy is None or busy[0] != 0:
        raise Broken("readers keep the old file open")


def _rewrite_tables(database: Database) -> None:
    found = database.rows("SELECT tablename FROM pg_tables WHERE schemaname=current_schema()")
    names = [name for (name,) in found if name in _HOLDING_WORDS or str(name).startswith(_BESIDE)]
    # VACUUM FULL takes each table for itself: what waits for a long reader would hold up everybody behind it.
    database.script([f"SET lock_timeout = {int(PATIENCE * 1000)}"])
    try:
        database.script(f"VACUUM FULL {name}" for name in sorted(names))
    finally:
        database.script(["RESET lock_timeout"])
