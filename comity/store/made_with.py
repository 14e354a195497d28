"""By which version of the program the derived rows were made: another version may compute them otherwise.

A digest of what these rows hold: the tables, the fields and indexes of every kind of thing, how words are cut for
searching, and which names are taken for alike.
Nobody counts it up by hand.
"""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from hashlib import sha256

from comity.core.entity import entity_types
from comity.projections.terms import tokens
from comity.sheets import likeness
from comity.store.database import Database
from comity.store.tables import DERIVED, INDEXES, KEPT

PROBE = "Naïve Straße 7, Iğdır; والأَمْن السيبراني ٢٠٢٦; ΕΛΛΆΣ, Ёлка; 网络安全 サイバー"
"""Words of many scripts: cut otherwise, they are found otherwise."""


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
        name: [
            *((field.name, str(field.type)) for field in fields(kind)),
            ("indexes", *kind.INDEXES, kind.CALLED),
        ]
        for name, kind in sorted(entity_types().items())
    }
    tables = (sorted(KEPT.items()), sorted(DERIVED.items()), sorted(INDEXES.items()))
    told = repr((*tables, things, tokens(PROBE), likeness(PROBE)))
    return sha256(told.encode()).hexdigest()
