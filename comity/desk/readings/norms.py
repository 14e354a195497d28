"""Which norms were put forward, in which instruments?"""

from collections.abc import Sequence
from dataclasses import dataclass

from comity.core.norm import Norm, Package
from comity.desk.cells import Cell
from comity.desk.look import Look
from comity.desk.readings.as_of import AsOf, as_of
from comity.desk.readings.paging import paged, whole
from comity.desk.seen import Offer, Seen


@dataclass(frozen=True, kw_only=True)
class Instrument:
    """The norms of one instrument, in its own order."""

    id: str
    title: Cell
    norms: Sequence[Seen[Norm]]


@dataclass(frozen=True, kw_only=True)
class NormsPage:
    """Norms by instrument, and apart from them what the exercise put forward."""

    instruments: Sequence[Instrument]
    practised: Sequence[Seen[Norm]]
    packages: Sequence[Seen[Package]]
    """Put together to be read together; on the first page."""
    as_of: AsOf
    more: str = ""
    """The id after which the next page begins."""
    offers: Sequence[Offer] = ()


def norms(look: Look, *, after: str = "", on: str = "") -> NormsPage:
    """Read every norm this viewer may know of."""
    page, day = paged(look, Norm, after=after), as_of(on)
    found = day.known(page.rows)
    by_instrument: dict[str, list[Seen[Norm]]] = {}
    for norm in sorted((each for each in found if not each.scope), key=lambda each: each.act):
        by_instrument.setdefault(norm.value("instrument", ""), []).append(norm)
    return NormsPage(
        instruments=[
            Instrument(
                id=name,
                title=listed[0].instrument_title,
                norms=sorted(listed, key=lambda each: (each.value("place", 0), each.act)),
            )
            for name, listed in by_instrument.items()
        ],
        practised=[each for each in found if each.scope],
        packages=() if after else day.known(whole(look, Package)),
        as_of=day,
        more=page.more,
        offers=look.offers([("reframe.put-forward-norm/1", {}), ("reframe.package-norms/1", {})]),
    )
