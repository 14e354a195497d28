"""What is this party, where does it sit, and what does it stand behind?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from comity.core.absence import Absence, Stands, Succession, Why
from comity.core.contact import Contact
from comity.core.handover import Handover
from comity.core.interest import Interest, Recusal
from comity.core.knowledge import SourcedClaim
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
from comity.desk.readings import handover
from comity.desk.readings.contacts import office
from comity.desk.readings.corrected import Corrected, corrected
from comity.desk.readings.paging import Lists
from comity.desk.seen import Deed, Offer, Seen

ENDING = "parties.end-mandate/1"
REVOKING = "parties.revoke-key/1"
LIFTING = "parties.lift-suspension/1"
LEAVING = "parties.withdraw-party/1"
GIVING = "parties.give-mandate/1"
NOMINATING = "operate.nominate-contact/1"
SIDES = ("party", "successor", "from_party", "to_party")
INTERESTS: tuple[tuple[str, type[Any]], ...] = (("interests", Interest), ("recusals", Recusal))


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
    handovers: Sequence[Seen[Handover]]
    """By which it came to host the programme, or passed it on."""
    absences: Sequence[Seen[Absence]]
    successions: Sequence[Seen[Succession]]
    """What it was called before, and who follows it."""
    follows: Sequence[Seen[Succession]]
    """Whom it follows."""
    corrected: Sequence[Corrected]
    known: Sequence[Seen[SourcedClaim]]
    interests: Sequence[Seen[Interest]]
    recusals: Sequence[Seen[Recusal]]
    endorsements: Sequence[Seen[Endorsement]]
    commitments: Sequence[Seen[Commitment]]
    advocacy: Sequence[Seen[Advocacy]]
    contacts: Sequence[Seen[Contact]]
    keys: Sequence[Seen[SigningKey]]
    """Keys of the party, of the people who may act for it, and the host's where it is the host."""
    others: Mapping[str, Seen[Party]]
    """Who follows it, and whom it follows."""
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
    absences = lists.of("absences", Absence, party=id)
    successions = sorted(lists.of("successions", Succession, party=id), key=_by_day)
    follows = sorted(lists.of("follows", Succession, successor=id), key=_by_day)
    keys = [*lists.of("keys", SigningKey, party=id), *_other_keys(look, found, people)]
    offers = look.offers(
        [
            *(() if _is_gone(absences) else [(GIVING, {"for_party": id}), (NOMINATING, {})]),
            ("parties.register-key/1", {}),
            ("programme.note-claim/1", {"about": found.thing}),
            ("programme.correct-fact/1", {"of": found.thing}),
            *handover.begins(look, found),
            *_of_its_standing(found, absences, successions),
            *((ENDING, {"mandate": each.id}) for each in mandates if not each["ended"]),
            *((REVOKING, {"key": each.id}) for each in keys if each.value("revoked_at") is None),
        ]
    )
    interests, recusals = (lists.of(name, of, party=id) for name, of in INTERESTS)
    named = (
        [each.value("of") for each in endorsements]
        + [each.value("on") for each in commitments]
        + [each.value("carries") for each in advocacy]
        + [each.value("about") for each in [*interests, *recusals]]
    )
    handovers = handover.of_party(look, found)
    kin: list[Seen[Any]] = [*successions, *follows, *handovers]
    sides = {str(each.value(side, "")) for each in kin for side in SIDES if side in each.cells}
    others = look.many(Party, sorted(sides - {""}))
    return PartyPage(
        party=found,
        scope=found.scope,
        mandates=mandates,
        people=people,
        seats=seats,
        bodies=look.many(Body, sorted({each.value("body") for each in seats} - {"", None})),
        support=lists.of("support", Support, party=id),
        handovers=handovers,
        absences=absences,
        successions=successions,
        follows=follows,
        corrected=corrected(look, found),
        known=lists.of("known", SourcedClaim, about=found.thing),
        interests=interests,
        recusals=recusals,
        others=others,
        endorsements=endorsements,
        commitments=commitments,
        advocacy=advocacy,
        keys=keys,
        contacts=[office(each) for each in lists.of("contacts", Contact, party=id)],
        about=look.things(sorted({each for each in named if each})),
        deeds=look.minutes(party=id, limit=20),
        offers=[each for each in offers if _is_for_the_page(each, party=id, look=look)],
        endings=_by_row(offers, party=id, look=look),
        more=lists.more,
    )


def _by_day(succession: Seen[Succession]) -> str:
    return str(succession.value("on", ""))


def _of_its_standing(
    party: Seen[Party], absences: Sequence[Seen[Absence]], successions: Sequence[Seen[Succession]]
) -> Sequence[tuple[str, Mapping[str, Any]]]:
    """Name the acts by which it is suspended, comes back, leaves, or is followed by another."""
    standing = [each for each in absences if each.value("stands") is Stands.IN_FORCE]
    is_gone = _is_gone(standing)
    asked: list[tuple[str, Mapping[str, Any]]] = []
    if not any(each.value("successor") for each in successions):
        asked.append(("parties.succeed-party/1", {"of_party": party.id}))
    takes_part = party.value("standing") in (Standing.PARTY, Standing.OBSERVER)
    if not is_gone and takes_part:
        asked.append((LEAVING, {}))
    asked += [(LIFTING, {"absence": each.id}) for each in standing if not is_gone]
    if not standing and takes_part:
        asked.append(("parties.suspend-party/1", {"of_party": party.id}))
    return asked


def _is_gone(absences: Sequence[Seen[Absence]]) -> bool:
    """Tell whether it withdrew or was succeeded: nobody is given a mandate for it, and it nominates nobody."""
    standing = [each for each in absences if each.value("stands") is Stands.IN_FORCE]
    return any(each.value("because") is not Why.SUSPENDED for each in standing)


def _other_keys(
    look: Look, found: Seen[Party], people: Mapping[str, Seen[Person]]
) -> Sequence[Seen[SigningKey]]:
    """Return the keys of people, and of the host where this party is the host."""
    is_host = found.value("standing") is Standing.HOST
    hosts = look.all(SigningKey, holder=KeyHolder.HOST.value) if is_host else ()
    return [*look.among(SigningKey, "person", people), *hosts]


def _is_for_the_page(offer: Offer, *, party: str, look: Look) -> bool:
    """Leave out what stands with its row; and of what only this party may do for itself, what another would do."""
    if offer.kind in (ENDING, REVOKING):
        return False
    if offer.kind == GIVING and look.viewer.may(Power.ADMINISTER, party=offer.on_behalf_of):
        return True  # The secretariat gives any party's people their mandates (rule 4.4).
    return offer.kind not in (LEAVING, NOMINATING, GIVING) or offer.on_behalf_of == party


def _by_row(offers: Sequence[Offer], *, party: str, look: Look) -> Mapping[str, Sequence[Offer]]:
    """Keep, of what would end each mandate or key, what its party may do itself, or who administers (rule 4.4)."""
    found: dict[str, list[Offer]] = {}
    for each in offers:
        name = str(each.prefill.get("mandate") or each.prefill.get("key") or "")
        may = each.on_behalf_of == party or look.viewer.may(Power.ADMINISTER)
        if name and may:
            found.setdefault(name, [each])
    return found
