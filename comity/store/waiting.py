"""What waits for whom, and where words stand: questions over the rows of projections."""

# ruff: noqa: S608  What is put into these statements is names of our own and question marks; values are always bound.

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from comity.store.database import Database
from comity.store.seek import MAKER, knows_clause
from comity.store.sight import Clause, Sight, marks, where


class OwedRow(NamedTuple):
    """What waits, for a party or for a role."""

    what: str
    about: str
    party: str
    due: str
    shown: str
    number: int


def owed(
    database: Database, sight: Sight, *, chairs: Sequence[str], voices: Sequence[tuple[str, str]]
) -> list[OwedRow]:
    """Return what waits for the viewer's parties, and for the roles they hold; `voices` are (body, party)."""
    knows, known = knows_clause(sight)
    parties = sorted(sight.parties)
    theirs = [f"o.party IN ({marks(parties)})"]
    values: list[str | int] = [*parties]
    if chairs:
        theirs.append(f"(o.role='chair' AND o.body IN ({marks(chairs)}))")
        values += chairs
    if sight.is_secretariat:
        theirs.append("o.role='secretariat'")
    about = f"JOIN entity e ON e.thing=o.about {MAKER}"
    # A row tells that its thing is there and what one of its fields says: who may not see both is told nothing by it.
    tells, told = _tells(sight, "o")
    evidence, given = _tells(sight, "s")
    first = (
        f"SELECT o.what,o.about,o.party,max(o.due),max(o.shown),sum(o.weight) FROM owed o {about}"
        f" WHERE ({' OR '.join(theirs)}) AND o.what NOT IN ('position','aside') AND {knows} AND {tells}"
        " AND NOT (o.what='evidence' AND EXISTS"
        f" (SELECT 1 FROM owed s WHERE s.what='evidenced' AND s.about=o.about AND {evidence}))"
        " GROUP BY o.what,o.about,o.party HAVING sum(o.weight)>0"
    )
    selects = [first]
    values += [*known, *told, *given]
    paragraph, seen = _tells(sight, "p")
    for body, party in voices:
        # Their own positions, and where they stand aside, they always see.
        waiting = (
            f"(SELECT count(*) FROM owed p WHERE p.what='paragraph' AND p.about=o.about AND {paragraph}"
            " AND NOT EXISTS (SELECT 1 FROM owed q WHERE q.what='position' AND q.about=p.thing AND q.party=v.key)"
            " AND NOT EXISTS (SELECT 1 FROM owed r"
            " WHERE r.what='aside' AND r.about IN (p.thing,p.about) AND r.party=v.key))"
        )
        selects.append(
            f"SELECT o.what,o.about,v.key,o.due,o.shown,{waiting} FROM owed o"
            f" JOIN entity v ON v.thing=? {about} WHERE o.what='positions' AND o.body=? AND {knows} AND {tells}"
        )
        values += [*seen, f"party/{party}", body, *known, *told]
    rows = database.rows(" UNION ALL ".join(selects), values)
    return [
        OwedRow(what, about, party, due, shown, int(number))
        for what, about, party, due, shown, number in rows
        if number > 0
    ]


def _tells(sight: Sight, row: str) -> Clause:
    """Narrow rows of `owed` to those whose thing, and the field that asks, the viewer may see."""
    thing, first = where(sight, "te.audience", "ta")
    kind, second = where(sight, "ta.kind_audience", "ta")
    field, third = where(sight, "tp.audience", "tb")
    clause = (
        "EXISTS (SELECT 1 FROM entity te JOIN act ta ON ta.idx=te.made_by"
        f" JOIN part tp ON tp.act={row}.act AND tp.name={row}.part JOIN act tb ON tb.idx={row}.act"
        f" WHERE te.thing={row}.thing AND {thing} AND {kind} AND {field})"
    )
    return clause, [*first, *second, *third]


def search(
    database: Database, sight: Sight, words: Sequence[str], *, limit: int
) -> list[tuple[int, str]]:
    """Return (act, part) in which all these words stand, newest first."""
    if not words:
        return []
    # The longest word is the rarest, as a rule: begin with it.
    ordered = sorted(words, key=len, reverse=True)
    told, seen = where(sight, "p.audience", "a")
    knows, known = where(sight, "a.kind_audience", "a")
    tables, values = ["term t0"], []
    for place, word in enumerate(ordered[1:], start=1):
        tables.append(
            f"JOIN term t{place} ON t{place}.act=t0.act AND t{place}.part=t0.part AND {_is(place, word)}"
        )
        values += _spread(word)
    tables.append("JOIN act a ON a.idx=t0.act JOIN part p ON p.act=t0.act AND p.name=t0.part")
    sql = (
        f"SELECT DISTINCT t0.act,t0.part FROM {' '.join(tables)} WHERE {_is(0, ordered[0])} AND {told} AND {knows}"
        " ORDER BY 1 DESC, 2 LIMIT ?"
    )
    rows = database.rows(sql, (*values, *_spread(ordered[0]), *seen, *known, limit))
    return [(act, part) for act, part in rows]


def _is(place: int, word: str) -> str:
    return f"t{place}.term>=? AND t{place}.term<?" if _begins(word) else f"t{place}.term=?"


def _spread(word: str) -> list[str]:
    return [word, word + "\U0010ffff"] if _begins(word) else [word]


def _begins(word: str) -> bool:
    """One character of Chinese or Japanese is found as the beginning of a pair."""
    return len(word) == 1 and ord(word) > 0x2E80
