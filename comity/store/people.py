"""What a person is now: their mandates, the parties they stand for, the seats they hold."""

# ruff: noqa: S608  What is put into these statements is question marks; values are always bound.

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, cast

from comity.core.absence import Absence
from comity.core.ballot import Ballot
from comity.core.consensus import Round
from comity.core.party import Mandate, Party, Person, Seat
from comity.core.text import Silence
from comity.store import things
from comity.store.database import Database
from comity.store.known import Known
from comity.store.sight import marks

Standing = tuple[list[Mandate], dict[str, Party], Person | None, list[Absence]]


def mandates_and_parties(database: Database, person: str, known: Known) -> Standing:
    """Return all mandates a person was ever given, the parties these are for and their absences, and the person."""
    if person in known.people:
        return cast(Standing, known.people[person])
    rows = database.rows(
        "SELECT e.type, e.json FROM entity_index i JOIN entity e ON e.thing=i.thing"
        " WHERE i.name='mandate.person' AND i.value=?"
        " UNION ALL SELECT p.type, p.json FROM entity_index i JOIN entity_index j ON j.thing=i.thing"
        " AND j.name='mandate.party' JOIN entity p ON p.thing='party/'||j.value"
        " WHERE i.name='mandate.person' AND i.value=?"
        " UNION ALL SELECT a.type, a.json FROM entity_index i JOIN entity_index j ON j.thing=i.thing"
        " AND j.name='mandate.party' JOIN entity_index k ON k.name='absence.party' AND k.value=j.value"
        " JOIN entity a ON a.thing=k.thing WHERE i.name='mandate.person' AND i.value=?"
        " UNION ALL SELECT type, json FROM entity WHERE thing=?",
        (person, person, person, f"person/{person}"),
    )
    found = [things.read(kind, stored) for kind, stored in rows]
    standing: Standing = (
        [each for each in found if isinstance(each, Mandate)],
        {each.id: each for each in found if isinstance(each, Party)},
        next((each for each in found if isinstance(each, Person)), None),
        [each for each in found if isinstance(each, Absence)],
    )
    known.people[person] = standing
    return standing


class Entered(NamedTuple):
    """A seat, and the act that entered it."""

    seat: Seat
    act: int


def seats(database: Database, *, person: str, parties: list[str], known: Known) -> list[Entered]:
    """Return the seats of a person and of some parties."""
    key = " ".join(["seats", person, *parties])
    if key not in known.people:
        rows = database.rows(
            "SELECT DISTINCT e.made_by, e.type, e.json FROM entity_index i JOIN entity e ON e.thing=i.thing"
            f" WHERE (i.name='seat.person' AND i.value=?) OR (i.name='seat.party' AND i.value IN ({marks(parties)}))",
            (person, *parties),
        )
        known.people[key] = [
            Entered(cast(Seat, things.read(kind, stored)), act) for act, kind, stored in rows
        ]
    return cast("list[Entered]", known.people[key])


Asking = Silence | Round | Ballot
"""What asks each of some parties something, until a time; whoever was asked stays asked."""


def askings(database: Database, bodies: Sequence[str]) -> list[Asking]:
    """Return everything that ever asked the parties of some bodies."""
    rows = database.rows(
        "SELECT e.type, e.json FROM entity_index i JOIN entity e ON e.thing=i.thing"
        f" WHERE i.name IN ('silence.body','round.body','ballot.body') AND i.value IN ({marks(bodies)})",
        bodies,
    )
    return [cast(Asking, things.read(kind, stored)) for kind, stored in rows]


def acts_about(database: Database, asked: Sequence[Asking]) -> frozenset[int]:
    """Return the acts that say what was asked, and what became of it.

    They are those that tabled the text, that opened, extended, broke or closed the asking, and that adopted the text.
    """
    if not asked:
        return frozenset()
    texts = sorted({each.text for each in asked})
    rows = database.rows(
        f"SELECT act FROM effect WHERE thing IN ({marks(asked)})"
        f" UNION SELECT made_by FROM entity WHERE thing IN ({marks(texts)})"
        " UNION SELECT e.made_by FROM entity_index i JOIN entity e ON e.thing=i.thing"
        f" WHERE i.name='adoption.text' AND i.value IN ({marks(texts)})",
        (*(each.thing for each in asked), *(f"text/{text}" for text in texts), *texts),
    )
    return frozenset(row[0] for row in rows)


def acts_on(database: Database, things: Sequence[str]) -> frozenset[int]:
    """Return the acts that made some things, or changed them."""
    rows = database.rows(f"SELECT act FROM effect WHERE thing IN ({marks(things)})", things)
    return frozenset(row[0] for row in rows)


def standing_for(
    database: Database, parties: Sequence[str], *, at: datetime
) -> dict[str, list[str]]:
    """Return, for each of some parties, the persons who hold a mandate for it at an instant, in order of their ids."""
    if not parties:
        return {}
    rows = database.rows(
        "SELECT e.type, e.json FROM entity_index i JOIN entity e ON e.thing=i.thing"
        f" WHERE i.name='mandate.party' AND i.value IN ({marks(parties)})",
        parties,
    )
    found: dict[str, set[str]] = {}
    for kind, stored in rows:
        mandate = cast(Mandate, things.read(kind, stored))
        if mandate.holds_at(at):
            found.setdefault(mandate.party, set()).add(mandate.person)
    return {party: sorted(persons) for party, persons in found.items()}
