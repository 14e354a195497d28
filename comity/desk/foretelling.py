"""Who would see each part of an act, as the desk will decide it: asked before the act is entered."""

from collections.abc import Mapping
from typing import Any

from comity.desk import envelope as envelopes
from comity.desk.desk import Desk
from comity.desk.judging import judge
from comity.store import log

LISTS = frozenset({"named", "persons"})
"""The parts that only list the readers of others: they make nobody a reader who is none."""


def seen_by(desk: Desk, envelope: Mapping[str, Any], *, person: str) -> Mapping[str, str]:
    """Return the audience of each part that was written, whether the act would stand or be refused."""
    asked = envelopes.read(envelope, person=person)
    with desk.store.reading():
        judged = judge(
            desk.store, asked, head=log.head(desk.store), at=desk.clock(), is_clerk=False
        )
    return {part: who for part, who in judged.audiences.items() if part not in LISTS}
