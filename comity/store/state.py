"""The programme as it stands, as far as an act asked for it: what `needs` names is loaded in few statements."""

# ruff: noqa: S608  What is put into these statements is names of our own; values are always bound.

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from comity.core.entity import Entity
from comity.core.entry import Digest, Entry
from comity.core.errors import Broken
from comity.core.state import All, Key
from comity.store import entries, things
from comity.store.database import Database, Row
from comity.store.sight import Facts, Sight, marks
from comity.store.things import COLUMNS, Kept

E = TypeVar("E", bound=Entity)

_FACTS = "a.kind_audience,a.by_person,a.party,a.body,a.at"
_SELECT = f"SELECT {COLUMNS},{_FACTS} FROM entity e JOIN act a ON a.idx=e.made_by"
_WIDTH = len(Kept._fields)
_CHUNK = 500


class Loaded:
    """What was asked for so far. While loading, what nobody asked for yet is not there; afterwards it is Broken."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: dict[str, Kept] = {}
        self._facts: dict[str, tuple[str, Facts]] = {}
        self._found: dict[Key, Entity | None] = {}
        self._lists: dict[All, tuple[Entity, ...]] = {}
        self._is_loading = True

    def load(self, wanted: Iterable[Key | All]) -> bool:
        """Load what was not asked for before; tell whether there was any."""
        keys: list[Key] = []
        lists: list[All] = []
        for each in dict.fromkeys(wanted):
            if isinstance(each, All):
                if each not in self._lists:
                    lists.append(each)
            elif each not in self._found:
                keys.append(each)
        self._load_keys(keys)
        for asked in lists:
            self._lists[asked] = self._list(asked)
        return bool(keys or lists)

    def close(self) -> None:
        """Take nothing more: from now on an act may only look at what it asked for."""
        self._is_loading = False

    def find(self, of: type[E], key: str) -> E | None:
        """Return the entity, or None where there is none."""
        try:
            found = self._found[of, key]
        except KeyError:
            if self._is_loading:
                return None
            raise Broken(
                f"an act looks at {of.TYPE}/{key}, which its needs did not ask for"
            ) from None
        return found  # type: ignore[return-value]

    def get(self, of: type[E], key: str) -> E:
        """Return the entity; raise Broken where there is none."""
        found = self.find(of, key)
        if found is None:
            raise Broken(f"there is no {of.TYPE}/{key}")
        return found

    def all(self, of: type[E], /, **where: str) -> tuple[E, ...]:
        """Return all that `needs` asked for with the same `every(...)`, in order of their ids."""
        asked = All(of, tuple(sorted(where.items())))
        if asked not in self._lists:
            if self._is_loading:
                return ()
            raise Broken(
                f"an act looks at every {of.TYPE} {where}, which its needs did not ask for"
            )
        return self._lists[asked]  # type: ignore[return-value]

    def kept(self, thing: str) -> Kept | None:
        """Return the row of a thing that was asked for."""
        return self._kept.get(thing)

    def hide(self, unless: Sight, names: Iterable[str]) -> None:
        """Let those of some things not be there that this sight may not know of."""
        for name in names:
            kept = self._kept.get(name)
            if kept is None:
                self._hide_entry(unless, name)
                continue
            kind_audience, facts = self._facts[name]
            if "named" in (kind_audience, kept.audience):
                facts = facts._replace(named=self._named(kept.made_by))
            if not (unless.sees(kept.audience, facts) and unless.sees(kind_audience, facts)):
                self._found[type(things.read(kept.type, kept.json)), kept.key] = None

    def _hide_entry(self, unless: Sight, name: str) -> None:
        kind, _, key = name.partition("/")
        if kind != Entry.TYPE or self._found.get((Entry, key)) is None or unless.is_secretariat:
            return
        audience, facts = entries.told(self._database, key)
        if audience == "named":
            facts = facts._replace(named=self._named(int(key)))
        if not unless.sees(audience, facts):
            self._found[Entry, key] = None

    def are_public(self, names: Sequence[str]) -> bool:
        """Tell whether everybody may know of all these things, as far as they exist."""
        return all(
            self._kept[name].audience == "public" and self._facts[name][0] == "public"
            for name in names
            if name in self._kept
        ) and not any(name.startswith(f"{Entry.TYPE}/") for name in names)

    def _named(self, act: int) -> frozenset[str]:
        return frozenset(
            row[0] for row in self._database.rows("SELECT party FROM named WHERE act=?", (act,))
        )

    def _load_keys(self, keys: list[Key]) -> None:
        plain: dict[str, Key] = {}
        for of, key in keys:
            self._found[of, key] = None
            if of is Entry:
                self._found[of, key] = entries.entry(self._database, key)
            elif of is Digest:
                self._found[of, key] = entries.digest(self._database, key)
            elif key:
                plain[f"{of.TYPE}/{key}"] = (of, key)
        names = list(plain)
        for start in range(0, len(names), _CHUNK):
            some = names[start : start + _CHUNK]
            for row in self._database.rows(f"{_SELECT} WHERE e.thing IN ({marks(some)})", some):
                self._take(row)

    def _take(self, row: Row) -> Entity:
        kept = Kept(*row[:_WIDTH])
        entity = things.read(kept.type, kept.json)
        self._kept[kept.thing] = kept
        self._facts[kept.thing] = (row[_WIDTH], Facts(*row[_WIDTH + 1 :]))
        self._found[type(entity), kept.key] = entity
        return entity

    def _list(self, asked: All) -> tuple[Entity, ...]:
        joins, values = joined(asked.of, dict(asked.where))
        rows = self._database.rows(
            f"SELECT {COLUMNS},{_FACTS} FROM {joins} JOIN act a ON a.idx=e.made_by ORDER BY e.key",
            values,
        )
        return tuple(self._take(row) for row in rows)


def joined(of: type[Entity], where: Mapping[str, str]) -> tuple[str, list[str]]:
    """Write the tables that hold the entities with these values in their indexes, as `e`, and the arguments."""
    if missing := sorted(set(where) - set(of.INDEXES)):
        raise Broken(f"{of.TYPE} has no index {missing}")
    if not where:
        raise Broken(f"every {of.TYPE} without an index is not bounded")
    tables: list[str] = []
    values: list[str] = []
    for place, (name, value) in enumerate(sorted(where.items())):
        alias = f"i{place}"
        same = f" AND {alias}.thing=i0.thing" if place else ""
        joint = "JOIN " if place else ""
        on = f" ON {alias}.name=? AND {alias}.value=?{same}" if place else ""
        tables.append(f"{joint}entity_index {alias}{on}")
        values.extend((f"{of.TYPE}.{name}", value))
    # The first index is the driving one: its condition stands with the entity's own join.
    first, rest = values[:2], values[2:]
    text = " ".join(tables) + " JOIN entity e ON e.thing=i0.thing AND i0.name=? AND i0.value=?"
    return text, [*rest, *first]
