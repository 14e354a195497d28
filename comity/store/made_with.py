"""By which version of the program the derived rows were made: another version may compute them otherwise.

A digest of what these rows hold: the tables, and the fields of every kind of thing. Nobody counts it up by hand.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from hashlib import sha256

from comity.core.entity import entity_types
from comity.store.database import Database
from comity.store.tables import DERIVED, INDEXES, KEPT


def stamp(database: Database) -> None:
    """Say that the derived rows are this version's."""
    database.run("INSERT INTO made_with VALUES (1,?)", (_digest(),))


def is_current(database: Database) -> bool:
    """Tell whether the derived rows are this version's; they are not where nothing says so."""
    try:
        row = database.row("SELECT digest FROM made_with WHERE id=1")
    except database.faults:
        return False
    return row is not None and row[0] == _digest()


@cache
def _digest() -> str:
    things = {
        name: [(field.name, str(field.type)) for field in fields(kind)]
        for name, kind in sorted(entity_types().items())
    }
    told = repr((sorted(KEPT.items()), sorted(DERIVED.items()), sorted(INDEXES.items()), things))
    return sha256(told.encode()).hexdigest()
