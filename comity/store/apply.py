"""What an act does to the store: the same when it is received and when it is replayed."""

# ruff: noqa: S608  What is put into these statements is names of our own; values are always bound.

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from comity.core.act import Act, erasable_fields
from comity.core.entity import Entity
from comity.core.erased import Erased
from comity.core.errors import Broken
from comity.core.state import Change, Forgotten, Struck, Widened
from comity.projections.letters import letters
from comity.projections.mentions import links, mentions
from comity.projections.terms import terms
from comity.store import acts, erasing, folding, rows, things
from comity.store.acts import Entered
from comity.store.database import Database
from comity.store.known import Thing
from comity.store.sight import Facts, marks
from comity.store.state import Loaded
from comity.store.things import Kept, Origin


def apply(database: Database, entered: Entered, *, state: Loaded) -> None:
    """Write an act's row and everything that follows from it; its parts and leaf are written already."""
    act = entered.act
    acts.enter(database, entered)
    made: dict[str, Entity] = {}
    others: list[Change] = []
    for change in act.changes(state):
        if isinstance(change, Entity):
            made[change.thing] = change
        else:
            others.append(change)
    told = _write(database, entered, made, state=state)
    if others:
        # What they change may still be waiting to be written.
        database.settle()
        state.known.forget()
    for other in others:
        match other:
            case Struck(index):
                folding.strike(database, index, by=act.index)
            case Widened(index, parts):
                widen(database, index, parts)
            case Forgotten(digests):
                erasing.forget(database, digests, by=act.index)
    _describe(database, act, told, made.values())


def _describe(
    database: Database, act: Act, told: Mapping[str, str], changed: Iterable[Entity]
) -> None:
    index = act.index
    named = mentions(act, told.items())
    sent = {letter.party: letter for letter in letters(act, changed)}
    database.add("mention", ((thing, index, part) for thing, part in named.items()))
    database.add(
        "link", ((child, parent, index, part) for (child, parent), part in links(act).items())
    )
    database.add("term", [(word, index, part) for part, words in terms(act) for word in words])
    database.add("letter", ((index, *letter) for letter in sent.values()))


def _write(
    database: Database, entered: Entered, made: Mapping[str, Entity], *, state: Loaded
) -> dict[str, str]:
    """Write what the act makes and changes; return the part that tells of each thing."""
    told: dict[str, str] = {}
    effects: list[tuple[int, str, int, str, str]] = []
    kept: list[Kept] = []
    earlier: dict[str, Kept] = {}
    for thing, entity in made.items():
        if thing not in state.known.things:
            raise Broken(f"{entered.act.KIND} changes {thing}, which its needs did not ask for")
        before = state.kept(thing)
        after, effect = _changed(entered, entity, before, state=state)
        if effect is None:
            continue
        kept.append(after)
        effects.append(effect)
        told[thing] = after.made_part
        if before is not None:
            earlier[thing] = before
    database.add("effect", effects)
    rows.keep(database, kept, before=earlier)
    for each in kept:
        state.known.learn(_thing(entered, each, state.known.things[each.thing]))
    return told


def _thing(entered: Entered, kept: Kept, before: Thing | None) -> Thing:
    if before is not None:
        return Thing(kept, before.kind_audience, before.facts)
    act = entered.act
    facts = Facts(
        act.by, act.on_behalf_of, entered.body, acts.stamp(act.at), act.index, entered.scope
    )
    return Thing(kept, _audience(entered, "kind"), facts)


def _changed(
    entered: Entered, entity: Entity, before: Kept | None, *, state: Loaded
) -> tuple[Kept, tuple[int, str, int, str, str] | None]:
    """Return the row of a thing as the act leaves it, and the effect; None where nothing changes."""
    act = entered.act
    values = things.written(entity)
    told = things.told_by(type(entity), frozenset(piece.name for piece in entered.pieces))
    old = things.values(before) if before else {}
    origins = dict(things.origins_of(before)) if before else {}
    same = frozenset(n for n, value in values.items() if n in old and old[n] == value)
    typed = _typed(act, entity, told, state, among=same) if same else frozenset()
    diff = {
        n: [value, told[n]]
        for n, value in values.items()
        # Typed words are written even where the same stood there: what an act wrote must not hang on
        # words, or a replay that finds them erased would find that it wrote something else.
        if n in typed or n not in same
    }
    for name, (_, part) in diff.items():
        origins[name] = Origin(act.index, part, act.is_recorded)
    part = before.made_part if before else things.made_part(entity.id, act)
    after = Kept(
        thing=entity.thing,
        type=entity.TYPE,
        key=entity.id,
        made_by=before.made_by if before else act.index,
        made_part=part,
        audience=before.audience if before else _audience(entered, part),
        scope=before.scope if before else entered.scope,
        json=things.write(values),
        origins=things.write(origins),
    )
    if not diff:
        return after, None
    things.remember(after, entity, values, origins)
    return after, (act.index, entity.thing, int(before is None), part, things.write(diff))


_PROBE = "\0"
"""Words that no act can hold, since no part holds U+0000: where they come out, an act's own words went."""


def _typed(
    act: Act, entity: Entity, told: Mapping[str, str], state: Loaded, *, among: frozenset[str]
) -> frozenset[str] | set[str]:
    """Return those of some fields into which the act puts words that may be erased, whatever they say."""
    erasable = erasable_fields(type(act))
    candidates = [
        name
        for name in things.may_be_erased(type(entity)) & among
        if told[name] in erasable and isinstance(getattr(act, told[name]), str | Erased)
    ]
    if not candidates:
        return frozenset()
    probed: dict[str, Any] = {told[name]: _PROBE for name in candidates}
    probe = replace(act, **probed)
    for change in probe.changes(state):
        if isinstance(change, Entity) and change.thing == entity.thing:
            return {name for name in candidates if getattr(change, name) == _PROBE}
    return frozenset()


def _audience(entered: Entered, part: str) -> str:
    return next(piece.audience for piece in entered.pieces if piece.name == part)


# Parts that the host makes follow the part whose audience they have.
_FOLLOWING = {"kind": "received", "by": "signature"}


def widen(database: Database, index: int, parts: Mapping[str, str]) -> None:
    """Let more people see some parts of an act, and what follows from them."""
    for name, audience in parts.items():
        names = [name, _FOLLOWING[name]] if name in _FOLLOWING else [name]
        database.run(
            f"UPDATE part SET audience=? WHERE act=? AND name IN ({marks(names)})",
            (audience, index, *names),
        )
        if name == "kind":
            database.run("UPDATE act SET kind_audience=? WHERE idx=?", (audience, index))
        database.run(
            "UPDATE entity SET audience=? WHERE made_by=? AND made_part=?", (audience, index, name)
        )
