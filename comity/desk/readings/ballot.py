"""The ballot: the words that are voted on, the rule, who voted what, and what the count comes to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from comity.core.ballot import Ballot, BallotStatus, Choice, Result, Vote, VoteNote
from comity.core.party import Body
from comity.core.statement import Explanation
from comity.core.text import Adoption, Text
from comity.desk.cells import Cell, Value
from comity.desk.look import Look
from comity.desk.readings.act_page import VOTING, ActPage, act_page
from comity.desk.readings.ending import is_elsewhere, is_over
from comity.desk.readings.line import Step, short_line
from comity.desk.readings.naming import name_of, parties_named
from comity.desk.seen import Deed, Offer, Seen

CHOICES = tuple(Choice)


@dataclass(frozen=True, kw_only=True)
class Cast:
    """A vote, a note or an explanation with the name of its party."""

    row: Seen[Any]
    party: Cell


@dataclass(frozen=True, kw_only=True)
class BallotPage:
    """One ballot."""

    ballot: Seen[Ballot]
    text: Seen[Text]
    on: Seen[Any] | None
    """The paragraph, proposal or text that the motion is about."""
    body: Seen[Body] | None
    line: Sequence[Step]
    digest: str
    """What fixes the words of the motion; empty where they may not be seen."""
    entitled: Cell
    """The names of those entitled to vote, in the programme's alphabet."""
    votes: Mapping[str, Sequence[Cast]]
    """By what was voted: those who voted so, in the programme's alphabet."""
    unheard: Cell
    """The names of those entitled who have not voted; once it is closed they were absent."""
    notes: Sequence[Cast]
    explanations: Sequence[Cast]
    mine: Sequence[Cast]
    """What the viewer's own parties voted."""
    adoption: Seen[Adoption] | None
    deeds: Sequence[Deed]
    voting: ActPage | None
    """The act that would vote, where the viewer may and has not."""
    is_over: bool
    offers: Sequence[Offer]
    zone: str
    is_elsewhere: bool
    now: datetime
    scope: str


def ballot(look: Look, *, id: str) -> BallotPage | None:  # noqa: A002 — the page's own word
    """Return a ballot."""
    found = look.find(Ballot, id)
    about = look.find(Text, str(found["text"])) if found else None
    if found is None or about is None:
        return None
    votes, notes = look.all(Vote, ballot=id), look.all(VoteNote, ballot=id)
    explanations = look.all(Explanation, on=found.thing)
    parties = parties_named(
        look,
        [
            found["parties"],
            *(each["party"] for rows in (votes, notes, explanations) for each in rows),
        ],
    )

    def cast(rows: Sequence[Seen[Any]]) -> list[Cast]:
        named = (Cast(row=each, party=name_of(each["party"], parties)) for each in rows)
        return sorted(named, key=lambda each: str(each.party).casefold())

    mine = [each for each in votes if each.value("party") in look.viewer.parties]
    adoptions = look.all(Adoption, text=about.id)
    digest = _digest(look, found)
    return BallotPage(
        ballot=found,
        text=about,
        on=look.things([str(found["on"])]).get(str(found["on"])),
        body=look.find(Body, str(found["body"])),
        line=short_line(look, found),
        digest=digest,
        entitled=name_of(found["parties"], parties),
        votes={
            choice.value: cast([each for each in votes if each.value("choice") is choice])
            for choice in CHOICES
        },
        unheard=name_of(_unheard(found, votes), parties),
        notes=cast(notes),
        explanations=cast(explanations),
        mine=cast(mine),
        adoption=adoptions[0] if adoptions else None,
        deeds=look.minutes(thing=found.thing, limit=20),
        voting=_voting(look, found, digest=digest),
        is_over=is_over(found, now=look.now),
        offers=_offers(look, found, votes=votes, is_settled=bool(adoptions)),
        zone=look.viewer.zone,
        is_elsewhere=is_elsewhere(found, look=look),
        now=look.now,
        scope=found.scope,
    )


def _digest(look: Look, found: Seen[Ballot]) -> str:
    """Return the digest of the motion in the act that opened the ballot."""
    proof = look.proof(found.act)
    parts = proof.parts if proof else ()
    return next((each.digest for each in parts if each.name == "motion"), "")


def _unheard(found: Seen[Ballot], votes: Sequence[Seen[Vote]]) -> Cell:
    heard = {each.value("party") for each in votes}
    return Value(tuple(each for each in found.value("parties", ()) if each not in heard))


def _voting(look: Look, found: Seen[Ballot], *, digest: str) -> ActPage | None:
    """Return the act that would vote, for those of the viewer's parties that are entitled and have not voted."""
    if found.value("status") != BallotStatus.RUNNING or is_over(found, now=look.now):
        return None
    page = act_page(look, verb=VOTING, given={"ballot": found.id, "digest": digest})
    return page if page and page.parties else None


def _offers(
    look: Look, found: Seen[Ballot], *, votes: Sequence[Seen[Vote]], is_settled: bool
) -> Sequence[Offer]:
    """Return what may be done about a ballot now; a party that was not asked notes and explains nothing."""
    asked: list[tuple[str, Mapping[str, Any]]] = []
    entitled = found.value("parties", ())
    if found.value("status") == BallotStatus.RUNNING:
        if len({each.value("party") for each in votes}) == len(entitled):
            asked.append(("reframe.close-ballot/1", {"ballot": found.id}))
    else:
        if found.value("result") is Result.CARRIED and not is_settled and _is_whole(found):
            about = {"text": str(found["text"]), "level": "by-vote", "follows": (found.thing,)}
            asked.append(("reframe.declare-adoption/1", about))
        asked.append(("reframe.explain-position/1", {"on": found.thing}))
        asked.append(("reframe.note-vote/1", {"ballot": found.id}))
    return [
        each
        for each in look.offers(asked)
        if each.kind != "reframe.note-vote/1" or each.on_behalf_of in entitled
    ]


def _is_whole(found: Seen[Ballot]) -> bool:
    return str(found["on"]) == f"text/{found['text']}"
