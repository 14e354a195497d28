"""Things computed anew from the effects of the acts that still count."""

from __future__ import annotations

from collections.abc import Iterable

from comity.store import rows, things
from comity.store.database import Database
from comity.store.things import Kept


def strike(database: Database, index: int, *, by: int) -> None:
    """Let an act count nowhere, and everything it touched be as if it had not been."""
    database.run("UPDATE act SET struck_by=? WHERE idx=?", (by, index))
    refold(
        database,
        [row[0] for row in database.rows("SELECT thing FROM effect WHERE act=?", (index,))],
    )


def refold(database: Database, names: Iterable[str]) -> None:
    """Compute things anew from their effects."""
    for thing in names:
        effects = database.rows(
            "SELECT f.act, a.is_recorded, f.makes, f.part, f.diff FROM effect f JOIN act a ON a.idx=f.act"
            " WHERE f.thing=? AND a.struck_by IS NULL ORDER BY f.act",
            (thing,),
        )
        folded = things.fold(
            (act, bool(is_recorded), bool(makes), part, diff)
            for act, is_recorded, makes, part, diff in effects
        )
        rows.drop(database, thing)
        if folded is None:
            continue
        kind, _, key = thing.partition("/")
        audience, scope = database.rows(
            "SELECT p.audience, a.scope FROM part p JOIN act a ON a.idx=p.act WHERE p.act=? AND p.name=?",
            (folded.made_by, folded.made_part),
        )[0]
        row = Kept(
            thing,
            kind,
            key,
            folded.made_by,
            folded.made_part,
            audience,
            scope,
            folded.json,
            folded.origins,
        )
        rows.keep(database, [row], before={})
