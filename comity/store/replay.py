"""Everything derived from the log, computed anew from the parts alone; and what to compare it by."""

# ruff: noqa: S608  What is put into these statements is names of our own tables; values are always bound.

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

from comity.store import acts, apply, made_with, schema, tables, things
from comity.store.acts import Entered, ReadAct
from comity.store.database import Database
from comity.store.known import Known
from comity.store.state import Loaded

CHUNK = 200


def copy(
    source: Database, target: Database, *, told: Callable[[int], None] = lambda _: None
) -> None:
    """Replay a log into an empty database: its acts and all that follows, without leaves or blobs."""
    schema.create(target)
    with target.writing():
        for digest, act, part, media_type, length in source.rows(
            "SELECT digest, act, part, media_type, length FROM blob WHERE act IS NOT NULL"
        ):
            target.run(
                "INSERT INTO blob VALUES (?,?,?,NULL,?,?,'','',NULL)",
                (digest, act, part, media_type, length),
            )
        _replay(source, target, told=told)


def renew(database: Database, *, told: Callable[[int], None] = lambda _: None) -> None:
    """Drop everything derived and rebuild it, inside the transaction of the caller."""
    schema.renew(database)
    database.run("UPDATE part SET audience=signed WHERE audience<>signed")
    things.forget()
    _replay(database, database, told=told)


def _replay(source: Database, target: Database, *, told: Callable[[int], None]) -> None:
    made_with.stamp(target)
    known = Known()
    start = 0
    while found := acts.read_many(source, start, start + CHUNK):
        for read in found:
            if source is not target:
                acts.keep(
                    target,
                    (each._replace(audience=each.signed, erased_by=None) for each in read.pieces),
                )
            _again(target, read, known)
        start += CHUNK
        told(start)


def _again(target: Database, read: ReadAct, known: Known) -> None:
    """Apply an act as it was applied when it was received. What stood stands: nothing is refused."""
    state = Loaded(target, known)
    while state.follow(read.act.needs(state)):
        pass
    state.close()
    apply.apply(
        target,
        Entered(
            read.act,
            read.act.room(state),
            read.act.scope(state),
            [each._replace(audience=each.signed) for each in read.pieces],
            is_signed=any(each.name == "signature" for each in read.pieces),
        ),
        state=state,
    )


_COMPARED = {
    **{name: "*" for name in tables.DERIVED if name != "alarm"},
    "alarm": "thing, what, due",
    "part": "act, name, digest, audience, erased_by",
}


def digests(database: Database) -> dict[str, str]:
    """Return a digest of each derived table, the same on both vendors for the same rows."""
    found = {}
    for name, columns in sorted(_COMPARED.items()):
        hashed = sha256()
        for row in sorted(
            repr(tuple(each)) for each in database.rows(f"SELECT {columns} FROM {name}")
        ):
            hashed.update(row.encode() + b"\n")
        found[name] = hashed.hexdigest()
    return found
