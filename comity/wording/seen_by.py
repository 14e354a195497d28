"""Who will see an act, said before it is sent, and after: nothing about it may come as a surprise."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from comity.core.audience import Audience
from comity.wording.hands import PAPER, listed
from comity.wording.mentions import shapes_of
from comity.wording.sentences import part_label

ORDER = tuple(Audience)
HIDDEN = frozenset(
    {"audience", "kind", "by", "on_behalf_of", "named", "persons", "signature", "received", "id"}
)
"""Parts that are told in a way of their own, or need no telling."""


def who_sees(
    kind: str,
    audiences: Mapping[str, Audience | str],
    *,
    body: str = "",
    party: str = "",
    named: tuple[str, ...] = (),
    persons: tuple[str, ...] = (),
) -> list[str]:
    """Say who sees what of an act: a sentence for each audience, the widest first.

    `audiences` gives the audience of every part the act will have; `body`, `party` and `named` are names.
    Those who act for the party itself always see all of it, which the last sentence says.
    """
    told = {part: Audience(audience) for part, audience in audiences.items()}
    if Audience.PERSONS in told.values():
        return only_these(persons)
    sentences = [
        _who(audience, body=body, party=party, named=named) % {"things": things}
        for audience in ORDER
        if audience not in (Audience.OWN, Audience.PERSONS)
        and (things := _things(kind, told, audience, party=party))
    ]
    return [*sentences, *_kept(kind, told, party=party)]


def only_these(persons: tuple[str, ...] = ()) -> list[str]:
    """Say that those who are named read it and nobody else, and what is not promised."""
    people = listed(list(persons), hand=PAPER) or _("those whom you name")
    return [
        _("Only %(people)s, and you, will be able to read this.") % {"people": people},
        _("Nobody else, of your party or of the secretariat, learns that it was done."),
        _(
            "It is not encrypted: whoever runs the machine on which the record lies could read it on the disk,"
            " and in its backups."
        ),
    ]


def under_each_mark() -> list[str]:
    """Say who reads what bears each mark of the Traffic Light Protocol."""
    return [
        _("Under TLP:CLEAR, everybody."),
        _("Under TLP:GREEN, all who take part in the programme."),
        _(
            "Under TLP:AMBER, TLP:AMBER+STRICT and TLP:RED, those who act for the party you ask, and for yours;"
            " not the secretariat."
        ),
        _("Which person wrote it, only those who act for your party."),
    ]


def _who(audience: Audience, *, body: str, party: str, named: tuple[str, ...]) -> str:
    """Return the sentence for an audience, with a place for what it sees."""
    names = {
        "things": "%(things)s",
        "body": body or _("the body"),
        "party": party or _("the party"),
        "parties": listed(list(named), hand=PAPER) or _("the parties you name"),
    }
    patterns = {
        Audience.PUBLIC: _("Everybody sees %(things)s."),
        Audience.PROGRAMME: _("All who take part in the programme see %(things)s."),
        Audience.BODY: _("Members of %(body)s see %(things)s."),
        Audience.BODY_THEN: _(
            "Those seated in %(body)s now see %(things)s; who joins later does not."
        ),
        Audience.NAMED: _("Its named readers (%(parties)s) see %(things)s."),
        Audience.CHAIR: _("The chair of %(body)s sees %(things)s."),
        Audience.DIRECTORY: _(
            "Those who nominate contacts for a party, and the secretariat, see %(things)s."
        ),
        Audience.SECRETARIAT: _("The secretariat sees %(things)s."),
    }
    escaped = {
        key: value if key == "things" else value.replace("%", "%%") for key, value in names.items()
    }
    return patterns[audience] % escaped


def _things(kind: str, told: Mapping[str, Audience], audience: Audience, *, party: str) -> str:
    """Name what this audience sees that no wider one does."""
    pieces: list[str] = []
    if told.get("kind") is audience:
        pieces.append(_("that this was done"))
    if told.get("on_behalf_of") is audience:
        pieces.append(
            _("that it came from %(party)s") % {"party": party} if party else _("from whom it came")
        )
    own = _own_parts(kind, told)
    seen = [part for part in own if told[part] is audience]
    if seen and len(seen) == len(own):
        pieces.append(_("all that it says"))
    else:
        pieces += [_("“%(label)s”") % {"label": part_label(kind, part)} for part in seen]
    if told.get("by") is audience:
        pieces.append(_("which person acted"))
    return listed(pieces, hand=PAPER)


def _own_parts(kind: str, told: Mapping[str, Audience]) -> list[str]:
    """Return the parts that hold what an act says, in the order of its form."""
    order = [*shapes_of(kind), "effective", "source", "concerns"]
    return [part for part in order if part in told and part not in HIDDEN]


def _kept(kind: str, told: Mapping[str, Audience], *, party: str) -> list[str]:
    """Say what stays with those who act for the party itself."""
    things = _things(kind, told, Audience.OWN, party=party)
    if not things:
        return []
    return [
        _("Only those who act for %(party)s see %(things)s.")
        % {"party": party or _("the same party"), "things": things}
    ]
