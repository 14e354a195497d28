"""The rows that belong to a thing: itself, its indexes, what it asks of whom, and when the clerk must act."""

# ruff: noqa: S608  What is put into these statements is names of our own; values are always bound.

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from comity.projections.alarms import alarms
from comity.projections.owed import owed
from comity.store import things
from comity.store.database import Database
from comity.store.sight import marks
from comity.store.things import Kept

_OWN = ("entity_index", "owed", "alarm")


def keep(database: Database, kept: Sequence[Kept], *, is_new: set[str]) -> None:
    """Write things as they now stand, with all rows that follow from them."""
    if not kept:
        return
    database.each(
        f"INSERT INTO entity VALUES ({marks(Kept._fields)}) ON CONFLICT (thing) DO UPDATE SET made_by=excluded.made_by,"
        " made_part=excluded.made_part, audience=excluded.audience, scope=excluded.scope, json=excluded.json,"
        " origins=excluded.origins",
        kept,
    )
    if changed := [(each.thing,) for each in kept if each.thing not in is_new]:
        for table in _OWN:
            database.each(f"DELETE FROM {table} WHERE thing=?", changed)
    database.each("INSERT INTO entity_index VALUES (?,?,?,?,?)", _indexes(kept))
    asked: list[tuple[str | int, ...]] = []
    rung: list[tuple[str, ...]] = []
    for each in kept:
        entity = things.read(each.type, each.json)
        asked.extend(
            (
                each.thing,
                row.what,
                row.about,
                row.body,
                row.party,
                "",
                row.role,
                row.due,
                row.shown,
                row.weight,
            )
            for row in owed(entity)
        )
        rung.extend((each.thing, row.what, row.due, "") for row in alarms(entity))
    database.each("INSERT INTO owed VALUES (?,?,?,?,?,?,?,?,?,?)", asked)
    database.each("INSERT INTO alarm VALUES (?,?,?,?)", rung)


def _indexes(kept: Iterable[Kept]) -> Iterable[tuple[str, str, str, int, str]]:
    for each in kept:
        values, origins = json.loads(each.json), json.loads(each.origins)
        for name in type(things.read(each.type, each.json)).INDEXES:
            value = values.get(name)
            if isinstance(value, str | int) and not isinstance(value, bool):
                act, part = origins[name]
                yield f"{each.type}.{name}", str(value), each.thing, act, part


def drop(database: Database, thing: str) -> None:
    """Let a thing not be there: the act that made it was struck."""
    for table in ("entity", *_OWN):
        database.run(f"DELETE FROM {table} WHERE thing=?", (thing,))
