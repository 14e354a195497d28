"""Questions to the store, each narrowed to what a viewer may see: a few statements, whatever the size."""

# ruff: noqa: S608  What is put into these statements is names of our own and question marks; values are always bound.

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from comity.core.entity import Entity
from comity.core.errors import Broken
from comity.store.acts import COLUMNS as PIECE
from comity.store.acts import Piece
from comity.store.database import Database, Row
from comity.store.sight import LISTED, Clause, Facts, Sight, marks, where
from comity.store.state import joined
from comity.store.things import COLUMNS as KEPT
from comity.store.things import Kept


class ActRow(NamedTuple):
    """An act's row."""

    idx: int
    kind: str
    kind_audience: str
    by: str
    party: str
    concerns: str
    body: str
    scope: str
    at: str
    effective: str
    is_recorded: int
    is_signed: int
    struck_by: int | None

    def facts(self, named: frozenset[str] = frozenset()) -> Facts:
        """Return what decides who belongs to the audiences of its parts."""
        return Facts(self.by, self.party, self.body, self.at, self.idx, self.scope, named)


_ACT = (
    "a.idx,a.kind,a.kind_audience,a.by_person,a.party,a.concerns,a.body,a.scope,a.at,a.effective,"
    "a.is_recorded,a.is_signed,a.struck_by"
)
_ENTITY = f"SELECT {KEPT},{_ACT} FROM"
MAKER = "JOIN act a ON a.idx=e.made_by"


class Told(NamedTuple):
    """Who may see one part of one act, and whether it is erased; its text where it was asked for."""

    audience: str
    is_erased: bool
    facts: Facts
    text: str | None


def knows_clause(sight: Sight) -> Clause:
    """Narrow to things that the viewer may know of."""
    thing, first = where(sight, "e.audience", "a")
    kind, second = where(sight, "a.kind_audience", "a")
    return f"{thing} AND {kind}", [*first, *second]


def by_name(database: Database, sight: Sight, names: Sequence[str]) -> list[tuple[Kept, ActRow]]:
    """Return those of some things that the viewer may know of."""
    if not names:
        return []
    knows, values = knows_clause(sight)
    sql = (
        f"{_ENTITY} entity e {MAKER} WHERE e.thing IN ({marks(names)}) AND {knows} ORDER BY e.thing"
    )
    return _pairs(database.rows(sql, (*names, *values)))


def by_index(
    database: Database, sight: Sight, of: type[Entity], index: Mapping[str, str]
) -> list[tuple[Kept, ActRow]]:
    """Return the things with these values in their indexes, where the viewer may see these values."""
    source, values = _narrowed(sight, of, index)
    return _pairs(database.rows(f"{_ENTITY} {source} ORDER BY e.key", values))


def count(
    database: Database, sight: Sight, of: type[Entity], index: Mapping[str, str], *, scope: str
) -> int:
    """Count the things of a scope with these values in their indexes, where the viewer may see these values."""
    source, values = _narrowed(sight, of, index) if index else _all(sight, of)
    row = database.row(f"SELECT count(*) FROM {source} AND e.scope=?", (*values, scope))
    return int(row[0]) if row else 0


def counts(
    database: Database, sight: Sight, of: type[Entity], name: str, *, scope: str
) -> dict[str, int]:
    """Count the things of a scope by the value of one index, where the viewer may see that value."""
    knows, first = knows_clause(sight)
    told, second = where(sight, "q0.audience", "b0")
    rows = database.rows(
        f"SELECT i0.value, count(*) FROM entity_index i0 JOIN entity e ON e.thing=i0.thing {MAKER} {_told_of(0)}"
        f" WHERE i0.name=? AND {knows} AND {told} AND e.scope=? GROUP BY i0.value ORDER BY i0.value",
        (f"{of.TYPE}.{name}", *first, *second, scope),
    )
    return {value: int(number) for value, number in rows}


class Stretch(NamedTuple):
    """Which of the things found are wanted: so many, in order of id, after one; of one scope, where it says so."""

    limit: int
    after: str = ""
    scope: str | None = None


def some(
    database: Database,
    sight: Sight,
    of: type[Entity],
    index: Mapping[str, str],
    *,
    stretch: Stretch,
) -> list[tuple[Kept, ActRow]]:
    """Return a stretch of the things of a kind, or of those with these values in their indexes."""
    source, values = _narrowed(sight, of, index) if index else _all(sight, of)
    # In the order in which the index stands, so that a stretch of ten thousand costs what a stretch of ten does.
    place, after = ("i0.thing", f"{of.TYPE}/{stretch.after}") if index else ("e.key", stretch.after)
    scoped = [] if stretch.scope is None else [stretch.scope]
    sql = f"{_ENTITY} {source} AND {place}>?{' AND e.scope=?' if scoped else ''} ORDER BY {place} LIMIT ?"
    return _pairs(database.rows(sql, (*values, after, *scoped, stretch.limit)))


def newest(
    database: Database, sight: Sight, of: type[Entity], *, limit: int
) -> list[tuple[Kept, ActRow]]:
    """Return the things of a kind that were made last, the newest first."""
    source, values = _all(sight, of)
    sql = f"{_ENTITY} {source} ORDER BY e.made_by DESC, e.key LIMIT ?"
    return _pairs(database.rows(sql, (*values, limit)))


def among(
    database: Database,
    sight: Sight,
    of: type[Entity],
    name: str,
    values: Sequence[str],
    *,
    stretch: Stretch | None = None,
) -> list[tuple[Kept, ActRow]]:
    """Return the things that have one of some values in an index, where the viewer may see that value."""
    if name not in of.INDEXES:
        raise Broken(f"{of.TYPE} has no index {name}")
    if not values:
        return []
    knows, first = knows_clause(sight)
    told, second = where(sight, "q0.audience", "b0")
    sql = (
        f"{_ENTITY} entity_index i0 JOIN entity e ON e.thing=i0.thing {MAKER} {_told_of(0)}"
        f" WHERE i0.name=? AND i0.value IN ({marks(values)}) AND {knows} AND {told}"
    )
    given: list[str | int] = [f"{of.TYPE}.{name}", *values, *first, *second]
    if stretch is None:
        return _pairs(database.rows(f"{sql} ORDER BY e.key", given))
    cut = [stretch.after, stretch.limit]
    return _pairs(database.rows(f"{sql} AND e.key>? ORDER BY e.key LIMIT ?", (*given, *cut)))


def binding(database: Database, digests: Sequence[str]) -> list[int]:
    """Return the acts that have parts with some digests, whoever may see them."""
    if not digests:
        return []
    sql = f"SELECT DISTINCT act FROM part WHERE digest IN ({marks(digests)}) ORDER BY act"
    return [int(row[0]) for row in database.rows(sql, list(digests))]


def _all(sight: Sight, of: type[Entity]) -> Clause:
    knows, values = knows_clause(sight)
    return f"entity e {MAKER} WHERE e.type=? AND {knows}", [of.TYPE, *values]


def _narrowed(sight: Sight, of: type[Entity], index: Mapping[str, str]) -> Clause:
    tables, named = joined(of, index)
    knows, more = knows_clause(sight)
    conditions = [knows]
    values: list[str | int] = [*named, *more]
    extra = ""
    for place in range(len(index)):
        told, told_values = where(sight, f"q{place}.audience", f"b{place}")
        extra += " " + _told_of(place)
        conditions.append(told)
        values.extend(told_values)
    return f"{tables} {MAKER}{extra} WHERE {' AND '.join(conditions)}", values


def _told_of(place: int) -> str:
    return (
        f"JOIN part q{place} ON q{place}.act=i{place}.act AND q{place}.name=i{place}.part"
        f" JOIN act b{place} ON b{place}.idx=i{place}.act"
    )


def _pairs(rows: Iterable[Row]) -> list[tuple[Kept, ActRow]]:
    width = len(Kept._fields)
    return [(Kept(*row[:width]), ActRow(*row[width:])) for row in rows]


def told(database: Database, acts: Iterable[int]) -> dict[tuple[int, str], Told]:
    """Return who may see each part of some acts; the text of what says from where and when."""
    listed = sorted(set(acts))
    found: dict[tuple[int, str], Told] = {}
    for start in range(0, len(listed), 5000):
        some = listed[start : start + 5000]
        rows = database.rows(
            "SELECT p.act, p.name, p.audience, p.erased_by, a.by_person, a.party, a.body, a.at, a.scope,"
            " CASE WHEN p.name IN ('source','effective') THEN p.text END"
            f" FROM part p JOIN act a ON a.idx=p.act WHERE p.act IN ({marks(some)})",
            some,
        )
        named = named_in(database, {row[0] for row in rows if row[2] in LISTED})
        for act, name, audience, erased_by, by, party, body, at, scope, text in rows:
            facts = Facts(by, party, body, at, act, scope, named.get(act, frozenset()))
            found[act, name] = Told(audience, erased_by is not None, facts, text)
    return found


def named_in(database: Database, acts: Iterable[int]) -> dict[int, frozenset[str]]:
    """Return the readers that some acts list for themselves."""
    listed = sorted(set(acts))
    if not listed:
        return {}
    found: dict[int, set[str]] = {}
    for act, reader in database.rows(
        f"SELECT act, reader FROM named WHERE act IN ({marks(listed)})", listed
    ):
        found.setdefault(act, set()).add(reader)
    return {act: frozenset(readers) for act, readers in found.items()}


class Wanted(NamedTuple):
    """Which minutes are asked for."""

    before: int | None
    after: int | None
    limit: int
    thing: str
    kinds: tuple[str, ...] | None
    party: str
    scope: str | None


def minutes(database: Database, sight: Sight, wanted: Wanted) -> list[ActRow]:
    """Return acts whose kind the viewer may see, newest first, or oldest first after an index."""
    knows, values = where(sight, "a.kind_audience", "a")
    tables, conditions = "act a", [knows]
    if wanted.thing:
        mentioned, more = where(sight, "m0.audience", "a")
        tables = (
            "mention m JOIN act a ON a.idx=m.act JOIN part m0 ON m0.act=m.act AND m0.name=m.part"
        )
        conditions += [mentioned, "m.thing=?"]
        values += [*more, wanted.thing]
    if wanted.kinds is not None:
        conditions.append(f"a.kind IN ({marks(wanted.kinds)})" if wanted.kinds else "1=0")
        values += wanted.kinds
    if wanted.party:
        condition, more = _whose(sight, wanted.party)
        conditions.append(condition)
        values += more
    if wanted.scope is not None:
        conditions.append("a.scope=?")
        values.append(wanted.scope)
    bounds: list[Any] = []
    for sign, bound in (("<", wanted.before), (">", wanted.after)):
        if bound is not None:
            conditions.append(f"a.idx{sign}?")
            bounds.append(bound)
    order = "ASC" if wanted.after is not None else "DESC"
    sql = f"SELECT {_ACT} FROM {tables} WHERE {' AND '.join(conditions)} ORDER BY a.idx {order} LIMIT ?"
    return [ActRow(*row) for row in database.rows(sql, (*values, *bounds, wanted.limit))]


def _whose(sight: Sight, party: str) -> Clause:
    told, values = where(sight, "w.audience", "a")
    test = "EXISTS (SELECT 1 FROM part w WHERE w.act=a.idx AND w.name={} AND {})"
    own, other = test.format("'on_behalf_of'", told), test.format("'concerns'", told)
    clause = f"((a.party=? AND a.is_recorded=0 AND {own}) OR (a.concerns=? AND {other}))"
    return clause, [party, *values, party, *values]


def acts(database: Database, sight: Sight, indexes: Sequence[int]) -> list[ActRow]:
    """Return those of some acts whose kind the viewer may see."""
    if not indexes:
        return []
    knows, values = where(sight, "a.kind_audience", "a")
    sql = f"SELECT {_ACT} FROM act a WHERE a.idx IN ({marks(indexes)}) AND {knows} ORDER BY a.idx"
    return [ActRow(*row) for row in database.rows(sql, (*indexes, *values))]


def acts_by(database: Database, person: str, *, limit: int) -> tuple[int, list[int]]:
    """Return how many acts a person did, and the latest of them; they may see what they did themselves."""
    row = database.row("SELECT count(*) FROM act WHERE by_person=?", (person,))
    rows = database.rows(
        "SELECT idx FROM act WHERE by_person=? ORDER BY idx DESC LIMIT ?", (person, limit)
    )
    return int(row[0]) if row else 0, [int(each[0]) for each in rows]


def erasable(database: Database, acts: Sequence[int], *, names: Sequence[str]) -> frozenset[int]:
    """Return those of some acts that have parts of these names which can be erased and are not."""
    found: set[int] = set()
    for start in range(0, len(acts), 5000):
        some = acts[start : start + 5000]
        rows = database.rows(
            f"SELECT DISTINCT act FROM part WHERE act IN ({marks(some)}) AND name IN ({marks(names)})"
            " AND is_erasable=1 AND erased_by IS NULL",
            (*some, *names),
        )
        found.update(int(row[0]) for row in rows)
    return frozenset(found)


def pieces(database: Database, indexes: Sequence[int]) -> dict[int, list[Piece]]:
    """Return all parts of some acts, whoever may see them."""
    found: dict[int, list[Piece]] = {index: [] for index in indexes}
    if indexes:
        sql = (
            f"SELECT {PIECE} FROM part p WHERE p.act IN ({marks(indexes)}) ORDER BY p.act, p.place"
        )
        for row in database.rows(sql, indexes):
            found[row[0]].append(Piece(*row))
    return found


def made(database: Database, sight: Sight, indexes: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Return the things that some acts made and that still stand."""
    if not indexes:
        return {}
    knows, values = knows_clause(sight)
    sql = f"SELECT e.made_by, e.thing FROM entity e {MAKER} WHERE e.made_by IN ({marks(indexes)}) AND {knows}"
    found: dict[int, tuple[str, ...]] = {}
    for act, thing in database.rows(sql + " ORDER BY e.thing", (*indexes, *values)):
        found[act] = (*found.get(act, ()), thing)
    return found
