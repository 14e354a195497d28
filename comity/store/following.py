"""What follows from what: steps from a thing to what it came from and to what came of it, as a viewer may see them."""

# ruff: noqa: S608  What is put into these statements is names of our own and question marks; values are always bound.

from __future__ import annotations

from collections.abc import Sequence

from comity.core.entity import Entity
from comity.core.support import Endorsement
from comity.store.database import Database
from comity.store.sight import Clause, Sight, marks, where

Step = tuple[str, str, int]
"""Child, parent, and the act that says so."""

_FARTHEST = 30
"""Steps from a sentence to what it came from or what came of it."""
_AT_ONCE = 100
"""Of how many things the endorsements are asked for in one statement."""
_STANDING = (
    "JOIN act a ON a.idx=l.act AND a.struck_by IS NULL JOIN part p ON p.act=l.act AND p.name=l.part"
)
_MANY = f"{Endorsement.TYPE}/"
_LAST = (
    f"substr(l.child,1,{len(_MANY)})='{_MANY}'"
    f" AND l.child NOT IN (SELECT parent FROM link WHERE parent>='{_MANY}' AND parent<'{_MANY[:-1]}0')"
)
"""An endorsement from which nothing follows. Not `child>=`: that would take the index that is not in order of acts."""


def parents(database: Database, sight: Sight, thing: str) -> list[str]:
    """Return the names of what a thing follows from by one step, where the viewer may see that it does."""
    return _linked(database, sight, ("parent", "l.child=?"), [thing])


def parents_of(
    database: Database, sight: Sight, things: Sequence[str], kind: type[Entity]
) -> list[tuple[str, str]]:
    """Return (thing, what it follows from) for the things of one kind that some things follow from by one step."""
    return _linked_many(database, sight, ("child", "parent"), things, kind)


def children(
    database: Database, sight: Sight, thing: str, kinds: Sequence[type[Entity]]
) -> list[str]:
    """Return the names of the things of some kinds that follow from a thing by one step."""
    # From "norm/" to "norm0", the next that is no norm: a stretch of the index, however much else follows.
    of = " OR ".join("l.child>? AND l.child<?" for _ in kinds)
    ends = [end for kind in kinds for end in (f"{kind.TYPE}/", f"{kind.TYPE}0")]
    return _linked(database, sight, ("child", f"l.parent=? AND ({of})"), [thing, *ends])


def children_of(
    database: Database, sight: Sight, things: Sequence[str], kind: type[Entity]
) -> list[tuple[str, str]]:
    """Return (parent, child) for the things of a kind that follow from any of some by one step, the oldest first."""
    return _linked_many(database, sight, ("parent", "child"), things, kind)


def _linked_many(
    database: Database,
    sight: Sight,
    way: tuple[str, str],
    things: Sequence[str],
    kind: type[Entity],
) -> list[tuple[str, str]]:
    if not things:
        return []
    (start, end), (may, seen) = way, _may_see(sight)
    sql = (
        f"SELECT l.{start},l.{end},min(l.act) FROM link l {_STANDING} WHERE l.{start} IN ({marks(things)})"
        f" AND l.{end}>? AND l.{end}<? AND {may} GROUP BY l.{start},l.{end} ORDER BY 3,1,2"
    )
    ends = (f"{kind.TYPE}/", f"{kind.TYPE}0")
    return [(one, other) for one, other, _ in database.rows(sql, (*things, *ends, *seen))]


def _linked(
    database: Database, sight: Sight, which: tuple[str, str], values: Sequence[str]
) -> list[str]:
    end, condition = which
    may, seen = _may_see(sight)
    sql = (
        f"SELECT l.{end}, min(l.act) FROM link l {_STANDING} WHERE {condition} AND {may}"
        f" GROUP BY l.{end} ORDER BY 2, 1"
    )
    return [name for name, _ in database.rows(sql, (*values, *seen))]


def line(database: Database, sight: Sight, thing: str, *, limit: int) -> list[Step]:
    """Return (child, parent, act) for everything a thing follows from and that follows from it.

    Endorsements that nothing follows from come last: there may be thousands, and no cut is to take what leads further.
    """
    may, seen = _may_see(sight)
    steps, values = [], []
    for name, start, end, but in (
        ("up", "child", "parent", ""),
        ("down", "parent", "child", f" AND NOT ({_LAST})"),
    ):
        steps.append(
            f"{name}(child,parent,act,depth) AS (SELECT l.child,l.parent,l.act,1 FROM link l {_STANDING}"
            f" WHERE l.{start}=? AND {may}{but} UNION SELECT l.child,l.parent,l.act,{name}.depth+1 FROM {name}"
            f" JOIN link l ON l.{start}={name}.{end} {_STANDING} WHERE {name}.depth<{_FARTHEST} AND {may}{but})"
        )
        values += [thing, *seen, *seen]
    both = "SELECT child,parent,act,0 FROM up UNION SELECT child,parent,act,1 FROM down"
    sql = f"WITH RECURSIVE {', '.join(steps)} SELECT * FROM ({both}) found ORDER BY 3,1,2 LIMIT ?"
    found = database.rows(sql, (*values, limit))
    below = dict.fromkeys([thing, *(child for child, _, _, is_below in found if is_below)])
    leads = list(dict.fromkeys((child, parent, act) for child, parent, act, _ in found))
    return [*leads, *_ending(database, sight, list(below), limit=limit)][:limit]


def _ending(database: Database, sight: Sight, things: Sequence[str], *, limit: int) -> list[Step]:
    """Return (child, parent, act) of the first endorsements of some things from which nothing follows.

    Each thing is asked for its own first ones, by the index that has them in order: a sort would read them all.
    """
    may, seen = _may_see(sight)
    one = (
        f"SELECT l.child,l.parent,l.act FROM link l {_STANDING} WHERE l.parent=? AND {may} AND {_LAST}"
        " ORDER BY l.act LIMIT ?"
    )
    found: list[Step] = []
    for start in range(0, len(things), _AT_ONCE):
        some = things[start : start + _AT_ONCE]
        sql = " UNION ALL ".join(f"SELECT * FROM ({one}) e{number}" for number in range(len(some)))
        rows = database.rows(sql, [value for name in some for value in (name, *seen, limit)])
        found += [(child, parent, act) for child, parent, act in rows]
    return sorted(found, key=lambda each: (each[2], each[0], each[1]))[:limit]


def _may_see(sight: Sight) -> Clause:
    part, first = where(sight, "p.audience", "a")
    kind, second = where(sight, "a.kind_audience", "a")
    return f"{part} AND {kind}", [*first, *second]
