"""What the clerk needs to know: what is due, what was sent, and whether the desk was there."""

from __future__ import annotations

from typing import NamedTuple

from comity.store.database import Database


class Letter(NamedTuple):
    """A notice that has to be sent."""

    act: int
    party: str
    what: str
    thing: str


def beat(database: Database, *minutes: str) -> None:
    """Write down that the desk could receive in these minutes."""
    database.each(
        "INSERT INTO heartbeat VALUES (?) ON CONFLICT DO NOTHING", ((each,) for each in minutes)
    )


def beats(database: Database, *, start: str, end: str) -> int:
    """Count the minutes from `start` to before `end` in which the desk could receive."""
    row = database.row("SELECT count(*) FROM heartbeat WHERE minute>=? AND minute<?", (start, end))
    return int(row[0]) if row else 0


def claim(database: Database, *, now: str, until: str, limit: int = 20) -> list[tuple[str, str]]:
    """Take what is due, so that no other clerk does it too; what is not done by `until` can be taken again."""
    rows = database.rows(
        "UPDATE alarm SET claimed=? WHERE claimed<=? AND thing IN (SELECT thing FROM alarm WHERE due<=? AND claimed<=?"
        " ORDER BY due LIMIT ?) RETURNING thing, what",
        (until, now, now, now, limit),
    )
    return sorted((thing, what) for thing, what in rows)


def notices(database: Database, thing: str) -> tuple[int, int]:
    """Count the notices about a thing, and those of them without a proof of sending."""
    row = database.row(
        "SELECT count(*), sum(CASE WHEN coalesce(s.proof,'')='' THEN 1 ELSE 0 END) FROM letter l"
        " LEFT JOIN sending s ON s.act=l.act AND s.party=l.party WHERE l.thing=?",
        (thing,),
    )
    return (int(row[0]), int(row[1] or 0)) if row else (0, 0)


def take_letters(database: Database, *, at: str, limit: int) -> list[Letter]:
    """Take letters that nobody took yet."""
    waiting = database.rows(
        "SELECT l.act, l.party, l.what, l.thing FROM letter l LEFT JOIN sending s ON s.act=l.act AND s.party=l.party"
        " WHERE s.act IS NULL ORDER BY l.act, l.party LIMIT ?",
        (limit,),
    )
    return [
        Letter(*row)
        for row in waiting
        if database.rows(
            "INSERT INTO sending VALUES (?,?,?,'') ON CONFLICT DO NOTHING RETURNING act",
            (row[0], row[1], at),
        )
    ]


def sent(database: Database, letter: Letter, *, at: str, proof: str) -> None:
    """Keep the proof that a letter was sent; without one it is to be taken again."""
    if proof:
        database.run(
            "UPDATE sending SET sent_at=?, proof=? WHERE act=? AND party=?",
            (at, proof, letter.act, letter.party),
        )
    else:
        database.run("DELETE FROM sending WHERE act=? AND party=?", (letter.act, letter.party))
