"""Long lists, a page at a time: what is not shown is never left out in silence."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from comity.core.entity import Entity
from comity.desk.look import Look
from comity.desk.seen import Seen

E = TypeVar("E", bound=Entity)

A_PAGE = 100
"""How many things of a kind a page lists."""


@dataclass(frozen=True, kw_only=True)
class Paged(Generic[E]):
    """Some things of a kind, in order of id, and where the next page begins."""

    rows: Sequence[Seen[E]]
    more: str = ""
    """The id after which the next page begins; empty on the last."""


def paged(look: Look, of: type[E], *, after: str = "") -> Paged[E]:
    """Return a page of things, from after an id on."""
    found = look.every(of, limit=A_PAGE + 1, after=after)
    rows = found[:A_PAGE]
    return Paged(rows=rows, more=rows[-1].id if len(found) > A_PAGE else "")
