"""The programme as it stands, as far as an act asked for it: what `needs` names is loaded in few statements."""

# ruff: noqa: S608  What is put into these statements is names of our own; values are always bound.

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from comity.core.entity import Entity, entity_type
from comity.core.entry import Digest, Entry
from comity.core.errors import Broken
from comity.core.state import All, Key
from comity.store import entries, things
from comity.store.database import Database, Row
from comity.store.known import Known, Thing
from comity.store.sight import LISTED, Facts, Sight, marks
from comity.store.things import COLUMNS, Kept

E = TypeVar("E", bound=Entity)

_FACTS = "a.kind_audience,a.by_person,a.party,a.body,a.at,a.idx,a.scope"
_SELECT = f"SELECT {COLUMNS},{_FACTS} FROM entity e JOIN act a ON a.idx=e.made_by"
_WIDTH = len(Kept._fields)
_CHUNK = 500


class Loaded:
    """What was asked for so far. While loading, what nobody asked for yet is not there; afterwards it is Broken."""

    def __init__(self, database: Database, known: Known | None = None) -> None:
        self._database = database
        self.known = known if known is not None else Known()
        self._found: dict[Key, Entity | None] = {}
        self._lists: dict[All, tuple[Entity, ...]] = {}
        self._is_loading = True
        self._missed = False

    def load(self, wanted: Iterable[Key | All]) -> bool:
        """Load what was not asked for before, together; tell whether there was any."""
        new = [
            each
            for each in dict.fromkeys(wanted)
            if each not in self._found and each not in self._lists
        ]
        self._load_keys([each for each in new if not isinstance(each, All)])
        for each in new:
            if isinstance(each, All):
                self._lists[each] = self._list(each)
        return bool(new)

    def follow(self, wanted: Iterable[Key | All]) -> bool:
        """Load each thing as it is asked for, before the next is named; tell whether to ask once more.

        An act names what it needs in the order in which it looks, so asking once is nearly always enough.
        """
        self._missed = False
        is_new = False
        for each in wanted:
            if each not in self._found and each not in self._lists:
                is_new = True
                if isinstance(each, All):
                    self._lists[each] = self._list(each)
                else:
                    self._load_keys([each])
        return is_new and self._missed

    def close(self) -> None:
        """Take nothing more: from now on an act may only look at what it asked for."""
        self._is_loading = False

    def find(self, of: type[E], key: str) -> E | None:
        """Return the entity, or None where there is none."""
        try:
            return self._found[of, key]  # type: ignore[return-value]
        except KeyError:
            if self._is_loading:
                self._missed = True
                return None
            raise Broken(
                f"an act looks at {of.TYPE}/{key}, which its needs did not ask for"
            ) from None

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
                self._missed = True
                return ()
            raise Broken(
                f"an act looks at every {of.TYPE} {where}, which its needs did not ask for"
            )
        return self._lists[asked]  # type: ignore[return-value]

    def kept(self, thing: str) -> Kept | None:
        """Return the row of a thing that was asked for."""
        found = self.known.things.get(thing)
        return found.kept if found else None

    def hide(self, unless: Sight, names: Iterable[str]) -> None:
        """Let those of some things not be there that this sight may not know of."""
        for name in names:
            thing = self.known.things.get(name)
            if thing is None:
                self._hide_entry(unless, name)
                self._hide_digest(unless, name)
                continue
            kept, facts = thing.kept, thing.facts
            if LISTED & {thing.kind_audience, kept.audience}:
                facts = facts._replace(named=self._named(kept.made_by))
            if not (unless.sees(kept.audience, facts) and unless.sees(thing.kind_audience, facts)):
                self._found[entity_type(kept.type), kept.key] = None

    def _hide_entry(self, unless: Sight, name: str) -> None:
        kind, _, key = name.partition("/")
        found = self._found.get((Entry, key)) if kind == Entry.TYPE else None
        if not isinstance(found, Entry):
            return
        if not unless.is_secretariat and not self._knows(unless, key):
            self._found[Entry, key] = None
            return
        # That something rests on it must be said, but not which of the acts that are sealed from them.
        shown = tuple(act for act in found.later if self._knows(unless, str(act)))
        self._found[Entry, key] = replace(found, shown=shown)

    def _knows(self, sight: Sight, act: str) -> bool:
        audience, facts = entries.told(self._database, act)
        if audience in LISTED:
            facts = facts._replace(named=self._named(int(act)))
        return sight.sees(audience, facts)

    def _hide_digest(self, unless: Sight, name: str) -> None:
        """Leaves show digests to everybody: what one binds, or that it is no padding, is not for everybody to ask."""
        kind, _, key = name.partition("/")
        bound = self._found.get((Digest, key)) if kind == Digest.TYPE else None
        # The secretariat erases what it may not read, but learns nothing of what nobody may erase.
        if not isinstance(bound, Digest) or (unless.is_secretariat and bound.is_erasable):
            return
        audience, facts = entries.told_of_digest(self._database, bound)
        if audience in LISTED:
            facts = facts._replace(named=self._named(bound.act))
        if not unless.sees(audience, facts):
            self._found[Digest, key] = None

    def are_public(self, names: Sequence[str]) -> bool:
        """Tell whether everybody may know of all these things, as far as they exist."""
        if any(name.startswith((f"{Entry.TYPE}/", f"{Digest.TYPE}/")) for name in names):
            return False
        found = filter(None, (self.known.things.get(name) for name in names))
        return all(each.kept.audience == each.kind_audience == "public" for each in found)

    def _named(self, act: int) -> frozenset[str]:
        return frozenset(
            row[0] for row in self._database.rows("SELECT reader FROM named WHERE act=?", (act,))
        )

    def _load_keys(self, keys: list[Key]) -> None:
        unknown: dict[str, Key] = {}
        for of, key in keys:
            self._found[of, key] = None
            name = f"{of.TYPE}/{key}"
            if of is Entry:
                self._found[of, key] = entries.entry(self._database, key)
            elif of is Digest:
                self._found[of, key] = entries.digest(self._database, key)
            elif name in self.known.things:
                self._show(self.known.things[name])
            elif key:
                unknown[name] = (of, key)
                self.known.things[name] = None
        names = list(unknown)
        for start in range(0, len(names), _CHUNK):
            some = names[start : start + _CHUNK]
            for row in self._database.rows(f"{_SELECT} WHERE e.thing IN ({marks(some)})", some):
                self._show(self._learn(row))

    def _learn(self, row: Row) -> Thing:
        kept = Kept(*row[:_WIDTH])
        thing = Thing(kept, row[_WIDTH], Facts(*row[_WIDTH + 1 :]))
        self.known.things[kept.thing] = thing
        return thing

    def _show(self, thing: Thing | None) -> None:
        if thing is not None:
            entity = things.read(thing.kept.type, thing.kept.json)
            self._found[type(entity), thing.kept.key] = entity

    def _list(self, asked: All) -> tuple[Entity, ...]:
        names = self.known.lists.get(asked)
        if names is None:
            joins, values = joined(asked.of, dict(asked.where))
            sql = f"SELECT {COLUMNS},{_FACTS} FROM {joins} JOIN act a ON a.idx=e.made_by ORDER BY e.key"
            rows = self._database.rows(sql, values)
            names = tuple(self._learn(row).kept.thing for row in rows)
            self.known.lists[asked] = names
        listed = [self.known.things[name] for name in names]
        return tuple(things.read(each.kept.type, each.kept.json) for each in listed if each)


def joined(of: type[Entity], where: Mapping[str, str]) -> tuple[str, list[str]]:
    """Write the tables that hold the entities with these values in their indexes, as `e`, and the arguments."""
    if missing := sorted(set(where) - set(of.INDEXES)):
        raise Broken(f"{of.TYPE} has no index {missing}")
    if not where:
        raise Broken(f"every {of.TYPE} without an index is not bounded")
    tables: list[str] = []
    values: list[str] = []
    # SQLite goes by the first: a `party` or `person` did few of a thing, and what it is `of`, `about` or in (`body`,
    # `meeting`) may have ten thousand. Their names happen to sort so; PostgreSQL finds it by itself.
    for place, (name, value) in enumerate(sorted(where.items(), reverse=True)):
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
