"""The letters of an act before it is done: to whom they would go, and what they would say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from django.conf import settings
from django.utils.translation import gettext as _

from comity.accounts.inviting import foretold
from comity.accounts.notices import reachable
from comity.accounts.roles import is_simulated
from comity.core.invitation import Invitation
from comity.core.party import Party
from comity.desk.look import Look
from comity.web.window import desk_here, reader_of
from comity.wording import names_for
from comity.wording.letter import Written, compose

LINK = f"{settings.COMITY_ADDRESS}/…"
"""Where its own address will stand: it is given when the act is done."""


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """A party that would be written to, and how many people of it."""

    name: str
    people: int
    is_absent: bool = False
    """True where it takes no part now, so that the post brings nobody of it what only those who do may read."""


@dataclass(frozen=True, kw_only=True)
class Foreseen:
    """What an act would have others told by letter."""

    written: Written
    recipients: Sequence[Recipient]
    has_file: bool = False
    """True where a file for the calendar goes with it."""

    @property
    def people(self) -> int:
        """How many letters that would be."""
        return sum(each.people for each in self.recipients)


def foreseen(envelope: Mapping[str, Any], *, person: str) -> Foreseen | None:
    """Return the letters of an act not yet done; None where it would send none, or would be refused."""
    desk = desk_here()
    found = desk.before(envelope, _letters, person=person)
    if found is None:
        return None
    written, names, has_file, kept_from = found
    people = desk.standing_for(list(names)) if is_simulated() else reachable(desk, list(names))
    recipients = [
        Recipient(
            name=name,
            people=len(set(people.get(party, ())) - kept_from.get(party, frozenset())),
            is_absent=bool(kept_from.get(party)),
        )
        for party, name in names.items()
    ]
    return Foreseen(
        written=written,
        recipients=sorted(recipients, key=lambda each: each.name),
        has_file=has_file,
    )


class _Sent(NamedTuple):
    """What would be written, to which parties by name, and for each that is absent who of it would get nothing."""

    written: Written
    names: Mapping[str, str]
    has_file: bool
    kept_from: Mapping[str, frozenset[str]]


def _letters(look: Look, index: int) -> _Sent | None:
    sent = look.letters([index])
    deed = look.deed(index)
    thing = next(iter(look.things(each.thing for each in sent[:1]).values()), None)
    if deed is None or thing is None:
        return None
    known = look.many(Party, sorted({each.party for each in sent}))
    written = compose(
        deed,
        thing,
        names=names_for(look, [deed, thing]),
        reader=reader_of(look),
        link=LINK,
    )
    has_file = False
    if thing.type == Invitation.TYPE:
        beside, has_file = foretold(look, thing, is_asked=written.due is not None)
        more = "\n\n".join([*beside, LINK])
        written = replace(written, words=written.words.replace(LINK, more))
    unnamed = _("one of the parties")
    names = {
        each.party: str(known[each.party]["name"]) if each.party in known else unnamed
        for each in sent
    }
    kept_from = look.kept_from(list(names), act=index, thing=thing.thing)
    return _Sent(written, names, has_file, kept_from)
