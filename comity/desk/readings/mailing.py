"""The letters of one act: where they are, whom they are for, and what became of each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from comity.core.party import Party, Person
from comity.core.post import MINUTE, Hold, Tray
from comity.core.programme import Programme
from comity.desk.look import Look
from comity.desk.seen import Deed, Offer, Seen

HOLDING, RELEASING = "programme.hold-letters/1", "programme.release-letters/1"
LOST = ("given-up", "returned")


@dataclass(frozen=True, kw_only=True)
class Sending:
    """A letter to one person; nobody is named where nobody was written to yet."""

    person: Seen[Person] | None
    state: str
    at: datetime | None
    proof: str
    fault: str


@dataclass(frozen=True, kw_only=True)
class ToParty:
    """The letters to one party."""

    id: str
    party: Seen[Party] | None
    letters: Sequence[Sending]

    @property
    def sent(self) -> int:
        """How many were taken by a server."""
        return sum(each.state == "sent" for each in self.letters)

    @property
    def lost(self) -> int:
        """How many nobody took, or came back."""
        return sum(each.state in LOST for each in self.letters)

    @property
    def is_reached(self) -> bool:
        """True where somebody of it was, or is being, written to."""
        return any(each.person is not None or each.state != "waiting" for each in self.letters)


@dataclass(frozen=True, kw_only=True)
class Mailing:
    """What one act has others told by letter."""

    deed: Deed
    thing: Seen[Any] | None
    """What the letter is about."""
    leaves: datetime
    """When the minute is over in which its letters lie in the tray."""
    where: str
    """tray, held, struck, kept (a demonstration: none ever leaves) or out."""
    parties: Sequence[ToParty]
    hold: Seen[Hold] | None
    offers: Sequence[Offer] = ()

    @property
    def sent(self) -> int:
        """How many letters were taken by a server."""
        return sum(each.sent for each in self.parties)

    @property
    def lost(self) -> int:
        """How many letters nobody took, or came back."""
        return sum(each.lost for each in self.parties)

    @property
    def waiting(self) -> int:
        """How many parties nobody of whom was written to yet."""
        return sum(not each.is_reached for each in self.parties)


def mailings(look: Look, deeds: Sequence[Deed]) -> Sequence[Mailing]:
    """Return the letters of some acts; acts without letters, or with none that the viewer may know of, are left out."""
    sent = look.letters(deed.index for deed in deeds)
    if not sent:
        return []
    parties = look.many(Party, sorted({each.party for each in sent}))
    people = look.many(Person, sorted({each.person for each in sent}))
    things = look.things(each.thing for each in sent)
    holds = look.many(Hold, (str(deed.index) for deed in deeds))
    programme = look.find(Programme, "programme")
    is_simulated = programme is not None and programme.value("simulated") is True
    found = []
    for deed in deeds:
        own = [each for each in sent if each.act == deed.index]
        if not own:
            continue
        hold = holds.get(str(deed.index))
        where = _where(look, deed, hold=hold, is_simulated=is_simulated)
        found.append(
            Mailing(
                deed=deed,
                thing=things.get(own[0].thing),
                leaves=deed.at + MINUTE,
                where=where,
                parties=_by_party(own, parties=parties, people=people),
                hold=hold,
                offers=_offers(look, deed, where=where),
            )
        )
    return found


def _where(look: Look, deed: Deed, *, hold: Seen[Hold] | None, is_simulated: bool) -> str:
    if deed.struck_by is not None:
        return "struck"
    if hold is not None and hold.value("state") is Tray.HELD:
        return "held"
    if look.now < deed.at + MINUTE:
        return "tray"
    return "kept" if is_simulated else "out"


def _offers(look: Look, deed: Deed, *, where: str) -> Sequence[Offer]:
    kind = {"tray": HOLDING, "held": RELEASING}.get(where)
    found = look.offers([(kind, {"act": deed.index})]) if kind else ()
    # For the party whose act it is, where the viewer acts for several.
    return sorted(found, key=lambda each: each.on_behalf_of != deed.on_behalf_of.value)[:1]


def _by_party(
    sent: Iterable[Any], *, parties: Mapping[str, Seen[Party]], people: Mapping[str, Seen[Person]]
) -> Sequence[ToParty]:
    found: dict[str, list[Sending]] = {}
    for each in sent:
        found.setdefault(each.party, []).append(
            Sending(
                person=people.get(each.person),
                state=each.state,
                at=datetime.fromisoformat(each.at) if each.at else None,
                proof=each.proof,
                fault=each.fault,
            )
        )
    listed = [
        ToParty(id=party, party=parties.get(party), letters=letters)
        for party, letters in found.items()
    ]
    return sorted(listed, key=lambda each: str(each.party["name"] if each.party else "~"))
