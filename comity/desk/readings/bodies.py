"""Which groups and commissions does the programme have?"""

from collections.abc import Sequence
from dataclasses import dataclass

from comity.core.party import Body, BodyForm
from comity.desk.look import Look
from comity.desk.readings.as_of import AsOf, as_of
from comity.desk.readings.paging import paged
from comity.desk.seen import Offer, Seen


@dataclass(frozen=True, kw_only=True)
class BodiesPage:
    """The commission and its secretariat, the groups, and apart from them what is practice."""

    commissions: Sequence[Seen[Body]]
    groups: Sequence[Seen[Body]]
    practised: Sequence[Seen[Body]]
    as_of: AsOf
    more: str = ""
    """The id after which the next page begins."""
    offers: Sequence[Offer] = ()


def bodies(look: Look, *, after: str = "", on: str = "") -> BodiesPage:
    """Read every body this viewer may know of."""
    page, day = paged(look, Body, after=after), as_of(on)
    found = day.known(page.rows)
    real = [each for each in found if not each.scope]
    standing = (BodyForm.COMMISSION, BodyForm.SECRETARIAT)
    return BodiesPage(
        commissions=[each for each in real if each.value("form") in standing],
        groups=[each for each in real if each.value("form") not in standing],
        practised=[each for each in found if each.scope],
        as_of=day,
        more=page.more,
        offers=look.offers([("parties.found-body/1", {})]),
    )
