"""The text: every paragraph with its brackets, who holds which, and where the whole stands."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.ballot import Ballot
from comity.core.consensus import Round, RoundStatus
from comity.core.party import Body
from comity.core.programme import Paper
from comity.core.statement import Explanation
from comity.core.text import Adoption, Paragraph, Position, Proposal, ProposalStatus, Silence, Text
from comity.desk.cells import Cell
from comity.desk.in_play import is_in_play
from comity.desk.look import Look
from comity.desk.readings.aside import Aside, aside, own_offers
from comity.desk.readings.ending import is_over
from comity.desk.readings.line import Step, short_line
from comity.desk.readings.naming import name_of, parties_named
from comity.desk.readings.together import Together, together
from comity.desk.seen import Deed, Offer, Seen

STATUSES = ("agreed", "ad-referendum", "open", "parked")
CHANGED = 6
PROPOSING = "reframe.propose-words/1"


@dataclass(frozen=True, kw_only=True)
class Held:
    """A position or an explanation with the name of its party."""

    row: Seen[Any]
    party: Cell


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """A proposal with who made it and who holds what on it."""

    row: Seen[Proposal]
    party: Cell
    positions: Sequence[Held]
    is_withdrawn: bool
    offers: Sequence[Offer]


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """A paragraph with all that is on it."""

    row: Seen[Paragraph]
    proposals: Sequence[Proposed]
    positions: Sequence[Held]
    offers: Sequence[Offer]
    together: Together | None
    """What its proposals come to, where there are several."""


@dataclass(frozen=True, kw_only=True)
class TextPage:
    """A negotiated text as it stands."""

    text: Seen[Text]
    body: Seen[Body] | None
    line: Sequence[Step]
    paragraphs: Sequence[Numbered]
    standing: Sequence[tuple[str, int]]
    """How many paragraphs stand as what; only what occurs."""
    revises: Seen[Text] | None
    revised_by: Seen[Text] | None
    silence: Seen[Silence] | None
    is_over: bool
    """True where the silence's deadline has passed and the desk has yet to close it."""
    round: Seen[Round] | None
    """The latest round on this text."""
    is_round_over: bool
    ballots: Sequence[Seen[Ballot]]
    """In order; a text may be voted on paragraph by paragraph."""
    explanations: Sequence[Held]
    """Why parties stood where they stood, where nothing was adopted that these could be printed with."""
    adoption: Seen[Adoption] | None
    changed: Sequence[Deed]
    is_since: bool
    papers: Sequence[Seen[Paper]]
    aside: Aside
    offers: Sequence[Offer]
    scope: str

    @property
    def may_be_worded(self) -> bool:
        """True where the viewer may propose words on one of its paragraphs at least."""
        offers = (offer for each in self.paragraphs for offer in each.offers)
        return any(offer.kind == PROPOSING for offer in offers)


def text(look: Look, *, id: str, seen_index: int = -1) -> TextPage | None:  # noqa: A002 — the page's own word
    """Return a text with everything that is on its paragraphs."""
    found = look.find(Text, id)
    if found is None:
        return None
    body = str(found["body"])
    kin = look.many(
        Text, [str(found[name]) for name in ("revises", "revised_by") if found.value(name)]
    )
    silences = sorted(look.all(Silence, text=id), key=lambda each: each.act)
    rounds = sorted(look.all(Round, text=id), key=lambda each: each.act)
    ballots = sorted(look.all(Ballot, text=id), key=lambda each: each.act)
    adoptions = look.all(Adoption, text=id)
    news = (
        look.minutes(thing=found.thing, after=seen_index, limit=CHANGED) if seen_index >= 0 else ()
    )
    is_settled = _is_settled(found, adoptions=adoptions)
    rows = sorted(look.all(Paragraph, text=id), key=lambda each: each.value("place", 0))
    known = aside(look, [found.thing, *(each.thing for each in rows)])
    paragraphs = _paragraphs(look, rows, text=found, aside=known, is_settled=is_settled)
    return TextPage(
        text=found,
        body=look.find(Body, body),
        line=short_line(look, found),
        paragraphs=paragraphs,
        standing=standing([each.row for each in paragraphs]),
        revises=kin.get(str(found["revises"])),
        revised_by=kin.get(str(found["revised_by"])),
        silence=silences[-1] if silences else None,
        is_over=bool(silences) and is_over(silences[-1], now=look.now),
        round=rounds[-1] if rounds else None,
        is_round_over=bool(rounds) and is_over(rounds[-1], now=look.now),
        ballots=ballots,
        explanations=() if adoptions else _explanations(look, text=id),
        adoption=adoptions[0] if adoptions else None,
        changed=news or look.minutes(thing=found.thing, limit=CHANGED),
        is_since=bool(news),
        papers=look.all(Paper, about=found.thing),
        aside=known,
        offers=[
            *_offers_on_text(
                look,
                found,
                adoptions=adoptions,
                silences=silences,
                is_asked=_is_asked(rounds),
                is_voted_on=found.thing
                in {str(each["on"]) for each in ballots if each.value("status") == "running"},
                has_proposals=_has_proposals(paragraphs),
            ),
            *(() if is_settled else own_offers(look, found, known)),
        ],
        scope=found.scope,
    )


def _explanations(look: Look, *, text: str) -> Sequence[Held]:
    """Return the explanations that stay attached to a text, in order."""
    rows = sorted(look.all(Explanation, text=text), key=lambda each: each.act)
    parties = parties_named(look, [each["party"] for each in rows])
    return [Held(row=each, party=name_of(each["party"], parties)) for each in rows]


def standing(paragraphs: Sequence[Seen[Paragraph]]) -> Sequence[tuple[str, int]]:
    """Count paragraphs by where they stand."""
    counted = Counter(
        str(each["status"].value) if each["status"].is_value else "sealed" for each in paragraphs
    )
    return [(status, counted[status]) for status in (*STATUSES, "sealed") if counted[status]]


def _paragraphs(
    look: Look,
    rows: Sequence[Seen[Paragraph]],
    *,
    text: Seen[Text],
    aside: Aside,
    is_settled: bool,
) -> Sequence[Numbered]:
    """Return the paragraphs in order, asking for what is on them once."""
    proposals = sorted(look.all(Proposal, text=text.id), key=lambda each: each.act)
    positions = sorted(look.all(Position, text=text.id), key=lambda each: each.act)
    parties = parties_named(
        look, [each["party"] for rows in (proposals, positions) for each in rows]
    )
    held: dict[str, list[Held]] = {}
    for each in positions:
        held.setdefault(str(each["on"]), []).append(
            Held(row=each, party=name_of(each["party"], parties))
        )
    offers = {} if is_settled else _offers_on_things(look, text, things=[*rows, *proposals])
    proposed: dict[str, list[Proposed]] = {}
    for proposal in proposals:
        is_withdrawn = proposal.value("status") == ProposalStatus.WITHDRAWN
        proposed.setdefault(str(proposal["paragraph"]), []).append(
            Proposed(
                row=proposal,
                party=name_of(proposal["party"], parties),
                positions=held.get(proposal.thing, ()),
                is_withdrawn=is_withdrawn,
                offers=()
                if is_withdrawn
                else aside.without(
                    offers.get(proposal.thing, ()), text.thing, f"paragraph/{proposal['paragraph']}"
                ),
            )
        )
    return [
        Numbered(
            row=row,
            proposals=proposed.get(row.id, ()),
            positions=held.get(row.thing, ()),
            offers=aside.without(offers.get(row.thing, ()), text.thing, row.thing)
            if row.value("status") != "agreed"
            else (),
            together=together(
                row["words"],
                [
                    (each.row, each.party)
                    for each in proposed.get(row.id, ())
                    if not each.is_withdrawn
                ],
            ),
        )
        for row in rows
    ]


def _offers_on_things(
    look: Look, text: Seen[Text], *, things: Sequence[Seen[Any]]
) -> Mapping[str, list[Offer]]:
    """Return, for each paragraph and proposal, what the viewer may do about it; no words while a silence runs."""
    asked: list[tuple[str, Mapping[str, Any]]] = []
    for each in things:
        asked.append(("reframe.take-position/1", {"on": each.thing}))
        if each.type == "paragraph" and is_in_play(text):
            asked.append((PROPOSING, {"text": text.id, "paragraph": each.id}))
        elif each.type == "proposal":
            asked.append(("reframe.withdraw-proposal/1", {"proposal": each.id}))
    makers = {each.id: str(each["party"]) for each in things if each.type == "proposal"}
    found: dict[str, list[Offer]] = {}
    for offer in look.offers(asked):
        prefill = offer.prefill
        if "proposal" in prefill and offer.on_behalf_of != makers.get(str(prefill["proposal"])):
            continue
        thing = prefill.get("on") or (
            f"paragraph/{prefill['paragraph']}"
            if "paragraph" in prefill
            else f"proposal/{prefill['proposal']}"
        )
        found.setdefault(str(thing), []).append(offer)
    return found


def _is_settled(text: Seen[Text], *, adoptions: Sequence[Any]) -> bool:
    """Tell whether nothing more is said on this text, since it stands adopted or another took its place."""
    return bool(adoptions) or bool(text.value("revised_by"))


def _has_proposals(paragraphs: Sequence[Numbered]) -> bool:
    """Tell whether there is a proposal that a revision could take in."""
    return any(not each.is_withdrawn for row in paragraphs for each in row.proposals)


def _is_asked(rounds: Sequence[Seen[Round]]) -> bool:
    """Tell whether a round is still open."""
    return bool(rounds) and rounds[-1].value("status") == RoundStatus.RUNNING


def _offers_on_text(
    look: Look,
    text: Seen[Text],
    *,
    adoptions: Sequence[Any],
    silences: Sequence[Any],
    is_asked: bool,
    is_voted_on: bool,
    has_proposals: bool,
) -> Sequence[Offer]:
    """Return what the viewer may do with the whole text now."""
    if _is_settled(text, adoptions=adoptions):
        return ()
    status = text.value("status")
    asked: list[tuple[str, Mapping[str, Any]]] = []
    if is_in_play(text):
        asked.append(("reframe.open-silence/1", {"text": text.id}))
        if not is_asked:
            asked.append(("reframe.open-round/1", {"text": text.id}))
        if not is_voted_on:
            asked.append(("reframe.open-ballot/1", {"on": text.thing}))
        if has_proposals:
            asked.append(("reframe.issue-revision/1", {"revises": text.id}))
    if status == "silence-held":
        asked.append(
            (
                "reframe.declare-adoption/1",
                {"text": text.id, "silence": silences[-1].id if silences else ""},
            )
        )
    if is_in_play(text):
        asked.append(("reframe.declare-adoption/1", {"text": text.id}))
    return look.offers(asked)[:5]
