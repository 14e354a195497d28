"""The tables, for both vendors. The store makes them itself, so that a new kind of act never needs a migration.

Text sorts by code point on both vendors.
"""

from __future__ import annotations

from comity.store.database import Database
from comity.store.tables import DERIVED, INDEXES, KEPT, column_names

# Rows that are little more than their key: SQLite keeps them in the key's own tree.
_BARE = frozenset(
    "node submission named effect entity_index mention link term owed letter sending".split()  # noqa: SIM905
)


def create(database: Database) -> None:
    """Make whatever is not there yet."""
    database.script(_statements(database, {**KEPT, **DERIVED}))


def create_kept(database: Database) -> None:
    """Make what is not there yet of what is kept, whatever stands there of what is derived."""
    database.script(_statements(database, KEPT))


def unlike(database: Database) -> list[str]:
    """Return the kept tables that stand there with other columns than this version's."""
    found = []
    for name in KEPT:
        try:
            database.rows(f"SELECT {','.join(column_names(name))} FROM {name} LIMIT 0")  # noqa: S608  Names of our own.
        except database.faults:
            found.append(name)
    return found


def renew(database: Database) -> None:
    """Drop and make anew everything that is derived from the log."""
    database.script(f"DROP TABLE IF EXISTS {name}" for name in DERIVED)
    database.script(_statements(database, DERIVED))


def _statements(database: Database, tables: dict[str, str]) -> list[str]:
    made = []
    for name, columns in tables.items():
        bare = " WITHOUT ROWID" if database.is_sqlite and name in _BARE else ""
        made.append(f"CREATE TABLE IF NOT EXISTS {name} ({_typed(database, columns)}){bare}")
    for name, on in INDEXES.items():
        if on.partition(" ")[0] in tables:
            made.append(f"CREATE INDEX IF NOT EXISTS {name} ON {on}")
    return made


def _typed(database: Database, columns: str) -> str:
    if database.is_sqlite:
        # "INTEGER PRIMARY KEY" is the row's own number; "INT PRIMARY KEY" would be a second tree.
        return columns.replace(" INT", " INTEGER").replace(" BYTES", " BLOB")
    return (
        columns.replace(" INT", " BIGINT")
        .replace(" TEXT", ' TEXT COLLATE "C"')
        .replace(" BYTES", " BYTEA")
    )
