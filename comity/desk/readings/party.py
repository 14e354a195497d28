"""What is this party, where does it sit, and what does it stand behind?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.contact import Contact
from comity.core.party import Body, Mandate, Party, Person, Seat, Support
from comity.core.support import Advocacy, Commitment, Endorsement
from comity.desk.look import Look
from comity.desk.seen import Deed, Offer, Seen


@dataclass(frozen=True, kw_only=True)
class PartyPage:
    """One party, its people as far as they may be known, its seats, and what it put its name to."""

    party: Seen[Party]
    scope: str
    mandates: Sequence[Seen[Mandate]]
    people: Mapping[str, Seen[Person]]
    seats: Sequence[Seen[Seat]]
    bodies: Mapping[str, Seen[Body]]
    support: Sequence[Seen[Support]]
    endorsements: Sequence[Seen[Endorsement]]
    commitments: Sequence[Seen[Commitment]]
    advocacy: Sequence[Seen[Advocacy]]
    contacts: Sequence[Seen[Contact]]
    about: Mapping[str, Seen[Any]]
    """What endorsements, commitments and advocacy are about, by `type/id`."""
    deeds: Sequence[Deed]
    offers: Sequence[Offer] = ()


def party(look: Look, *, id: str) -> PartyPage | None:  # noqa: A002
    """Read one party."""
    found = look.find(Party, id)
    if found is None:
        return None
    mandates, seats = look.all(Mandate, party=id), look.all(Seat, party=id)
    endorsements, commitments = look.all(Endorsement, party=id), look.all(Commitment, party=id)
    advocacy = look.all(Advocacy, party=id)
    named = (
        [each.value("of") for each in endorsements]
        + [each.value("on") for each in commitments]
        + [each.value("carries") for each in advocacy]
    )
    return PartyPage(
        party=found,
        scope=found.scope,
        mandates=mandates,
        people=look.many(Person, sorted({each.value("person") for each in mandates} - {"", None})),
        seats=seats,
        bodies=look.many(Body, sorted({each.value("body") for each in seats} - {"", None})),
        support=look.all(Support, party=id),
        endorsements=endorsements,
        commitments=commitments,
        advocacy=advocacy,
        contacts=look.all(Contact, party=id),
        about=look.things(sorted({each for each in named if each})),
        deeds=look.minutes(party=id, limit=20),
        offers=look.offers(
            [("parties.give-mandate/1", {"for_party": id}), ("operate.nominate-contact/1", {})]
        ),
    )
