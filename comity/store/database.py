"""One connection to SQLite or PostgreSQL, as the store speaks to it: plain SQL with question marks.

Django opens and closes the connections of a server; what is written here goes through the same
connections, beneath Django's cursors, which cost more than the statements they carry.
"""

# ruff: noqa: S608  What is put into these statements is names of our own tables; values are always bound.

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from comity.core.errors import Broken
from comity.store.tables import column_types

SQLITE_SETTINGS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=30000",
    "PRAGMA cache_size=-32000",
    "PRAGMA temp_store=MEMORY",
    # A question that looks up thousands of rows reads them from memory, without a call to the system for each.
    "PRAGMA mmap_size=2147483648",
    # A batch dirties a thousand pages; moved to the file after each, most would be moved again after the next.
    "PRAGMA wal_autocheckpoint=8000",
)
"""What every connection to SQLite begins with; settings.py gives the same to Django."""

Row = tuple[Any, ...]
T = TypeVar("T")

REMEMBERED = 512
"""How many counts are kept in mind until some act makes them old."""


class _Waiting(threading.local):
    """What one thread has still to write in its transaction."""

    def __init__(self) -> None:
        self.is_writing = False
        self.added: dict[str, list[Sequence[Any]]] = {}
        self.ordered: list[tuple[str, list[Sequence[Any]]]] = []

    def clear(self) -> None:
        """Wait for nothing."""
        self.is_writing = False
        self.added.clear()
        self.ordered.clear()


class Database:
    """The store's view of a database: rows in, rows out, and who waits for whom.

    Within `writing` new rows wait, so that a whole act, or a whole batch, goes to each table at once; whoever reads
    meanwhile sees them, since reading writes them first.
    """

    def __init__(self, *, vendor: str, connect: Callable[[], Any]) -> None:
        self.vendor = vendor
        self._connect = connect
        self._remembered: dict[Hashable, Any] = {}
        self._waiting = _Waiting()

    @property
    def is_sqlite(self) -> bool:
        """True for SQLite, false for PostgreSQL."""
        return self.vendor == "sqlite"

    @property
    def faults(self) -> tuple[type[Exception], ...]:
        """What is raised where it cannot do what it was told: the vendor's own, and ours."""
        if self.is_sqlite:
            return (Broken, sqlite3.Error)
        import psycopg  # noqa: PLC0415  PostgreSQL is an extra.

        return (Broken, psycopg.Error)

    def add(self, table: str, rows: Iterable[Sequence[Any]]) -> None:
        """Write new rows of a table, in the order of its columns; their order among tables means nothing."""
        self._waiting.added.setdefault(table, []).extend(rows)
        if not self._waiting.is_writing:
            self.settle()

    def each(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement once for each row of values, in order."""
        if listed := list(rows):
            ordered = self._waiting.ordered
            if ordered and ordered[-1][0] == sql:
                ordered[-1][1].extend(listed)
            else:
                ordered.append((sql, listed))
            if not self._waiting.is_writing:
                self.settle()

    def run(self, sql: str, values: Sequence[Any] = ()) -> None:
        """Run one statement."""
        self.each(sql, [values])

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return all rows that a statement gives."""
        self.settle()
        return self.rows_before(sql, values)

    def row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """Return the first row, or None."""
        self.settle()
        found: Row | None = self._execute(sql, values).fetchone()
        return found

    def rows_before(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return all rows as they were before what still waits to be written."""
        return list(self._execute(sql, values).fetchall())

    def script(self, statements: Iterable[str]) -> None:
        """Run statements that have no values, at once."""
        self.settle()
        for statement in statements:
            self._execute(statement, ())

    def remember(self, key: Hashable, count: Callable[[], T]) -> T:
        """Return what was counted under this key; the key holds the size of the log, so nothing old is told."""
        # Looked up once: another thread may clear it at any moment.
        kept: T | None = self._remembered.get(key)
        if kept is not None:
            return kept
        found = count()
        if len(self._remembered) >= REMEMBERED:
            self._remembered.clear()
        self._remembered[key] = found
        return found

    def close(self) -> None:
        """Let go of the connection of this thread."""
        self._connect().close()

    def settle(self) -> None:
        """Write what waits."""
        waiting = self._waiting
        if not waiting.added and not waiting.ordered:
            return
        added, ordered = waiting.added, waiting.ordered
        waiting.added, waiting.ordered = {}, []
        if self.is_sqlite:
            connection = self._connect()
            for table, rows in added.items():
                if rows:
                    connection.executemany(_insert(table, len(rows[0])), rows)
            for sql, rows in ordered:
                connection.executemany(sql, rows)
            return
        with self._connect().pipeline(), self._cursor() as cursor:
            for table, rows in added.items():
                if rows:
                    cursor.execute(
                        _insert_all(table), [list(column) for column in zip(*rows, strict=True)]
                    )
            for sql, rows in ordered:
                for values in rows:
                    cursor.execute(_percent(sql), values)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Begin what stands wholly or not at all; on SQLite nobody else writes until its end."""
        yield from self._within("BEGIN IMMEDIATE" if self.is_sqlite else "BEGIN", is_writing=True)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Look at one moment: what others write meanwhile is not seen."""
        begin = "BEGIN" if self.is_sqlite else "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        yield from self._within(begin, is_writing=False)

    def _within(self, begin: str, *, is_writing: bool) -> Iterator[None]:
        self._execute(begin, ())
        self._waiting.is_writing = is_writing
        try:
            yield
            self.settle()
            # A commit can fail too (a full disk): the connection must not stay inside the transaction.
            self._execute("COMMIT", ())
        except BaseException:
            self._roll_back()
            raise
        finally:
            self._waiting.clear()

    def _roll_back(self) -> None:
        """Leave the transaction, unless SQLite has left it already, as it does where the disk is full."""
        if not self.is_sqlite or self._connect().in_transaction:
            self._execute("ROLLBACK", ())

    def _execute(self, sql: str, values: Sequence[Any]) -> Any:
        if self.is_sqlite:
            return self._connect().execute(sql, values)
        return self._cursor().execute(_percent(sql), values)

    def _cursor(self) -> Any:
        # Not the connection's own cursor: Django's binds values in the client and prepares nothing.
        import psycopg  # noqa: PLC0415  PostgreSQL is an extra.

        connection = self._connect()
        connection.prepare_threshold = 2
        return psycopg.Cursor(connection)


@lru_cache(maxsize=64)
def _insert(table: str, width: int) -> str:
    return f"INSERT INTO {table} VALUES ({','.join('?' * width)})"


@lru_cache(maxsize=64)
def _insert_all(table: str) -> str:
    """Write whole columns at once: one statement, however many rows."""
    kinds = {"INT": "bigint[]", "TEXT": "text[]", "BYTES": "bytea[]"}
    columns = ",".join(f"%s::{kinds[kind]}" for kind in column_types(table))
    return f"INSERT INTO {table} SELECT * FROM unnest({columns})"


@lru_cache(maxsize=1024)
def _percent(sql: str) -> str:
    return sql.replace("%", "%%").replace("?", "%s")


def of_django(alias: str = "default") -> Database:
    """Speak through Django's connection of this thread."""
    from django.db import connections  # noqa: PLC0415  A replay into memory needs no Django.

    def connect() -> Any:
        wrapper = connections[alias]
        wrapper.ensure_connection()
        return wrapper.connection

    return Database(vendor=connections[alias].vendor, connect=connect)


def in_memory() -> Database:
    """Return an empty database that is gone with the process."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    return Database(vendor="sqlite", connect=lambda: connection)


def in_file(path: Path) -> Database:
    """Open a file of SQLite for one thread."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for statement in SQLITE_SETTINGS:
        connection.execute(statement)
    return Database(vendor="sqlite", connect=lambda: connection)


def at_url(url: str) -> Database:
    """Open one connection to a PostgreSQL database."""
    import psycopg  # noqa: PLC0415  PostgreSQL is an extra.

    connection = psycopg.connect(url, autocommit=True)
    return Database(vendor="postgresql", connect=lambda: connection)
