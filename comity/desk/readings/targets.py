"""At which doors should one knock, who will, and who has?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.outreach import Target
from comity.core.party import Party
from comity.desk.look import Look
from comity.desk.readings.paging import paged
from comity.desk.readings.target import holder_of, visits_to
from comity.desk.seen import Offer, Seen


@dataclass(frozen=True, kw_only=True)
class Door:
    """One door in the list."""

    target: Seen[Target]
    holder: Seen[Party] | None
    visits: int
    last: Seen[Any] | None
    """The latest visit."""


@dataclass(frozen=True, kw_only=True)
class TargetsPage:
    """The doors that were named, those that nobody will knock at first."""

    free: Sequence[Door]
    held: Sequence[Door]
    about: Mapping[str, Seen[Any]]
    more: str = ""
    """The id after which the next page begins."""
    offers: Sequence[Offer] = ()


def targets(look: Look, *, after: str = "") -> TargetsPage:
    """Read the doors to knock at."""
    page = paged(look, Target, after=after)
    holders = {each.id: holder_of(each, now=look.now) for each in page.rows}
    parties = look.many(Party, sorted({each for each in holders.values() if each}))
    visits = visits_to(look, page.rows)
    doors = [
        Door(
            target=each,
            holder=parties.get(holders[each.id]),
            visits=len(visits[each.thing]),
            last=next(iter(visits[each.thing]), None),
        )
        for each in page.rows
    ]
    return TargetsPage(
        free=[each for each in doors if not holders[each.target.id]],
        held=[each for each in doors if holders[each.target.id]],
        about=look.things(sorted({str(each.value("carries", "")) for each in page.rows})),
        more=page.more,
        offers=look.offers([("mobilize.name-target/1", {})]),
    )
