"""Whom can one reach when something breaks, and do they answer?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from comity.core.check_round import CheckRound
from comity.core.contact import Contact
from comity.core.party import Party
from comity.desk.look import Look
from comity.desk.readings.paging import paged, whole
from comity.desk.seen import Offer, Seen

ONE_AT_A_TIME = frozenset({"name", "telephone", "mail"})
"""How a contact is reached stands on its own page and in no list: a list of whom to call is one of whom to attack."""


@dataclass(frozen=True, kw_only=True)
class ContactsPage:
    """The directory as far as this viewer may read it; never readable by those it is not for."""

    real: Sequence[Seen[Contact]]
    practised: Sequence[Seen[Contact]]
    parties: Mapping[str, Seen[Party]]
    rounds: Sequence[Seen[CheckRound]]
    """All rounds of contact checks, the newest first: a programme holds a few a year."""
    more: str = ""
    """The id after which the next page begins."""
    offers: Sequence[Offer] = ()


def contacts(look: Look, *, after: str = "") -> ContactsPage:
    """Read the points of contact that were not replaced."""
    page = paged(look, Contact, after=after)
    found = [each for each in page.rows if not each.value("replaced_by")]
    offices = [office(each) for each in found]
    return ContactsPage(
        real=[each for each in offices if not each.scope],
        practised=[each for each in offices if each.scope],
        parties=look.many(Party, sorted({each.value("party") for each in found} - {"", None})),
        more=page.more,
        rounds=sorted(whole(look, CheckRound), key=lambda each: -each.act),
        offers=look.offers(
            [
                ("operate.nominate-contact/1", {}),
                ("operate.check-contact/1", {}),
                ("operate.open-check-round/1", {}),
            ]
        ),
    )


def office(contact: Seen[Contact]) -> Seen[Contact]:
    """Return a contact without how it is reached."""
    cells = {name: cell for name, cell in contact.cells.items() if name not in ONE_AT_A_TIME}
    return replace(contact, cells=cells)
