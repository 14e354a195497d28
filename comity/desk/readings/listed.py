"""Every thing of a kind, a page at a time: for lists that are taken away whole and read by programs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.entity import Entity
from comity.core.party import Party
from comity.desk.look import Look
from comity.desk.readings.naming import ids_in
from comity.desk.readings.paging import paged
from comity.desk.seen import Seen


@dataclass(frozen=True, kw_only=True)
class Listed:
    """Some things of a kind, and the parties that they name."""

    rows: Sequence[Seen[Any]]
    parties: Mapping[str, Seen[Party]]
    more: str = ""
    """The id after which the list goes on."""


def listed(of: type[Entity]) -> Callable[..., Listed]:
    """Make the reading of a kind."""

    def reading(look: Look, *, after: str = "") -> Listed:
        page = paged(look, of, after=after)
        named = ids_in([each["party"] for each in page.rows if "party" in each.cells])
        return Listed(rows=page.rows, parties=look.many(Party, sorted(named)), more=page.more)

    return reading
