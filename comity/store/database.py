"""One connection to SQLite or PostgreSQL, as the store speaks to it: plain SQL with question marks.

Django opens and closes the connections of a server; what is written here goes through the same
connections, beneath Django's cursors, which cost more than the statements they carry.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

SQLITE_SETTINGS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=30000",
    "PRAGMA cache_size=-32000",
    "PRAGMA temp_store=MEMORY",
)
"""What every connection to SQLite begins with; settings.py gives the same to Django."""

Row = tuple[Any, ...]


class Database:
    """The store's view of a database: rows in, rows out, and who waits for whom."""

    def __init__(self, *, vendor: str, connect: Callable[[], Any]) -> None:
        self.vendor = vendor
        self._connect = connect

    @property
    def is_sqlite(self) -> bool:
        """True for SQLite, false for PostgreSQL."""
        return self.vendor == "sqlite"

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Run one statement; return how many rows it touched."""
        return int(self._execute(sql, values).rowcount)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """Return all rows that a statement gives."""
        return list(self._execute(sql, values).fetchall())

    def row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """Return the first row, or None."""
        found: Row | None = self._execute(sql, values).fetchone()
        return found

    def each(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run a statement once for each row of values."""
        if not (listed := list(rows)):
            return
        if self.is_sqlite:
            self._connect().executemany(sql, listed)
            return
        with self._cursor() as cursor:
            cursor.executemany(_percent(sql), listed)

    def script(self, statements: Iterable[str]) -> None:
        """Run statements that have no values."""
        for statement in statements:
            self._execute(statement, ())

    def close(self) -> None:
        """Let go of the connection of this thread."""
        self._connect().close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Begin what stands wholly or not at all; on SQLite nobody else writes until its end."""
        yield from self._within("BEGIN IMMEDIATE" if self.is_sqlite else "BEGIN")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Look at one moment: what others write meanwhile is not seen."""
        yield from self._within(
            "BEGIN" if self.is_sqlite else "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        )

    def _within(self, begin: str) -> Iterator[None]:
        self._execute(begin, ())
        try:
            yield
        except BaseException:
            self._execute("ROLLBACK", ())
            raise
        self._execute("COMMIT", ())

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
