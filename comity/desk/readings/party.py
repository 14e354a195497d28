"""What is this party, where does it sit, and what does it stand behind?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from comity.core.contact import Contact
from comity.core.party import (
    Body,
    KeyHolder,
    Mandate,
    Party,
    Person,
    Seat,
    SigningKey,
    Standing,
    Support,
)
from comity.core.rights import Power
from comity.core.support import Advocacy, Commitment, Endorsement
from comity.desk.look import Look
from comity.desk.readings.paging import Lists
from comity.desk.seen import Deed, Offer, Seen

ENDING = "parties.end-mandate/1"
REVOKING = "parties.revoke-key/1"


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
    keys: Sequence[Seen[SigningKey]]
    """Keys of the party, of the people who may act for it, and the host's where it is the host."""
    about: Mapping[str, Seen[Any]]
    """What endorsements, commitments and advocacy are about, by `type/id`."""
    deeds: Sequence[Deed]
    offers: Sequence[Offer] = ()
    endings: Mapping[str, Sequence[Offer]] = field(default_factory=dict)
    """For each mandate and key, by id, what would end it, where the viewer may."""
    more: Mapping[str, str] = field(default_factory=dict)
    """For each list that goes on, what `after` says to go on with it."""


def party(look: Look, *, id: str, after: str = "") -> PartyPage | None:  # noqa: A002
    """Read one party."""
    found = look.find(Party, id)
    if found is None:
        return None
    lists = Lists(look, after=after)
    mandates, seats = lists.of("mandates", Mandate, party=id), lists.of("seats", Seat, party=id)
    endorsements = lists.of("endorsements", Endorsement, party=id)
    commitments = lists.of("commitments", Commitment, party=id)
    advocacy = lists.of("advocacy", Advocacy, party=id)
    people = look.many(Person, sorted({each.value("person") for each in mandates} - {"", None}))
    keys = [*lists.of("keys", SigningKey, party=id), *_other_keys(look, found, people)]
    offers = look.offers(
        [
            ("parties.give-mandate/1", {"for_party": id}),
            ("operate.nominate-contact/1", {}),
            ("parties.register-key/1", {}),
            *((ENDING, {"mandate": each.id}) for each in mandates if not each["ended"]),
            *((REVOKING, {"key": each.id}) for each in keys if each.value("revoked_at") is None),
        ]
    )
    named = (
        [each.value("of") for each in endorsements]
        + [each.value("on") for each in commitments]
        + [each.value("carries") for each in advocacy]
    )
    return PartyPage(
        party=found,
        scope=found.scope,
        mandates=mandates,
        people=people,
        seats=seats,
        bodies=look.many(Body, sorted({each.value("body") for each in seats} - {"", None})),
        support=lists.of("support", Support, party=id),
        endorsements=endorsements,
        commitments=commitments,
        advocacy=advocacy,
        keys=keys,
        contacts=lists.of("contacts", Contact, party=id),
        about=look.things(sorted({each for each in named if each})),
        deeds=look.minutes(party=id, limit=20),
        offers=[each for each in offers if each.kind not in (ENDING, REVOKING)],
        endings=_by_row(offers, party=id, look=look),
        more=lists.more,
    )


def _other_keys(
    look: Look, found: Seen[Party], people: Mapping[str, Seen[Person]]
) -> Sequence[Seen[SigningKey]]:
    """Return the keys of people, and of the host where this party is the host."""
    is_host = found.value("standing") is Standing.HOST
    hosts = look.all(SigningKey, holder=KeyHolder.HOST.value) if is_host else ()
    return [*look.among(SigningKey, "person", people), *hosts]


def _by_row(offers: Sequence[Offer], *, party: str, look: Look) -> Mapping[str, Sequence[Offer]]:
    """Keep, of what would end each mandate or key, what its party may do itself, or who administers (rule 4.4)."""
    found: dict[str, list[Offer]] = {}
    for each in offers:
        name = str(each.prefill.get("mandate") or each.prefill.get("key") or "")
        may = each.on_behalf_of == party or look.viewer.may(Power.ADMINISTER)
        if name and may:
            found.setdefault(name, [each])
    return found
