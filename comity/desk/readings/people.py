"""Who is known here, what may each of them do for whom, and where do they sit?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.party import Body, Mandate, Party, Person, Seat
from comity.desk.look import Look
from comity.desk.readings.paging import paged
from comity.desk.seen import Offer, Seen

GIVING = "parties.give-mandate/1"
SEATING = "parties.seat-member/1"
ENDING = {"mandate": "parties.end-mandate/1", "seat": "parties.end-seat/1"}


@dataclass(frozen=True, kw_only=True)
class Known:
    """One person, with the mandates and seats that this viewer may know of."""

    person: Seen[Person]
    mandates: Sequence[Seen[Mandate]]
    seats: Sequence[Seen[Seat]]
    offers: Sequence[Offer] = ()
    """What may be given to them."""


@dataclass(frozen=True, kw_only=True)
class PeoplePage:
    """People by their names, a page of ids at a time, with the parties and bodies that their roles name."""

    people: Sequence[Known]
    parties: Mapping[str, Seen[Party]]
    bodies: Mapping[str, Seen[Body]]
    endings: Mapping[str, Sequence[Offer]]
    """For each mandate and seat that holds, by its name: what ends it."""
    more: str = ""
    """The id after which the next page begins."""
    offers: Sequence[Offer] = ()


def people(look: Look, *, after: str = "") -> PeoplePage | None:
    """Read the people this viewer may know of; the public knows of nobody."""
    if look.viewer.is_public:
        return None
    page = paged(look, Person, after=after)
    ids = [each.id for each in page.rows]
    mandates = look.among(Mandate, "person", ids)
    seats = look.among(Seat, "person", ids)
    roles: list[Seen[Any]] = [*mandates, *seats]
    held = [each for each in roles if not each["ended"]]
    offers = look.offers(
        [
            ("parties.register-person/1", {}),
            *((kind, {"person": each}) for each in ids for kind in (GIVING, SEATING)),
            *((ENDING[each.type], {each.type: each.id}) for each in held),
        ]
    )
    return PeoplePage(
        people=[
            Known(
                person=each,
                mandates=_of(each.id, mandates),
                seats=_of(each.id, seats),
                offers=_first(offers, "person", each.id),
            )
            for each in sorted(page.rows, key=_by_name)
        ],
        parties=look.many(Party, _named(roles, "party")),
        bodies=look.many(Body, _named(seats, "body")),
        endings={each.thing: _first(offers, each.type, each.id) for each in held},
        more=page.more,
        offers=[each for each in offers if not each.prefill][:1],
    )


def _by_name(person: Seen[Person]) -> tuple[str, str]:
    return (str(person.value("name", "~")).casefold(), person.id)


def _of(person: str, found: Sequence[Seen[Any]]) -> list[Seen[Any]]:
    return [each for each in found if each.value("person") == person]


def _first(offers: Sequence[Offer], name: str, key: str) -> list[Offer]:
    """Keep one offer of each kind: its form asks for which party."""
    kept: dict[str, Offer] = {}
    for each in offers:
        if each.prefill.get(name) == key:
            kept.setdefault(each.kind, each)
    return list(kept.values())


def _named(found: Sequence[Seen[Any]], field: str) -> list[str]:
    return sorted({each.value(field) for each in found} - {"", None})
