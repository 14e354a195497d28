"""Receipts: built from what the desk has in hand, or again from what it keeps. Both are the same, byte for byte."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from comity.core.errors import Broken
from comity.desk.outcome import Receipt
from comity.desk.sitting import Fresh
from comity.record import write_proof
from comity.store import acts, log
from comity.store.database import Database


def fresh(entered: Fresh, *, note: str) -> Receipt:
    """Build the receipt of the last act of the log."""
    return _receipt(
        entered.at,
        leaf=entered.leaf,
        parts=entered.parts,
        received=entered.received,
        kind=entered.kind,
        note=note,
        path=entered.path,
    )


def again(database: Database, index: int, *, is_repeated: bool = False) -> Receipt:
    """Build the first receipt of an act again; parts that were erased since are not in it."""
    size, note = log.first_checkpoint(database, index)
    leaf = log.leaves(database, index, index + 1)
    pieces = acts.pieces_of(database, [index])[index]
    texts = {piece.name: piece.text or "" for piece in pieces}
    row = database.row("SELECT kind FROM act WHERE idx=?", (index,))
    if row is None or not leaf:
        raise Broken(f"act {index} is missing")
    found = _receipt(
        index,
        leaf=leaf[0],
        parts=[text for name, text in texts.items() if text and name != "received"],
        received=texts["received"],
        kind=str(row[0]),
        note=note,
        path=log.path_to(database, index, size=size),
    )
    return replace(found, is_repeated=is_repeated)


def _receipt(
    index: int,
    *,
    leaf: bytes,
    parts: Sequence[str],
    received: str,
    kind: str,
    note: str,
    path: Sequence[bytes],
) -> Receipt:
    return Receipt(
        index=index,
        leaf=leaf.decode("ascii"),
        parts=tuple(parts),
        received=received,
        kind=kind,
        checkpoint=note,
        proof=write_proof(index, path=path, checkpoint=note.encode()),
    )
