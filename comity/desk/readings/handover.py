"""Who runs the programme next, and did they take it over?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.handover import Handover, HandoverStatus
from comity.core.party import Party, Person
from comity.core.programme import Programme
from comity.core.rights import Power
from comity.desk.look import Look
from comity.desk.seen import Deed, Offer, Seen

OFFERING = "programme.offer-handover/1"
TAKING = "programme.take-over/1"


@dataclass(frozen=True, kw_only=True)
class HandoverPage:
    """One handover: from whom, to whom, by whom, and until when."""

    handover: Seen[Handover]
    parties: Mapping[str, Seen[Party]]
    officer: Seen[Person] | None
    is_open: bool
    is_yours: bool
    """True for the person who may take it over."""
    deeds: Sequence[Deed]
    offers: Sequence[Offer]
    scope: str = ""


def handover(look: Look, *, id: str) -> HandoverPage | None:  # noqa: A002
    """Read one handover."""
    found = look.find(Handover, id)
    if found is None:
        return None
    person, until = str(found.value("officer", "")), found.value("until")
    is_offered = found.value("status") is HandoverStatus.OFFERED
    is_open = bool(is_offered and until and look.now < until.end)
    is_yours = bool(person) and person == look.viewer.person
    receiver = str(found.value("to_party", ""))
    may = is_open and is_yours
    former = str(found.value("from_party", ""))
    is_taken = found.value("status") is HandoverStatus.TAKEN
    wanted: list[tuple[str, Mapping[str, Any]]] = [(TAKING, {"handover": id})] if may else []
    if is_taken and is_yours:
        wanted.append(("parties.give-mandate/1", {"for_party": former}))
    asked = look.offers(wanted)
    return HandoverPage(
        handover=found,
        parties=look.many(Party, [former, receiver]),
        officer=look.find(Person, person) if person else None,
        is_open=is_open,
        is_yours=is_yours,
        deeds=look.minutes(thing=found.thing, limit=20),
        offers=[each for each in asked if each.on_behalf_of == receiver],
    )


def of_party(look: Look, party: Seen[Party]) -> Sequence[Seen[Handover]]:
    """Return the handovers to and from a party, the newest first."""
    sides = [look.all(Handover, **{side: party.id}) for side in ("from_party", "to_party")]
    return sorted((each for side in sides for each in side), key=lambda each: -each.act)


def begins(look: Look, party: Seen[Party]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Name the act by which a host offers the programme to the next, on its own page and to its own officers."""
    programme = look.find(Programme, "programme")
    is_host = programme is not None and programme.value("host") == party.id
    if is_host and Power.ADMINISTER in look.viewer.powers.get(party.id, frozenset()):
        yield OFFERING, {}
