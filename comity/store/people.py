"""What a person is now: their mandates, the parties they stand for, the seats they hold."""

# ruff: noqa: S608  What is put into these statements is question marks; values are always bound.

from __future__ import annotations

from typing import cast

from comity.core.party import Mandate, Party, Person, Seat
from comity.store import things
from comity.store.database import Database
from comity.store.sight import marks


def mandates_and_parties(
    database: Database, person: str
) -> tuple[list[Mandate], dict[str, Party], Person | None]:
    """Return all mandates a person was ever given, the parties these are for, and the person."""
    rows = database.rows(
        "SELECT e.type, e.json FROM entity_index i JOIN entity e ON e.thing=i.thing"
        " WHERE i.name='mandate.person' AND i.value=?"
        " UNION ALL SELECT p.type, p.json FROM entity_index i JOIN entity_index j ON j.thing=i.thing"
        " AND j.name='mandate.party' JOIN entity p ON p.thing='party/'||j.value"
        " WHERE i.name='mandate.person' AND i.value=?"
        " UNION ALL SELECT type, json FROM entity WHERE thing=?",
        (person, person, f"person/{person}"),
    )
    found = [things.read(kind, stored) for kind, stored in rows]
    return (
        [each for each in found if isinstance(each, Mandate)],
        {each.id: each for each in found if isinstance(each, Party)},
        next((each for each in found if isinstance(each, Person)), None),
    )


def seats(database: Database, *, person: str, parties: list[str]) -> list[Seat]:
    """Return the seats of a person and of some parties."""
    rows = database.rows(
        "SELECT DISTINCT e.type, e.json FROM entity_index i JOIN entity e ON e.thing=i.thing"
        f" WHERE (i.name='seat.person' AND i.value=?) OR (i.name='seat.party' AND i.value IN ({marks(parties)}))",
        (person, *parties),
    )
    return [cast(Seat, things.read(kind, stored)) for kind, stored in rows]
