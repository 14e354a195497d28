"""Whom can one reach when something breaks, and did they answer?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from comity.core.contact import Check, Contact
from comity.core.party import Party
from comity.desk.look import Look
from comity.desk.seen import Offer, Seen


@dataclass(frozen=True, kw_only=True)
class Reached:
    """A contact and the latest check of it that this viewer may know of."""

    contact: Seen[Contact]
    last: Seen[Check] | None


@dataclass(frozen=True, kw_only=True)
class ContactsPage:
    """The directory as far as this viewer may read it; never readable by those it is not for."""

    real: Sequence[Reached]
    practised: Sequence[Reached]
    parties: Mapping[str, Seen[Party]]
    offers: Sequence[Offer] = ()


def contacts(look: Look) -> ContactsPage:
    """Read the points of contact."""
    found = [each for each in look.every(Contact) if not each.value("replaced_by")]
    last: dict[str, Seen[Check]] = {}
    for check in sorted(look.every(Check), key=lambda each: each.act):
        last[check.value("contact", "")] = check
    reached = [Reached(contact=each, last=last.get(each.id)) for each in found]
    return ContactsPage(
        real=[each for each in reached if not each.contact.scope],
        practised=[each for each in reached if each.contact.scope],
        parties=look.many(Party, sorted({each.value("party") for each in found} - {"", None})),
        offers=look.offers([("operate.nominate-contact/1", {}), ("operate.check-contact/1", {})]),
    )
