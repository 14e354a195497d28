"""From rows to what a viewer sees: each field becomes a value, something sealed, or something erased."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from comity.core.act import act_shapes, kind_named
from comity.core.erased import Erased as Gone
from comity.core.when import When
from comity.desk.cells import EMPTY, Cell, Erased, Sealed, Value
from comity.desk.fields import of_act, of_entity
from comity.desk.seen import Deed, Origin, Seen
from comity.record import read_part
from comity.store import acts, seek, things
from comity.store.acts import Piece
from comity.store.database import Database
from comity.store.seek import ActRow, Told
from comity.store.sight import LISTED, Facts, Sight
from comity.store.things import Kept

_ENVELOPE = ("by", "on_behalf_of", "concerns", "effective", "source")


def seen(database: Database, sight: Sight, pairs: Sequence[tuple[Kept, ActRow]]) -> list[Seen[Any]]:
    """Return things as this viewer sees them."""
    origins = [things.origins_of(kept) for kept, _ in pairs]
    wanted = {origin.act for each in origins for origin in each.values()} | {
        row.idx for _, row in pairs
    }
    told = seek.told(database, wanted)
    return [
        _seen(sight, kept, row, each, told)
        for (kept, row), each in zip(pairs, origins, strict=True)
    ]


def _seen(
    sight: Sight,
    kept: Kept,
    row: ActRow,
    origins: Mapping[str, things.Origin],
    told: Mapping[tuple[int, str], Told],
) -> Seen[Any]:
    entity = things.read(kept.type, kept.json)
    cells: dict[str, Cell] = {}
    for each in fields(entity):
        if each.name == "id":
            continue
        origin = origins[each.name]
        by = told[origin.act, origin.part]
        what = of_entity(type(entity), each.name)
        cells[each.name] = _cell(
            getattr(entity, each.name), what, is_seen=sight.sees(by.audience, by.facts)
        )
    return Seen(
        id=kept.key,
        type=kept.type,
        act=row.idx,
        at=datetime.fromisoformat(row.at),
        is_recorded=bool(row.is_recorded),
        scope=kept.scope,
        source=_beside(sight, told.get((row.idx, "source")), "source"),
        effective=_beside(sight, told.get((row.idx, "effective")), "date"),
        cells=cells,
        origins=_written(sight, origins, told),
    )


def _written(
    sight: Sight,
    origins: Mapping[str, things.Origin],
    told: Mapping[tuple[int, str], Told],
) -> dict[str, Origin]:
    """Return what last wrote each field, where this viewer may know that there is such an act."""
    acts_known: dict[int, Origin] = {}
    for act, is_recorded in sorted({(each.act, each.is_recorded) for each in origins.values()}):
        kind = told[act, "kind"]
        if sight.sees(kind.audience, kind.facts):
            acts_known[act] = Origin(
                act=act,
                is_recorded=is_recorded,
                source=_beside(sight, told.get((act, "source")), "source"),
                effective=_beside(sight, told.get((act, "effective")), "date"),
            )
    return {name: acts_known[each.act] for name, each in origins.items() if each.act in acts_known}


def _beside(sight: Sight, told: Told | None, what: str) -> Cell:
    if told is None:
        return EMPTY
    if not sight.sees(told.audience, told.facts):
        return Sealed(what)
    if told.text is None:
        return Erased(what)
    value = read_part(told.text).value
    return Value(When(value) if what == "date" else value)


def _cell(value: Any, what: str, *, is_seen: bool) -> Cell:
    if not is_seen:
        return Sealed(what)
    return Erased(what) if isinstance(value, Gone) else Value(value)


def deeds(database: Database, sight: Sight, rows: Sequence[ActRow]) -> list[Deed]:
    """Return acts as this viewer sees them."""
    indexes = [row.idx for row in rows]
    pieces = seek.pieces(database, indexes)
    named = seek.named_in(
        database, [i for i, each in pieces.items() if any(p.audience in LISTED for p in each)]
    )
    made = seek.made(database, sight, indexes)
    values = {
        row.idx: visible_values(sight, row.facts(named.get(row.idx, frozenset())), pieces[row.idx])
        for row in rows
    }
    carriers = [digest for row in rows for digest in acts.carried(row.kind, values[row.idx])]
    files = acts.blobs_for(database, list(dict.fromkeys(carriers)))
    return [
        _deed(row, pieces[row.idx], values[row.idx], files, made.get(row.idx, ()), sight=sight)
        for row in rows
    ]


def visible_values(sight: Sight, facts: Facts, pieces: Iterable[Piece]) -> dict[str, Any]:
    """Return what those parts say that the viewer may see; core's ERASED where the words were taken away."""
    return {
        each.name: each.value()
        for each in pieces
        if each.name != "audience" and sight.sees(each.audience, facts)
    }


def _deed(
    row: ActRow,
    pieces: Sequence[Piece],
    values: Mapping[str, Any],
    files: Mapping[str, bytes | None],
    made: tuple[str, ...],
    *,
    sight: Sight,
) -> Deed:
    names = {piece.name for piece in pieces}
    own = acts.resolve(row.kind, values, files)
    shapes = act_shapes(kind_named(row.kind))
    own_cells: dict[str, Cell] = {}
    for name, shape in shapes.items():
        if name not in names:
            continue
        what = of_act(kind_named(row.kind), name)
        if name not in own:
            own_cells[name] = Sealed(what)
        elif isinstance(own[name], Gone):
            own_cells[name] = Erased(what)
        else:
            own_cells[name] = Value(shape.read(own[name], name))
    envelope = {name: _of_envelope(name, names, values) for name in _ENVELOPE}
    return Deed(
        index=row.idx,
        at=datetime.fromisoformat(row.at),
        kind=row.kind,
        **envelope,
        fields=own_cells,
        is_recorded=bool(row.is_recorded),
        scope=row.scope,
        body=_body(row, own_cells, sight),
        struck_by=row.struck_by,
        makes=made,
        is_signed=bool(row.is_signed),
    )


def _body(row: ActRow, own: Mapping[str, Cell], sight: Sight) -> Cell:
    """Tell the body to who sits in it, and to who sees all that would tell it anyway."""
    if not row.body:
        return EMPTY
    if row.body in sight.bodies or not any(cell.is_sealed for cell in own.values()):
        return Value(row.body)
    return Sealed("body")


def _of_envelope(name: str, names: set[str], values: Mapping[str, Any]) -> Cell:
    what = {
        "by": "person",
        "on_behalf_of": "party",
        "concerns": "party",
        "effective": "date",
        "source": "source",
    }[name]
    if name not in names:
        return EMPTY
    if name not in values:
        return Sealed(what)
    value = values[name]
    if isinstance(value, Gone):
        return Erased(what)
    return Value(When(value) if name == "effective" else value)
