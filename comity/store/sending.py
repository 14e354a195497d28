"""Letters on their way: for each notice and each person who stands for its party, what became of it.

    waiting    to be sent once `after` has come: at once, after a try in vain, or when a clerk that took it is given up
    sent       a server took it for that person; `proof` is the letter's own name
    printed    nobody sends letters here: it was printed, which proves nothing
    given-up   tried to the end of the schedule; `fault` says why it failed
    void       that person no longer stands for the party, or may see nothing of the act

A row whose person is empty says of a notice that it was `addressed`, or that nobody could be reached; where that is so,
or became so, it is looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from comity.store.database import Database


class Notice(NamedTuple):
    """What an act has a party told of."""

    act: int
    party: str
    what: str
    thing: str


class Letter(NamedTuple):
    """A notice to one person, taken to be sent."""

    act: int
    party: str
    person: str
    thing: str
    tries: int
    """How often it was taken, this time included."""


def unaddressed(database: Database, *, now: str, until: str, limit: int) -> list[Notice]:
    """Take notices for which it is to be found out who stands for the party; again after `until` if nobody did."""
    rows = database.rows(
        "SELECT l.act, l.party, l.what, l.thing FROM letter l WHERE NOT EXISTS (SELECT 1 FROM sending s"
        " WHERE s.act=l.act AND s.party=l.party AND (s.after>? OR (s.person<>'' AND s.state<>'void')))"
        " ORDER BY l.act, l.party LIMIT ?",
        (now, limit),
    )
    found = [Notice(*row) for row in rows]
    database.each(
        "INSERT INTO sending VALUES (?,?,'','waiting',?,1,'','','nobody can be reached')"
        " ON CONFLICT (act, party, person) DO UPDATE SET after=excluded.after, tries=sending.tries+1",
        ((each.act, each.party, until) for each in found),
    )
    return found


def address(database: Database, notice: Notice, persons: Iterable[str]) -> None:
    """Let a notice go to these persons; to nobody, it stays unaddressed."""
    found = list(persons)
    if found:
        database.run(
            "UPDATE sending SET state='addressed', fault='' WHERE act=? AND party=? AND person=''",
            (notice.act, notice.party),
        )
    database.each(
        "INSERT INTO sending VALUES (?,?,?,'waiting','',0,'','','')"
        " ON CONFLICT (act, party, person) DO UPDATE SET state='waiting', after=''",
        ((notice.act, notice.party, person) for person in found),
    )


def take(database: Database, *, now: str, until: str) -> Letter | None:
    """Take the letter that has waited longest; unless something becomes of it, it can be taken again after `until`."""
    row = database.row(
        "UPDATE sending SET after=?, tries=tries+1 WHERE (act, party, person) IN (SELECT act, party, person"
        " FROM sending WHERE state='waiting' AND person<>'' AND after<=? ORDER BY after, act, party, person LIMIT 1)"
        " AND after<=? RETURNING act, party, person, tries",
        (until, now, now),
    )
    if row is None:
        return None
    act, party, person, tries = row
    thing = database.row("SELECT thing FROM letter WHERE act=? AND party=?", (act, party))
    return Letter(act, party, person, str(thing[0]) if thing else "", tries)


def settle(
    database: Database,
    letter: Letter,
    *,
    state: str,
    at: str,
    after: str = "",
    proof: str = "",
    fault: str = "",
) -> None:
    """Write down what became of a letter."""
    database.run(
        "UPDATE sending SET state=?, at=?, after=?, proof=?, fault=? WHERE act=? AND party=? AND person=?",
        (state, at, after, proof, fault, letter.act, letter.party, letter.person),
    )


def wait_again(database: Database, *, person: str = "", state: str) -> None:
    """Let what was printed or given up wait again: of one person, or of all."""
    database.run(
        "UPDATE sending SET state='waiting', after='', tries=0 WHERE state=? AND (person=? OR ?='')",
        (state, person, person),
    )


def notices(database: Database, thing: str) -> tuple[int, int]:
    """Count the notices about a thing, and those of them that are not proven to have gone to everyone they are for."""
    row = database.row(
        "SELECT count(*), sum(CASE WHEN EXISTS (SELECT 1 FROM sending s WHERE s.act=l.act AND s.party=l.party"
        " AND s.state='sent') AND NOT EXISTS (SELECT 1 FROM sending s WHERE s.act=l.act AND s.party=l.party"
        " AND s.state IN ('waiting','printed','given-up')) THEN 0 ELSE 1 END) FROM letter l WHERE l.thing=?",
        (thing,),
    )
    return (int(row[0]), int(row[1] or 0)) if row else (0, 0)


def given_up(database: Database) -> int:
    """Count the letters that were tried to the end and not taken."""
    row = database.row("SELECT count(*) FROM sending WHERE state='given-up'")
    return int(row[0]) if row else 0
