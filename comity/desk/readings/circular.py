"""What does this circular say, who was sent it, and who has answered?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.party import Body, Party
from comity.core.post import Circular, Reply
from comity.desk.look import Look
from comity.desk.readings.mailing import Mailing, mailings
from comity.desk.seen import Offer, Seen

ANSWERING = "programme.answer-circular/1"


@dataclass(frozen=True, kw_only=True)
class CircularPage:
    """One circular, with the answers to it in the order in which they came."""

    circular: Seen[Circular]
    scope: str
    body: Seen[Body] | None
    about: Seen[Any] | None
    parties: Mapping[str, Seen[Party]]
    """Those it was sent to, and its sender, by id."""
    replies: Sequence[Seen[Reply]]
    silent: Sequence[Seen[Party]]
    """Those who were asked and have not answered; none where no answer was asked."""
    is_open: bool
    """True while an answer is in time."""
    mailing: Mailing | None
    """What became of its letters, for those who sent it."""
    offers: Sequence[Offer]


def circular(look: Look, *, id: str) -> CircularPage | None:  # noqa: A002
    """Read one circular."""
    found = look.find(Circular, id)
    if found is None:
        return None
    sent_to = found.value("parties", ())
    sender = found.value("sender", "")
    named = look.many(Party, [*sent_to, *([sender] if sender else [])])
    parties = dict(sorted(named.items(), key=lambda each: _alphabet(each[1])))
    replies = sorted(look.all(Reply, circular=id), key=lambda each: each.act)
    answered = {each.value("party") for each in replies}
    due = found.value("answer_by")
    waiting = [each for each in sent_to if due and each not in answered and each != sender]
    made = look.deed(found.act)
    sending = mailings(look, [made]) if made is not None else ()
    mine = list(look.offers([(ANSWERING, {"circular": id})]))
    body = found.value("body")
    about = str(found.value("about") or "")
    return CircularPage(
        circular=found,
        scope=found.scope,
        body=look.find(Body, body) if body else None,
        about=look.things([about]).get(about) if about else None,
        parties=parties,
        replies=replies,
        silent=[each for key, each in parties.items() if key in waiting],
        is_open=bool(due and look.now < due.instant),
        mailing=sending[0] if sending else None,
        offers=[
            each
            for each in mine
            if each.on_behalf_of in sent_to and each.on_behalf_of not in answered
        ],
    )


def _alphabet(party: Seen[Party]) -> str:
    """Order parties as the programme does everywhere: by no order but the alphabet of their names."""
    return str(party.value("name", "~")).casefold()
