"""The link in a letter by which an invitation is answered without an account: signed, for one person, until a time.

    https://programme.example/answer/eyJpIjoi…:1vJk2e:Xb0…

It says which invitation, for which party and by whom, and until when it is good; the house's own secret signs it, so
nothing is kept. Opening it answers nothing, since scanners open every link: the page has a button. Whoever holds the
letter may answer, as with a paper card, and everyone else of the party sees on their desks what was answered.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core import signing

from comity.core.when import parse_instant, write_instant

SALT = "comity.accounts.answering"


@dataclass(frozen=True, kw_only=True)
class Card:
    """What a link says."""

    invitation: str
    party: str
    person: str
    until: datetime

    def sealed(self) -> str:
        """Write it as the end of a link."""
        told = {
            "i": self.invitation,
            "p": self.party,
            "w": self.person,
            "u": write_instant(self.until),
        }
        return signing.dumps(told, salt=SALT)


def card_of(sealed: str, *, now: datetime) -> Card | None:
    """Read the end of a link; None where it was not signed here, or is good no more."""
    try:
        told = signing.loads(sealed, salt=SALT)
    except signing.BadSignature:
        return None
    card = Card(
        invitation=told["i"], party=told["p"], person=told["w"], until=parse_instant(told["u"])
    )
    return card if now < card.until else None
