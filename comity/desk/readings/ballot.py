"""The ballot: the words that are voted on, the rule, who voted what, and what the count comes to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from comity.core.ballot import Ballot, BallotStatus, Choice, Result, Vote, VoteNote
from comity.core.statement import Explanation
from comity.core.text import Adoption
from comity.desk.cells import Cell, Value
from comity.desk.look import Look
from comity.desk.readings.act_page import VOTING, ActPage, act_page
from comity.desk.readings.ending import is_over
from comity.desk.readings.naming import name_of, parties_named
from comity.desk.readings.procedure import Procedure, Said, procedure
from comity.desk.seen import Offer, Seen

CHOICES = tuple(Choice)


@dataclass(frozen=True, kw_only=True)
class BallotPage(Procedure):
    """One ballot."""

    ballot: Seen[Ballot]
    on: Seen[Any] | None
    """The paragraph, proposal or text that the motion is about."""
    digest: str
    """What fixes the words of the motion; empty where they may not be seen."""
    entitled: Cell
    """The names of those entitled to vote, in the programme's alphabet."""
    votes: Mapping[str, Sequence[Said]]
    """By what was voted: those who voted so, in the programme's alphabet."""
    unheard: Cell
    """The names of those entitled who have not voted; once it is closed they were absent."""
    notes: Sequence[Said]
    explanations: Sequence[Said]
    mine: Sequence[Said]
    """What the viewer's own parties voted."""
    adoption: Seen[Adoption] | None
    voting: ActPage | None
    """The act that would vote, where the viewer may and has not."""
    offers: Sequence[Offer]


def ballot(look: Look, *, id: str) -> BallotPage | None:  # noqa: A002 — the page's own word
    """Return a ballot."""
    found = look.find(Ballot, id)
    frame = procedure(look, found)
    if found is None or frame is None:
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

    def cast(rows: Sequence[Seen[Any]]) -> list[Said]:
        named = (Said(row=each, party=name_of(each["party"], parties)) for each in rows)
        return sorted(named, key=lambda each: str(each.party).casefold())

    mine = [each for each in votes if each.value("party") in look.viewer.parties]
    adoptions = look.all(Adoption, text=frame.text.id)
    digest = _digest(look, found)
    return BallotPage(
        **vars(frame),
        ballot=found,
        on=look.things([str(found["on"])]).get(str(found["on"])),
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
        voting=_voting(look, found, votes, digest=digest),
        offers=_offers(look, found, votes=votes, is_settled=bool(adoptions)),
    )


def _digest(look: Look, found: Seen[Ballot]) -> str:
    """Return the digest of the motion in the act that opened the ballot."""
    proof = look.proof(found.act)
    parts = proof.parts if proof else ()
    return next((each.digest for each in parts if each.name == "motion"), "")


def _unheard(found: Seen[Ballot], votes: Sequence[Seen[Vote]]) -> Cell:
    heard = {each.value("party") for each in votes}
    return Value(tuple(each for each in found.value("parties", ()) if each not in heard))


def _voting(
    look: Look, found: Seen[Ballot], votes: Sequence[Seen[Vote]], *, digest: str
) -> ActPage | None:
    """Return the act that would vote, for those of the viewer's parties that are entitled and have not voted."""
    if found.value("status") != BallotStatus.RUNNING or is_over(found, now=look.now):
        return None
    page = act_page(look, verb=VOTING, given={"ballot": found.id, "digest": digest})
    heard = {each.value("party") for each in votes}
    parties = [each for each in page.parties if each.id not in heard] if page else []
    return replace(page, parties=parties) if page and parties else None


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
