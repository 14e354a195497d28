"""Who supports the programme, and who is its partner?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from comity.core.party import Party, Support
from comity.desk.look import Look
from comity.desk.readings.as_of import AsOf, as_of
from comity.desk.readings.beside import Beside, beside, named_then
from comity.desk.readings.paging import paged
from comity.desk.seen import Offer, Seen


@dataclass(frozen=True, kw_only=True)
class SupportPage:
    """Supporters and partners, in the programme's alphabet."""

    supporters: Sequence[Seen[Support]]
    partners: Sequence[Seen[Support]]
    parties: Mapping[str, Seen[Party]]
    beside: Beside
    as_of: AsOf
    more: str = ""
    """The id after which the next page begins."""
    offers: Sequence[Offer] = ()


def support(look: Look, *, after: str = "", on: str = "") -> SupportPage:
    """Read who stands behind the programme."""
    page, day = paged(look, Support, after=after), as_of(on)
    found = [each for each in day.known(page.rows, "since") if not each.scope]
    named = look.many(Party, sorted({each.value("party") for each in found} - {"", None}))
    parties = {each.id: each for each in named_then(look, list(named.values()), on=day)}

    def by_name(each: Seen[Support]) -> str:
        party = parties.get(each.value("party", ""))
        return str(party.value("name", "~")).casefold() if party else "~"

    found.sort(key=by_name)
    return SupportPage(
        supporters=[each for each in found if each.value("as_what") == "supporter"],
        partners=[each for each in found if each.value("as_what") == "partner"],
        parties=parties,
        beside=beside(look, parties, on=day),
        as_of=day,
        more=page.more,
        offers=look.offers([("parties.note-support/1", {})]),
    )
