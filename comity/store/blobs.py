"""Bytes kept beside the log: lodged first, bound by a part afterwards, erased with it."""

# ruff: noqa: S608  What is put into these statements is question marks; values are always bound.

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from comity.record import is_blob_value
from comity.store import acts
from comity.store.database import Database
from comity.store.sight import marks


class Lodged(NamedTuple):
    """A file that waits for an act to bind it."""

    digest: str
    file: bytes
    media_type: str
    length: int


def lodge(database: Database, lodged: Lodged, *, person: str, at: str) -> None:
    """Keep a file until an act binds it."""
    database.run(
        "INSERT INTO blob VALUES (?,NULL,NULL,?,?,?,?,?,NULL)",
        (lodged.digest, lodged.file, lodged.media_type, lodged.length, person, at),
    )


def unbound(database: Database, *, person: str) -> tuple[int, int]:
    """Return how many files of a person wait for an act to bind them, and how many bytes these are."""
    row = database.row(
        "SELECT count(*), sum(length) FROM blob WHERE lodged_by=? AND act IS NULL", (person,)
    )
    return (int(row[0]), int(row[1] or 0)) if row else (0, 0)


def bind(database: Database, act: int, bound: Sequence[tuple[str, str]]) -> None:
    """Let an act's parts (name, digest) bind files that were lodged."""
    database.each(
        "UPDATE blob SET act=?, part=? WHERE digest=?",
        ((act, name, digest) for name, digest in bound),
    )


def values_in(own: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield (field, value) for every blob that some fields speak of."""
    for name, value in own.items():
        for each in value if isinstance(value, list | tuple) else (value,):
            if is_blob_value(each) and isinstance(each["blob"], str):
                yield name, each


def named_in(own: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (field, digest) for every blob that some fields speak of."""
    for name, value in values_in(own):
        yield name, value["blob"]


def named_twice(named: Sequence[tuple[str, str]]) -> list[str]:
    """Return the fields that speak of a blob which an earlier field speaks of: it has one audience, not two."""
    first: dict[str, str] = {}
    return [name for name, digest in named if first.setdefault(digest, name) != name]


def not_theirs(database: Database, own: Mapping[str, Any], *, person: str) -> list[str]:
    """Return the fields that bind a blob which this person did not lodge just so, or which is bound already.

    Of another length or type it is another blob: an export that said so would not verify.
    """
    bound = list(values_in(own))
    if not bound:
        return []
    digests = [value["blob"] for _, value in bound]
    rows = database.rows(
        "SELECT digest, length, media_type FROM blob"
        f" WHERE lodged_by=? AND act IS NULL AND digest IN ({marks(digests)})",
        (person, *digests),
    )
    free = {row[0]: (row[1], row[2]) for row in rows}
    return list(
        dict.fromkeys(
            name
            for name, value in bound
            if free.get(value["blob"]) != (value.get("length"), value.get("media_type"))
        )
    )


def is_lost(database: Database, digest: str) -> bool:
    """Tell whether a blob that a part binds is neither here nor erased."""
    row = database.row(
        "SELECT bytes IS NULL AND erased_by IS NULL FROM blob WHERE digest=?", (digest,)
    )
    return row is None or bool(row[0])


def resolved(database: Database, kind: str, own: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return fields with the words that stand in blobs put in their place."""
    digests = acts.carried(kind, own)
    if not digests:
        return own
    return {**own, **acts.resolve(kind, own, acts.blobs_for(database, digests))}


def waiting(database: Database, digest: str, *, person: str) -> bytes | None:
    """Return a file that a person lodged and that waits, with its salt; None where it waits no more."""
    row = database.row(
        "SELECT bytes FROM blob WHERE digest=? AND lodged_by=? AND act IS NULL", (digest, person)
    )
    return bytes(row[0]) if row is not None and row[0] is not None else None


def let_go(database: Database, digest: str, *, person: str) -> None:
    """Let go of a file that a person lodged and that no act named."""
    database.run(
        "DELETE FROM blob WHERE digest=? AND lodged_by=? AND act IS NULL", (digest, person)
    )


def drop_unbound(database: Database, *, before: str) -> None:
    """Let go of files that nobody bound."""
    database.run("DELETE FROM blob WHERE act IS NULL AND lodged_at<?", (before,))
