"""What of a thing was corrected: what it said before, what it says since, and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.correction import CORRECTABLE
from comity.desk.cells import EMPTY, Cell
from comity.desk.look import Look
from comity.desk.seen import Deed, Seen

KIND = "programme.correct-fact"
MOST = 50


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One fact, before and after."""

    field: str
    was: Cell
    now: Cell


@dataclass(frozen=True, kw_only=True)
class Corrected:
    """One correction, as the act that made it."""

    deed: Deed
    facts: Sequence[Fact]


def corrected(look: Look, thing: Seen[Any]) -> Sequence[Corrected]:
    """Read the corrections of a thing, the newest first; words that were erased since are erased here too."""
    deeds = [
        each
        for each in look.minutes(thing=thing.thing, kind=KIND, limit=MOST)
        if each.get("of") and str(each.get("of")) == thing.thing and each.struck_by is None
    ]
    if not deeds:
        return ()
    first = look.deed(thing.act)
    said: dict[str, Cell] = dict(first.fields) if first else {}
    found = []
    for deed in reversed(deeds):
        fields = [name for name in CORRECTABLE[thing.type] if deed.get(name)]
        facts = [Fact(field=name, was=said.get(name, EMPTY), now=deed[name]) for name in fields]
        found.append(Corrected(deed=deed, facts=facts))
        said |= {name: deed[name] for name in fields}
    return tuple(reversed(found))
