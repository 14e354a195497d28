"""Acts and their parts as they are kept, and as they are read again for a replay or a page."""

# ruff: noqa: S608  What is put into these statements is names of our own; values are always bound.

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from comity.core.act import Act, act_shapes, kind_named
from comity.core.erased import ERASED, Erased
from comity.core.errors import Broken
from comity.core.reading import read_act
from comity.core.shapes import File, Group, Several, Shape
from comity.core.when import When
from comity.record import is_blob_value, open_blob, read_blob_value, read_part
from comity.store.database import Database
from comity.store.sight import marks, person_listed


class Piece(NamedTuple):
    """One part as it is kept: what binds it, its text (None once erased), who sees it."""

    act: int
    place: int
    name: str
    digest: str
    text: str | None
    audience: str
    signed: str
    is_erasable: int
    erased_by: int | None

    def value(self) -> Any:
        """Return what the part says; ERASED where its words were taken away."""
        return ERASED if self.text is None else read_part(self.text).value


COLUMNS = ",".join(f"p.{name}" for name in Piece._fields)


class Entered(NamedTuple):
    """What of an act stands in its row beside the kind's own fields."""

    act: Act
    body: str
    scope: str
    pieces: Sequence[Piece]
    is_signed: bool


def submitted(database: Database, person: str, nonces: Sequence[str]) -> dict[str, tuple[str, int]]:
    """Return, for each nonce that a person used before this transaction, the digest of what was said and the act."""
    sql = (
        f"SELECT nonce, content, act FROM submission WHERE person=? AND nonce IN ({marks(nonces)})"
    )
    return {row[0]: (row[1], row[2]) for row in database.rows_before(sql, (person, *nonces))}


def submitted_under(database: Database, person: str, prefix: str) -> list[int]:
    """Return the acts, none of them struck, that a person gave a nonce with this beginning, in order."""
    sql = (
        "SELECT a.idx FROM submission s JOIN act a ON a.idx = s.act"
        " WHERE s.person=? AND substr(s.nonce, 1, ?)=? AND a.struck_by IS NULL ORDER BY a.idx"
    )
    return [row[0] for row in database.rows(sql, (person, len(prefix), prefix))]


def keep(database: Database, pieces: Iterable[Piece]) -> None:
    """Write the parts of an act."""
    database.add("part", pieces)


def enter(database: Database, entered: Entered) -> None:
    """Write an act's row, and the readers it lists for itself."""
    act = entered.act
    kind_audience = next(piece.audience for piece in entered.pieces if piece.name == "kind")
    row = (
        act.index,
        act.KIND,
        kind_audience,
        act.by,
        act.on_behalf_of,
        act.concerns,
        entered.body,
        entered.scope,
        stamp(act.at),
        act.effective.text if act.effective else "",
        int(act.is_recorded),
        int(entered.is_signed),
        None,
    )
    database.add("act", [row])
    for piece in entered.pieces:
        if piece.name == "named":
            database.add("named", ((act.index, party) for party in sorted(set(piece.value()))))
        if piece.name == "persons":
            listed = sorted(set(piece.value()))
            database.add("named", ((act.index, person_listed(each)) for each in listed))


@lru_cache(maxsize=64)
def stamp(instant: datetime) -> str:
    """Write an instant as the record does: in UTC, with all six places."""
    return instant.strftime("%Y-%m-%dT%H:%M:%S.%f") + "Z"


def pieces_of(database: Database, acts: Sequence[int]) -> dict[int, list[Piece]]:
    """Return the parts of some acts, by index."""
    found: dict[int, list[Piece]] = {index: [] for index in acts}
    for start in range(0, len(acts), 500):
        some = acts[start : start + 500]
        sql = f"SELECT {COLUMNS} FROM part p WHERE p.act IN ({marks(some)}) ORDER BY p.act, p.place"
        for row in database.rows(sql, some):
            found[row[0]].append(Piece(*row))
    return found


def blobs_for(database: Database, digests: Sequence[str]) -> dict[str, bytes | None]:
    """Return the files of some blobs; None for one that was erased."""
    if not digests:
        return {}
    rows = database.rows(
        f"SELECT digest, bytes FROM blob WHERE digest IN ({marks(digests)})", digests
    )
    return {digest: None if file is None else bytes(file) for digest, file in rows}


def is_file(shape: Shape) -> bool:
    """Tell whether a field binds blobs itself, so that a blob is its value and not the way its value is carried."""
    return isinstance(shape.each if isinstance(shape, Several) else shape, File)


def carried(kind: str, values: Mapping[str, Any]) -> list[str]:
    """Return the digests of the blobs that carry values of a kind's fields."""
    shapes = act_shapes(kind_named(kind))
    return [
        value["blob"]
        for name, value in values.items()
        if is_blob_value(value)
        and name in shapes
        and not is_file(shapes[name])
        and not isinstance(shapes[name], Group)
    ]


def resolve(
    kind: str, values: Mapping[str, Any], files: Mapping[str, bytes | None]
) -> dict[str, Any]:
    """Return the kind's own fields as JSON, with the words that stand in blobs put in their place."""
    shapes = act_shapes(kind_named(kind))
    carriers = set(carried(kind, values))
    own: dict[str, Any] = {}
    for name, value in values.items():
        if name not in shapes:
            continue
        if isinstance(value, Erased) or not (is_blob_value(value) and value["blob"] in carriers):
            own[name] = value
            continue
        own[name] = _words(value, files)
    return own


def _words(value: Any, files: Mapping[str, bytes | None]) -> Any:
    blob = read_blob_value(value)
    if blob.digest not in files:
        raise Broken(f"the blob {blob.digest} is missing")
    file = files[blob.digest]
    if file is None:
        return ERASED
    content = open_blob(file, blob=blob).decode()
    return json.loads(content) if blob.media_type == "application/json" else content


class ReadAct(NamedTuple):
    """An act read again from its parts, and what its parts said."""

    act: Act
    pieces: list[Piece]
    own: dict[str, Any]


def read(index: int, pieces: list[Piece], files: Mapping[str, bytes | None]) -> ReadAct:
    """Build an act from its parts; words that were erased are ERASED."""
    values = {piece.name: piece.value() for piece in pieces}
    own = resolve(values["kind"], values, files)
    effective = values.get("effective")
    act = read_act(
        values["kind"],
        own,
        {
            "by": values["by"],
            "on_behalf_of": values["on_behalf_of"],
            "at": datetime.fromisoformat(values["received"]),
            "index": index,
            "effective": When(effective) if effective else None,
            "source": values.get("source", ""),
            "concerns": values.get("concerns", ""),
            "audiences": values["audience"]["parts"],
        },
    )
    return ReadAct(act, pieces, own)


def read_many(database: Database, start: int, end: int) -> list[ReadAct]:
    """Read the acts from `start` to before `end` again, in order."""
    sql = f"SELECT {COLUMNS} FROM part p WHERE p.act>=? AND p.act<? ORDER BY p.act, p.place"
    by_act: dict[int, list[Piece]] = {}
    for row in database.rows(sql, (start, end)):
        by_act.setdefault(row[0], []).append(Piece(*row))
    wanted = [digest for pieces in by_act.values() for digest in _carriers(pieces)]
    files: dict[str, bytes | None] = {}
    for at in range(0, len(wanted), 200):
        files |= blobs_for(database, wanted[at : at + 200])
    return [read(index, pieces, files) for index, pieces in sorted(by_act.items())]


def _carriers(pieces: list[Piece]) -> list[str]:
    values = {piece.name: piece.value() for piece in pieces}
    return carried(values["kind"], values)
