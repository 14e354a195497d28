"""Every thing of a kind, a page at a time: for lists that are taken away whole and read by programs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.entity import Entity
from comity.core.party import Party
from comity.desk.look import Look
from comity.desk.readings.as_of import AsOf, as_of
from comity.desk.readings.beside import named_then
from comity.desk.readings.naming import ids_in
from comity.desk.readings.paging import paged
from comity.desk.seen import Seen


@dataclass(frozen=True, kw_only=True)
class Listed:
    """Some things of a kind, and the parties that they name."""

    rows: Sequence[Seen[Any]]
    parties: Mapping[str, Seen[Party]]
    as_of: AsOf
    more: str = ""
    """The id after which the list goes on."""


def listed(of: type[Entity], *dates: str) -> Callable[..., Listed]:
    """Make the reading of a kind; each is there from the first of these dates, else from when its act took effect."""

    def reading(look: Look, *, after: str = "", on: str = "") -> Listed:
        page, day = paged(look, of, after=after), as_of(on)
        rows = day.known(page.rows, *dates)
        named = ids_in([each["party"] for each in rows if "party" in each.cells])
        parties = named_then(look, list(look.many(Party, sorted(named)).values()), on=day)
        return Listed(
            rows=rows, parties={each.id: each for each in parties}, as_of=day, more=page.more
        )

    return reading
