"""The kept tables as plain rows, the same from either vendor: what a backup holds and a restore puts back.

["x7q2mv", "n-1", "3Lk…", 12]      one JSON array a row, in the order of the columns; bytes in base64
"""

# ruff: noqa: S608  What is put into these statements is names of our own tables; values are always bound.

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from comity.core.errors import Malformed
from comity.store import replay, schema
from comity.store.database import Database
from comity.store.tables import KEPT, column_names, column_types

_AT_ONCE = 500
_FILES_AT_ONCE = 1
"""A file may have 40 MB: no two of them are in memory at the same time."""

_PLAIN = {"INT": int, "TEXT": str, "BYTES": str}


def rows(database: Database, table: str) -> Iterator[list[Any]]:
    """Yield the rows of a kept table in the order of its key, few in memory at a time."""
    key = _key(table)
    names = column_names(table)
    places = [names.index(name) for name in key]
    size = _FILES_AT_ONCE if table == "blob" else _AT_ONCE
    ordered = f"ORDER BY {','.join(key)} LIMIT {size}"
    after = f"WHERE ({','.join(key)}) > ({','.join('?' * len(key))})"
    every = f"SELECT {','.join(names)} FROM {table}"
    found = database.rows(f"{every} {ordered}")
    while found:
        for row in found:
            yield [_out(value) for value in row]
        last = [found[-1][place] for place in places]
        found = database.rows(f"{every} {after} {ordered}", last)


def fill(
    database: Database, table: str, columns: Sequence[str], lines: Iterable[Sequence[Any]]
) -> int:
    """Write rows into a kept table that is empty; return how many; raise Malformed for what is no row of it."""
    if list(columns) != column_names(table):
        raise Malformed(
            f"table {table}", expected=", ".join(column_names(table)), found=", ".join(columns)
        )
    types, count = column_types(table), 0
    for line in lines:
        database.add(table, [[_in(value, kind) for value, kind in _paired(table, line, types)]])
        count += 1
        if count % _AT_ONCE == 0 or table == "blob":
            database.settle()
    return count


def is_empty(database: Database) -> bool:
    """Tell whether no record was begun here; the tables are made where they are not there yet."""
    schema.create(database)
    return database.row("SELECT 1 FROM head") is None


def rebuild(database: Database, *, told: Callable[[int], None]) -> None:
    """Compute everything derived from what was filled in, inside the transaction of the caller."""
    replay.renew(database, told=told)


def _key(table: str) -> list[str]:
    """Return the columns of a table's key."""
    named = re.search(r"PRIMARY KEY \(([a-z_, ]+)\)", KEPT[table])
    return named[1].split(", ") if named else [KEPT[table].partition(" ")[0]]


def _out(value: Any) -> Any:
    return b64encode(value).decode() if isinstance(value, bytes | memoryview) else value


def _paired(table: str, line: Sequence[Any], types: list[str]) -> Iterator[tuple[Any, str]]:
    if not isinstance(line, list) or len(line) != len(types):
        raise Malformed(f"a row of {table}", expected=f"{len(types)} values", found=repr(line)[:80])
    for value, kind in zip(line, types, strict=True):
        if value is not None and (not isinstance(value, _PLAIN[kind]) or isinstance(value, bool)):
            raise Malformed(f"a row of {table}", expected=kind, found=repr(value)[:80])
        yield value, kind


def _in(value: Any, kind: str) -> Any:
    if kind != "BYTES" or value is None:
        return value
    try:
        return b64decode(value, validate=True)
    except ValueError as error:
        raise Malformed("bytes", expected="base64", found=value[:80]) from error
