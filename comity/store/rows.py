"""The rows that belong to a thing: itself, its indexes, what it asks of whom, and when the clerk must act."""

# ruff: noqa: S608  What is put into these statements is names of our own; values are always bound.

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from comity.core.entity import ALIKE, to_json
from comity.projections.alarms import alarms
from comity.projections.owed import EVEN_RECORDED, owed
from comity.sheets import likeness
from comity.store import things
from comity.store.database import Database, Row
from comity.store.sight import marks
from comity.store.things import Kept


def keep(database: Database, kept: Sequence[Kept], *, before: Mapping[str, Kept]) -> None:
    """Write things as they now stand, with all rows that follow from them and are not there already."""
    if not kept:
        return
    database.each(
        f"INSERT INTO entity VALUES ({marks(Kept._fields)}) ON CONFLICT (thing) DO UPDATE SET made_by=excluded.made_by,"
        " made_part=excluded.made_part, audience=excluded.audience, scope=excluded.scope, json=excluded.json,"
        " origins=excluded.origins",
        kept,
    )
    for table, rows_of in _OWN.items():
        gone: list[tuple[str]] = []
        new: list[Row] = []
        for each in kept:
            old = before.get(each.thing)
            had = rows_of(old) if old else []
            has = rows_of(each)
            if had == has:
                continue
            if had:
                gone.append((each.thing,))
            new.extend(has)
        if gone:
            database.each(f"DELETE FROM {table} WHERE thing=?", gone)
        if new:
            database.each(f"INSERT INTO {table} VALUES ({marks(new[0])})", new)


def _indexes(kept: Kept) -> list[Row]:
    entity = things.read(kept.type, kept.json)
    if not entity.INDEXES:
        return []
    origins = things.origins_of(kept)
    found: list[Row] = []
    for name in entity.INDEXES:
        field = entity.CALLED if name == ALIKE else name
        value = to_json(getattr(entity, field))
        if name == ALIKE:
            value = likeness(value) if isinstance(value, str) else None
        if isinstance(value, str | int) and not isinstance(value, bool):
            found.append((f"{kept.type}.{name}", str(value), kept.thing, *origins[field][:2]))
    return found


def _owed(kept: Kept) -> list[Row]:
    asked = list(owed(things.read(kept.type, kept.json)))
    if asked and not things.is_live(kept):
        asked = [each for each in asked if each.what in EVEN_RECORDED]
    origins = things.origins_of(kept) if asked else {}
    return [
        (
            kept.thing,
            row.what,
            row.about,
            row.body,
            row.party,
            "",
            row.role,
            row.due,
            row.shown,
            row.weight,
            *origins[row.field][:2],
        )
        for row in asked
    ]


def _alarms(kept: Kept) -> list[Row]:
    found = list(alarms(things.read(kept.type, kept.json)))
    if found and not things.is_live(kept):
        return []
    return [(kept.thing, row.what, row.due, "") for row in found]


_OWN: dict[str, Callable[[Kept], list[Row]]] = {
    "entity_index": _indexes,
    "owed": _owed,
    "alarm": _alarms,
}


def drop(database: Database, thing: str) -> None:
    """Let a thing not be there: the act that made it was struck."""
    for table in ("entity", *_OWN):
        database.run(f"DELETE FROM {table} WHERE thing=?", (thing,))
