"""Erasing words: out of parts, blobs, effects, entities, the search index and what else repeats them.

What is left is what a replay gives that finds the part erased. Afterwards `scrubbing` makes the file forget.
"""

# ruff: noqa: S608  What is put into these statements is names of our own; values are always bound.

from __future__ import annotations

from collections.abc import Sequence

from comity.core.entity import entity_type
from comity.projections.terms import terms
from comity.record import is_blob_value
from comity.store import acts, folding, things
from comity.store.database import Database
from comity.store.sight import marks


def forget(database: Database, digests: Sequence[str], *, by: int) -> None:
    """Erase the parts and blobs with these digests."""
    listed = list(dict.fromkeys(digests))
    targets = {
        (act, name)
        for act, name in database.rows(
            f"SELECT act, name FROM part WHERE digest IN ({marks(listed)})", listed
        )
    }
    through_blobs = {
        (act, part)
        for act, part in database.rows(
            f"SELECT act, part FROM blob WHERE digest IN ({marks(listed)})", listed
        )
        if act is not None
    }
    for act in sorted({act for act, _ in targets | through_blobs}):
        names = {name for index, name in targets | through_blobs if index == act}
        _forget_terms(database, act, names)
        whole = {name for index, name in targets if index == act}
        listed.extend(_bound(database, act, whole))
        database.each(
            "UPDATE part SET text=NULL, erased_by=? WHERE act=? AND name=? AND erased_by IS NULL",
            ((by, act, name) for name in sorted(whole)),
        )
        database.run("UPDATE submission SET content='' WHERE act=?", (act,))
        _forget_effects(database, act, names)
    database.run(
        f"UPDATE blob SET bytes=NULL, erased_by=? WHERE digest IN ({marks(listed)}) AND erased_by IS NULL",
        (by, *listed),
    )
    things.forget()


def _forget_terms(database: Database, act: int, names: set[str]) -> None:
    """Take the words out of the search index, as long as they can still be read to know which."""
    read = acts.read_many(database, act, act + 1)
    gone = [
        (word, act, part) for part, words in terms(read[0].act) if part in names for word in words
    ]
    database.each("DELETE FROM term WHERE term=? AND act=? AND part=?", gone)


def _bound(database: Database, act: int, names: set[str]) -> list[str]:
    """Return the blobs that parts about to be erased bind: nobody could tell what they are any more."""
    found: list[str] = []
    for piece in acts.pieces_of(database, [act])[act]:
        if piece.name in names and piece.text is not None:
            value = piece.value()
            found.extend(
                item["blob"]
                for item in (value if isinstance(value, list) else [value])
                if is_blob_value(item)
            )
    return found


def _forget_effects(database: Database, act: int, names: set[str]) -> None:
    touched = []
    for thing, diff in database.rows("SELECT thing, diff FROM effect WHERE act=?", (act,)):
        erasable = things.may_be_erased(entity_type(thing.partition("/")[0]))
        after = diff
        for name in sorted(names):
            after = things.without(after, part=name, erasable=erasable)
        if after != diff:
            database.run("UPDATE effect SET diff=? WHERE act=? AND thing=?", (after, act, thing))
            touched.append(thing)
    folding.refold(database, touched)
