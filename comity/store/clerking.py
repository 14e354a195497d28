"""What the clerk needs to know: what is due, and whether the desk was there."""

from __future__ import annotations

from comity.store.database import Database


def beat(database: Database, *minutes: str) -> None:
    """Write down that the desk could receive in these minutes."""
    database.each(
        "INSERT INTO heartbeat VALUES (?) ON CONFLICT DO NOTHING", ((each,) for each in minutes)
    )


def beats(database: Database, *, start: str, end: str) -> int:
    """Count the minutes from `start` to before `end` in which the desk could receive."""
    row = database.row("SELECT count(*) FROM heartbeat WHERE minute>=? AND minute<?", (start, end))
    return int(row[0]) if row else 0


def last_beat(database: Database) -> str:
    """Return the last minute in which the desk could receive; empty where there is none."""
    row = database.row("SELECT max(minute) FROM heartbeat")
    return str(row[0]) if row and row[0] else ""


def claim(database: Database, *, now: str, until: str, limit: int = 20) -> list[tuple[str, str]]:
    """Take what is due, so that no other clerk does it too; what is not done by `until` can be taken again."""
    rows = database.rows(
        "UPDATE alarm SET claimed=? WHERE claimed<=? AND thing IN (SELECT thing FROM alarm WHERE due<=? AND claimed<=?"
        " ORDER BY due LIMIT ?) RETURNING thing, what",
        (until, now, now, now, limit),
    )
    return sorted((thing, what) for thing, what in rows)
