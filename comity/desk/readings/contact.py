"""How is this contact reached, and when did it last answer?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.contact import Check, Contact, Unreached, Vouching
from comity.core.party import Party
from comity.desk.look import Look
from comity.desk.readings.risks import Risks, risks_about
from comity.desk.seen import Line, Offer, Seen


@dataclass(frozen=True, kw_only=True)
class ContactPage:
    """One point of contact and the checks of it, newest first."""

    contact: Seen[Contact]
    scope: str
    party: Seen[Party] | None
    checks: Sequence[Seen[Check]]
    followed_by: Sequence[Seen[Any]]
    """What followed from it beside its checks."""
    replacement: Seen[Contact] | None
    risks: Risks
    vouching: Seen[Vouching] | None = None
    """Who stands for it, and since when."""
    unreached: Sequence[Seen[Unreached]] = ()
    """Reports that it was not reached, which its party has not looked after yet."""
    offers: Sequence[Offer] = ()


def contact(look: Look, *, id: str) -> ContactPage | None:  # noqa: A002
    """Read one contact."""
    found = look.find(Contact, id)
    if found is None:
        return None
    checks = sorted(look.all(Check, contact=id), key=lambda each: -each.act)
    waiting = [each for each in checks if each["answered"].is_value and not each["answered"].value]
    party = found.value("party", "")
    line = look.line(found.thing)
    return ContactPage(
        contact=found,
        scope=found.scope,
        party=look.find(Party, party) if party else None,
        checks=checks,
        followed_by=_followed(line, found.thing) if line else [],
        replacement=look.find(Contact, found.value("replaced_by"))
        if found.value("replaced_by")
        else None,
        risks=risks_about(look, found.thing),
        vouching=look.find(Vouching, id),
        unreached=[
            each for each in look.all(Unreached, contact=id) if not each.value("is_settled")
        ],
        offers=()
        if found.value("replaced_by")
        else _offers(look, waiting, contact=id, party=str(party)),
    )


def _followed(line: Line, thing: str) -> Sequence[Seen[Any]]:
    known = [line.nodes[each] for each in line.children(thing) if each in line.nodes]
    return [each for each in known if each.type != Check.TYPE]


def _offers(
    look: Look, waiting: Sequence[Seen[Check]], *, contact: str, party: str
) -> Sequence[Offer]:
    """Return what may be done about a contact; a check is answered by its own party only."""
    asked: list[tuple[str, Mapping[str, Any]]] = [
        ("operate.check-contact/1", {"contact": contact, "of_party": party})
    ]
    if party in look.viewer.parties:
        asked = [
            *[("operate.answer-check/1", {"check": each.id}) for each in waiting],
            ("operate.confirm-contact/1", {"contact": contact}),
            ("operate.nominate-contact/1", {"replaces": contact}),
            *asked,
        ]
    else:
        asked = [
            ("operate.request-assistance/1", {"of_party": party, "contact": contact}),
            ("operate.report-unreachable/1", {"contact": contact}),
            ("operate.verify-contact/1", {"contact": contact}),
            *asked,
        ]
    return look.offers([*asked, ("mobilize.flag-risk/1", {"about": f"contact/{contact}"})])
