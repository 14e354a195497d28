"""What does the record hold of me?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from comity.core.party import Body, Mandate, Party, Person, Seat
from comity.desk.look import Look
from comity.desk.seen import Deed, Seen

SHOWN = 10


@dataclass(frozen=True, kw_only=True)
class Me:
    """One person in the record: their entry, what they may do and where they sit, and what they did."""

    person: Seen[Person] | None
    mandates: Sequence[Seen[Mandate]]
    seats: Sequence[Seen[Seat]]
    parties: Mapping[str, Seen[Party]]
    bodies: Mapping[str, Seen[Body]]
    acts: int
    """How many acts they did."""
    latest: Sequence[Deed]
    zone: str
    """The zone of their first party."""
    scope: str = ""


def me(look: Look) -> Me | None:
    """Read what the record holds of whoever looks; None for the public."""
    if look.viewer.is_public:
        return None
    mandates = look.all(Mandate, person=look.viewer.person)
    seats = look.all(Seat, person=look.viewer.person)
    count, latest = look.own_acts(limit=SHOWN)
    named = {str(each.value("party", "")) for each in mandates}
    named |= {str(each.value("party", "")) for each in seats}
    return Me(
        person=look.find(Person, look.viewer.person),
        mandates=mandates,
        seats=seats,
        parties=look.many(Party, sorted(named - {"", "None"})),
        bodies=look.many(Body, sorted({str(each["body"]) for each in seats})),
        acts=count,
        latest=latest,
        zone=look.viewer.zone,
    )


def all_of_me(look: Look) -> tuple[Me, Sequence[Deed]] | None:
    """Read the same with every act, for whoever takes it along."""
    page = me(look)
    return None if page is None else (page, look.own_acts(limit=page.acts)[1])
