"""Which requests for assistance wait, and which were answered?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from comity.core.party import Party
from comity.core.request import Request
from comity.desk.look import Look
from comity.desk.readings.paging import paged
from comity.desk.readings.request import Stage, stages_of
from comity.desk.seen import Offer, Seen


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """One request in a list, and what is owed of it."""

    request: Seen[Request]
    owed: Stage | None


@dataclass(frozen=True, kw_only=True)
class RequestsPage:
    """The requests that this viewer may read: those that wait by what is due first, and those that were answered."""

    open: Sequence[Waiting]
    answered: Sequence[Waiting]
    parties: Mapping[str, Seen[Party]]
    now: datetime
    more: str = ""
    """The id after which the next page begins."""
    offers: Sequence[Offer] = ()


def requests(look: Look, *, after: str = "") -> RequestsPage:
    """Read the requests for assistance."""
    page = paged(look, Request, after=after)
    found = [
        Waiting(
            request=each,
            owed=next(
                (stage for stage in stages_of(each, now=look.now) if stage.done is None), None
            ),
        )
        for each in page.rows
    ]
    named = {each.value(side, "") for each in page.rows for side in ("party", "of_party")}
    return RequestsPage(
        open=sorted((each for each in found if each.owed), key=_by_due),
        answered=sorted(
            (each for each in found if not each.owed), key=lambda each: -each.request.act
        ),
        parties=look.many(Party, sorted(named - {"", None})),
        now=look.now,
        more=page.more,
        offers=look.offers([("operate.request-assistance/1", {})]),
    )


def _by_due(waiting: Waiting) -> tuple[str, str]:
    """Sort by what is due first; what has no time that the viewer may see comes last."""
    by = waiting.owed.by if waiting.owed else None
    return (by.instant.isoformat() if by else "~", waiting.request.id)
