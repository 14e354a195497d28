"""Long lists, a page at a time: what is not shown is never left out in silence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from comity.core.entity import Entity
from comity.desk.look import Look
from comity.desk.seen import Seen

E = TypeVar("E", bound=Entity)

A_PAGE = 100
"""How many things of a kind a page lists."""
AT_ONCE = 500
"""How many are read at once where all are needed."""


@dataclass(frozen=True, kw_only=True)
class Paged(Generic[E]):
    """Some things of a kind, in order of id, and where the next page begins."""

    rows: Sequence[Seen[E]]
    more: str = ""
    """The id after which the next page begins; empty on the last."""


def paged(
    look: Look, of: type[E], /, *, after: str = "", most: int | None = None, **index: str
) -> Paged[E]:
    """Return a page of things, from after an id on; only those with these values in their indexes."""
    length = A_PAGE if most is None else most
    found = look.some(of, limit=length + 1, after=after, **index)
    rows = found[:length]
    return Paged(rows=rows, more=rows[-1].id if len(found) > length else "")


def whole(look: Look, of: type[E]) -> Sequence[Seen[E]]:
    """Return every thing of a kind, however many: only for kinds of which a programme has few."""
    rows: list[Seen[E]] = []
    while True:
        found = look.some(of, limit=AT_ONCE, after=rows[-1].id if rows else "")
        rows += found
        if len(found) < AT_ONCE:
            return rows


class Lists:
    """The lists of one page, each cut at a page's length, and where each goes on.

    seats:member-12     the list `seats` begins after `member-12`, all others at their beginning
    """

    def __init__(self, look: Look, *, after: str = "") -> None:
        self._look = look
        self._name, _, self._after = after.partition(":")
        self._more: dict[str, str] = {}

    def of(self, name: str, of: type[E], /, **index: str) -> Sequence[Seen[E]]:
        """Return a page of the list of this name: the things with these values in their indexes."""
        after = self._after if name == self._name else ""
        page = paged(self._look, of, after=after, most=None, **index)
        if page.more:
            self._more[name] = f"{name}:{page.more}"
        return page.rows

    def among(self, name: str, of: type[E], index: str, values: Iterable[str]) -> Sequence[Seen[E]]:
        """Return a page of the list of this name: the things that have one of some values in an index."""
        after = self._after if name == self._name else ""
        found = self._look.some_among(of, index, values, limit=A_PAGE + 1, after=after)
        if len(found) > A_PAGE:
            self._more[name] = f"{name}:{found[A_PAGE - 1].id}"
        return found[:A_PAGE]

    @property
    def more(self) -> Mapping[str, str]:
        """For each list that goes on, what `after` says to go on with it."""
        return dict(self._more)
