"""Acts and digests as things that other acts can open, strike or erase."""

# ruff: noqa: S608  What is put into these statements is names of our own; values are always bound.

from __future__ import annotations

from datetime import datetime

from comity.core.entry import Digest, Entry, Part
from comity.core.errors import Broken
from comity.store.database import Database
from comity.store.sending import TO_PARTIES
from comity.store.sight import Facts


def entry(database: Database, key: str) -> Entry | None:
    """Return act number `key`."""
    if not key.isdecimal() or not key.isascii() or len(key) > 15:
        return None
    index = int(key)
    row = database.row(
        "SELECT kind, by_person, party, body, struck_by, scope, at FROM act WHERE idx=?", (index,)
    )
    if row is None:
        return None
    kind, by, party, body, struck_by, scope, at = row
    parts = database.rows(
        "SELECT name, audience, digest, is_erasable, erased_by FROM part WHERE act=?", (index,)
    )
    later = _later(database, index)
    letters = database.row(
        f"SELECT count(*) FROM letter l WHERE l.act=? AND {TO_PARTIES}", (index,)
    )
    return Entry(
        id=key,
        kind=kind,
        by=by,
        on_behalf_of=party,
        body=body,
        parts={
            n: Part(audience, digest, bool(may), gone is not None)
            for n, audience, digest, may, gone in parts
        },
        is_struck=struck_by is not None,
        exercise=scope,
        later=later,
        shown=later,
        at=datetime.fromisoformat(at),
        letters=int(letters[0]) if letters else 0,
    )


def told_of_digest(database: Database, bound: Digest) -> tuple[str, Facts]:
    """Return who may know what a digest binds: the audience of that part."""
    row = database.row(
        "SELECT p.audience, a.by_person, a.party, a.body, a.at, a.idx, a.scope FROM part p JOIN act a ON a.idx=p.act"
        " WHERE p.act=? AND p.name=?",
        (bound.act, bound.part),
    )
    if row is None:
        raise Broken(f"act {bound.act} has no part {bound.part}")
    return row[0], Facts(*row[1:])


def told(database: Database, key: str) -> tuple[str, Facts]:
    """Return who may know of act number `key`."""
    row = database.row(
        "SELECT kind_audience, by_person, party, body, at, idx, scope FROM act WHERE idx=?",
        (int(key),),
    )
    if row is None:
        raise Broken(f"act {key} is missing")
    return row[0], Facts(*row[1:])


def _later(database: Database, index: int) -> tuple[int, ...]:
    """Return the acts, not struck, that name or change what this one made."""
    rows = database.rows(
        "SELECT DISTINCT m.act FROM effect f JOIN mention m ON m.thing=f.thing AND m.act>f.act"
        " JOIN act a ON a.idx=m.act AND a.struck_by IS NULL WHERE f.act=? AND f.makes=1 ORDER BY m.act",
        (index,),
    )
    return tuple(row[0] for row in rows)


def digest(database: Database, key: str) -> Digest | None:
    """Return what a digest binds."""
    row = database.row(
        "SELECT p.act, p.name, p.is_erasable, p.erased_by, a.scope FROM part p JOIN act a ON a.idx=p.act"
        " WHERE p.digest=?",
        (key,),
    ) or database.row(
        "SELECT p.act, p.name, p.is_erasable, coalesce(b.erased_by, p.erased_by), a.scope FROM blob b"
        " JOIN part p ON p.act=b.act AND p.name=b.part JOIN act a ON a.idx=p.act WHERE b.digest=?",
        (key,),
    )
    if row is None:
        return None
    act, part, is_erasable, erased_by, scope = row
    return Digest(
        id=key,
        act=act,
        part=part,
        is_erasable=bool(is_erasable),
        is_erased=erased_by is not None,
        exercise=scope,
    )
