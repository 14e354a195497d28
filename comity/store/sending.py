"""Letters on their way: for each notice and each person who stands for its party, what became of it.

    waiting    to be sent once `after` has come: at once, after a try in vain, or when a clerk that took it is given up
    sent       a server took it for that person; `proof` is the letter's own name
    printed    nobody sends letters here: it was printed, which proves nothing
    digest     waits for the one letter a day that its reader chose
    given-up   tried to the end of the schedule; `fault` says why it failed
    returned   its server, or one further on, said that it can never be delivered; `fault` is the code it gave
    void       that person no longer stands for the party, or may see nothing of the act

A notice to a person and not to a party (`person/ID`) is told to nobody but whoever did the act (`to_persons`).

A row whose person is empty says of a notice that it was `addressed`, or that nobody could be reached; where that is so,
or became so, it is looked at again.
"""

# ruff: noqa: S608  What is put into these statements is question marks; values are always bound.

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from comity.core.post import Tray
from comity.projections.letters import TO_A_PERSON
from comity.store.database import Database
from comity.store.sight import marks

TO_PARTIES = f"substr(l.party,1,{len(TO_A_PERSON)})<>'{TO_A_PERSON}'"
"""Narrows to notices to parties: one to a person tells of what others may not know."""


class Notice(NamedTuple):
    """What an act has a party, or a person, told of."""

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


def unaddressed(
    database: Database, *, now: str, before: str, until: str, limit: int
) -> list[Notice]:
    """Take notices for which it is to be found out who stands for the party; again after `until` if nobody did.

    Not those of an act received after `before`, which lie in the tray; none that are held, or whose act is struck.
    """
    rows = database.rows(
        "SELECT l.act, l.party, l.what, l.thing FROM letter l JOIN act a ON a.idx=l.act"
        " WHERE a.at<=? AND a.struck_by IS NULL AND NOT EXISTS (SELECT 1 FROM entity_index i"
        " WHERE i.name='hold.state' AND i.value=? AND i.thing='hold/'||l.act)"
        " AND NOT EXISTS (SELECT 1 FROM sending s"
        " WHERE s.act=l.act AND s.party=l.party AND (s.after>? OR (s.person<>'' AND s.state<>'void')))"
        " ORDER BY l.act, l.party LIMIT ?",
        (before, Tray.HELD.value, now, limit),
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
        " AND s.state IN ('waiting','printed','digest','given-up','returned')) THEN 0 ELSE 1 END)"
        " FROM letter l WHERE l.thing=?",
        (thing,),
    )
    return (int(row[0]), int(row[1] or 0)) if row else (0, 0)


def given_up(database: Database) -> int:
    """Count the letters that were tried to the end and not taken, or came back."""
    row = database.row("SELECT count(*) FROM sending WHERE state IN ('given-up','returned')")
    return int(row[0]) if row else 0


class Sent(NamedTuple):
    """What became of one notice to one person; the person is empty where nobody was written to yet."""

    act: int
    party: str
    what: str
    thing: str
    person: str = ""
    state: str = "waiting"
    at: str = ""
    proof: str = ""
    fault: str = ""


_SENT = (
    "SELECT l.act, l.party, l.what, l.thing, s.person, s.state, s.at, s.proof, s.fault FROM letter l"
    " {} JOIN sending s ON s.act=l.act AND s.party=l.party AND s.person<>''"
)


def of_acts(database: Database, acts: Sequence[int]) -> list[Sent]:
    """Return what became of every notice of some acts to parties, to each person."""
    return _of_acts(database, acts, TO_PARTIES)


def to_persons(database: Database, acts: Sequence[int]) -> list[Sent]:
    """Return what became of every notice of some acts to persons."""
    return _of_acts(database, acts, f"NOT {TO_PARTIES}")


def _of_acts(database: Database, acts: Sequence[int], condition: str) -> list[Sent]:
    if not acts:
        return []
    rows = database.rows(
        f"{_SENT.format('LEFT')} WHERE l.act IN ({marks(acts)}) AND {condition}"
        " ORDER BY l.act, l.party, s.person",
        acts,
    )
    return [
        Sent(act, party, what, thing, *rest) if rest[0] else Sent(act, party, what, thing)
        for act, party, what, thing, *rest in rows
    ]


def acts_with_letters(
    database: Database, *, parties: Sequence[str] | None, before: int | None, limit: int
) -> list[int]:
    """Return the acts that sent letters, newest first: those done for some parties, or all of them."""
    conditions = [f"EXISTS (SELECT 1 FROM letter l WHERE l.act=a.idx AND {TO_PARTIES})"]
    values: list[str | int] = []
    if parties is not None:
        conditions.append(f"a.party IN ({marks(parties)})")
        values += parties
    if before is not None:
        conditions.append("a.idx<?")
        values.append(before)
    rows = database.rows(
        f"SELECT a.idx FROM act a WHERE {' AND '.join(conditions)} ORDER BY a.idx DESC LIMIT ?",
        (*values, limit),
    )
    return [int(row[0]) for row in rows]


def come_back(database: Database, *, parties: Sequence[str], limit: int) -> list[Sent]:
    """Return the letters of what was done for some parties that nobody took or that came back, newest first."""
    rows = database.rows(
        f"{_SENT.format('')} JOIN act a ON a.idx=l.act WHERE s.state IN ('given-up','returned')"
        f" AND {TO_PARTIES} AND a.party IN ({marks(parties)})"
        " ORDER BY s.at DESC, l.act DESC, l.party, s.person LIMIT ?",
        (*parties, limit),
    )
    return [Sent(*row) for row in rows]


def of_digest(database: Database, person: str) -> list[Letter]:
    """Return the letters to a person that wait for their one letter a day."""
    rows = database.rows(
        "SELECT s.act, s.party, s.person, l.thing, s.tries FROM sending s"
        " JOIN letter l ON l.act=s.act AND l.party=s.party WHERE s.person=? AND s.state='digest'"
        " ORDER BY s.act, s.party",
        (person,),
    )
    return [Letter(*row) for row in rows]


def bounce(database: Database, proof: str, *, fault: str, at: str) -> int:
    """Write down that the letter of this name came back; return how many notices were in it."""
    rows = database.rows(
        "UPDATE sending SET state='returned', fault=?, at=? WHERE proof=? AND state IN ('sent','returned')"
        " RETURNING act",
        (fault, at, proof),
    )
    return len(rows)
