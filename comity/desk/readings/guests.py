"""Who is asked to a meeting and what they answered; and of these, what is the viewer's own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from comity.core.invitation import Coming, Invitation, Replacement, Uptake
from comity.core.party import Party
from comity.desk.look import Look
from comity.desk.readings.paging import Lists
from comity.desk.seen import Offer, Seen

ANSWER, REPLACE = "convene.answer-invitation/1", "convene.replace-delegate/1"


@dataclass(frozen=True, kw_only=True)
class Guest:
    """One invitation, with one answer to it where there is one."""

    invitation: Seen[Invitation]
    party: Seen[Party] | None
    """Who is asked, or, of an open invitation, who answered; None where nobody answered it, or may not be told."""
    reply: Seen[Coming] | None
    replacements: Sequence[Seen[Replacement]]
    offers: Sequence[Offer] = ()
    """What the viewer may do about it for a party of their own."""


@dataclass(frozen=True, kw_only=True)
class Guests:
    """All who were asked, as far as the viewer may know, and apart from them the viewer's own."""

    mine: Sequence[Guest]
    others: Sequence[Guest]
    taken: Mapping[str, int]
    """How many places of each invitation are taken, by id, where the viewer may know that."""


def guests(look: Look, lists: Lists, meeting: str, *, is_ahead: bool) -> Guests:
    """Read the invitations to a meeting."""
    listed = {each.id: each for each in lists.of("invitations", Invitation, meeting=meeting)}
    own = {
        each.id: each
        for party in look.viewer.parties
        for each in look.all(Invitation, meeting=meeting, party=party)
    }
    invitations = {**listed, **own}
    replies = _replies(look, lists, meeting, invitations.values())
    replaced = look.among(Replacement, "invitation", invitations)
    names = [each.value("party") for each in invitations.values()]
    names += [each.value("party") for each in replies]
    parties = look.many(Party, sorted(set(filter(None, names))))
    rows = [
        row
        for each in invitations.values()
        for row in _rows(each, replies=replies, replaced=replaced, parties=parties)
    ]
    mine = [row for row in rows if _is_mine(look, row)]
    asked = [row for row in rows if row.reply is None and not row.invitation.value("party", "-")]
    own_rows = _each_once([*mine, *asked]) if look.viewer.parties else []
    return Guests(
        mine=_offered(look, own_rows) if is_ahead else own_rows,
        others=[row for row in rows if row not in mine and row not in asked],
        taken={each.id: each.value("taken", 0) for each in look.many(Uptake, invitations).values()},
    )


def _replies(
    look: Look, lists: Lists, meeting: str, invitations: Iterable[Seen[Invitation]]
) -> Sequence[Seen[Coming]]:
    """Return the answers of whom an invitation names and of the viewer's parties, and a page of those to open ones."""
    is_open = [each.id for each in invitations if not each.value("party", "-")]
    named = [each.id for each in invitations if each.id not in is_open]
    found = [
        *look.among(Coming, "invitation", named),
        *lists.among("answers", Coming, "invitation", is_open),
        *(
            each
            for party in look.viewer.parties
            for each in look.all(Coming, meeting=meeting, party=party)
        ),
    ]
    return list({each.id: each for each in found}.values())


def _rows(
    invitation: Seen[Invitation],
    *,
    replies: Sequence[Seen[Coming]],
    replaced: Sequence[Seen[Replacement]],
    parties: Mapping[str, Seen[Party]],
) -> list[Guest]:
    """Return a row for each answer; of an open invitation also one for whoever has not answered."""
    answered = [each for each in replies if each.value("invitation") == invitation.id]
    found = [
        Guest(
            invitation=invitation,
            party=parties.get(str(each.value("party"))),
            reply=each,
            replacements=[
                one
                for one in replaced
                if one.value("invitation") == invitation.id
                and one.value("party") == each.value("party")
            ],
        )
        for each in answered
    ]
    party = invitation.value("party", "-")
    if not party or not found:
        asked = parties.get(str(party))
        found.append(Guest(invitation=invitation, party=asked, reply=None, replacements=()))
    return found


def _is_mine(look: Look, row: Guest) -> bool:
    """Tell whether it asks, or answers for, a party that the viewer acts for."""
    return row.party is not None and row.party.id in look.viewer.parties


def _each_once(rows: Sequence[Guest]) -> Sequence[Guest]:
    """Leave out the open row of an invitation that the viewer's party has answered."""
    answered = {row.invitation.id for row in rows if row.reply is not None}
    return [row for row in rows if row.reply is not None or row.invitation.id not in answered]


def _offered(look: Look, rows: Sequence[Guest]) -> Sequence[Guest]:
    """Add what may be done about each."""
    asked = [
        (kind, {"invitation": row.invitation.id})
        for row in rows
        if not row.invitation.value("lapsed")
        for kind in (ANSWER, *([REPLACE] if row.reply is not None else []))
    ]
    offers = look.offers(asked)
    return [replace(row, offers=_of(row, offers, look.viewer.parties)) for row in rows]


def _of(row: Guest, offers: Sequence[Offer], parties: Iterable[str]) -> Sequence[Offer]:
    """Return the offers on one invitation for the party it asks, each kind once."""
    mine = {row.party.id} if row.party is not None else set(parties)
    found = [
        each
        for each in offers
        if each.prefill["invitation"] == row.invitation.id and each.on_behalf_of in mine
    ]
    return list({each.kind: each for each in found}.values())
