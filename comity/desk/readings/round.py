"""The round: until when it runs, who was asked, who answered what, and what would cure each objection."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.consensus import Answer, Reply, Round, RoundStatus
from comity.core.text import Adoption, Text, TextStatus
from comity.desk.cells import EMPTY, Cell, Value
from comity.desk.look import Look
from comity.desk.readings.act_page import ANSWERING, ActPage, act_page
from comity.desk.readings.ending import is_over
from comity.desk.readings.naming import name_of, parties_named
from comity.desk.readings.procedure import Procedure, Said, procedure
from comity.desk.seen import Deed, Offer, Seen

ORDER = tuple(Reply)
IN_PLAY = (TextStatus.NEGOTIATED, TextStatus.SILENCE_BROKEN)
RUNNING = RoundStatus.RUNNING
MOST = 1000
"""How many acts in a round are looked through for answers that were given openly after one to the chair."""


@dataclass(frozen=True, kw_only=True)
class RoundPage(Procedure):
    """One consensus round."""

    round: Seen[Round]
    parties: Cell
    """The names of the parties that were asked, in the programme's alphabet."""
    answers: Sequence[Said]
    """Those that the viewer may see, from support to objection; of what they may not see, they learn nothing."""
    cures: Sequence[Said]
    """The concerns and objections among these that say what would cure them."""
    tally: Sequence[tuple[str, int]]
    """How many of the answers seen say what; only what occurs."""
    waiting: Cell
    """For the chair, the names of those who were asked and have not answered; else empty."""
    mine: Sequence[Said]
    """What the viewer's own parties answered so far."""
    is_told: bool
    """True where the viewer chairs the body: they see every answer."""
    later: Seen[Round] | None
    """The round that was opened after it on the same text."""
    adoption: Seen[Adoption] | None
    answering: ActPage | None
    """The act that would answer it, where the viewer may and the deadline is ahead."""
    offers: Sequence[Offer]


def round_page(look: Look, *, id: str) -> RoundPage | None:  # noqa: A002 — the page's own word
    """Return a consensus round."""
    found = look.find(Round, id)
    frame = procedure(look, found)
    if found is None or frame is None:
        return None
    rows = _answers(look, found)
    parties = parties_named(look, [found["parties"], *(each["party"] for each in rows)])
    answers = sorted(
        (Said(row=each, party=name_of(each["party"], parties)) for each in rows), key=_by_reply
    )
    is_told = str(found["body"]) in look.viewer.chairs
    later = str(found["followed_by"]) if found.value("followed_by") else ""
    adoptions = look.all(Adoption, text=frame.text.id)
    return RoundPage(
        **vars(frame),
        round=found,
        parties=name_of(found["parties"], parties),
        answers=answers,
        cures=[each for each in answers if each.row["cure"]],
        tally=_tally(answers),
        waiting=name_of(_waiting(found, rows), parties) if is_told else EMPTY,
        mine=[each for each in answers if each.row.value("party") in look.viewer.parties],
        is_told=is_told,
        later=look.find(Round, later) if later else None,
        adoption=adoptions[0] if adoptions else None,
        answering=_answering(look, found, frame.text),
        offers=look.offers(_asked(found, frame.text, is_settled=bool(later or adoptions))),
    )


def _answers(look: Look, found: Seen[Round]) -> Sequence[Seen[Answer]]:
    """Return the answers that the viewer may see, also those of parties that answered the chair alone before.

    A thing is known to those who knew of its first act, so that what was first told to the chair is not found by the
    rest; the acts by which such a party then answered openly stand in their minutes.
    """
    rows = look.all(Answer, round=found.id)
    known = {str(each["party"]) for each in rows}
    if known >= set(found.value("parties", ())):
        return rows
    later: dict[str, Seen[Answer]] = {}
    for deed in look.minutes(thing=found.thing, kind="reframe.answer-round/", limit=MOST):
        party = str(deed.party)
        if deed.party.is_value and party not in {*known, *later}:
            later[party] = _answer_in(deed, found)
    return [*rows, *later.values()]


def _answer_in(deed: Deed, found: Seen[Round]) -> Seen[Answer]:
    """Return the answer that an act gave, as far as the viewer may see the act."""
    reply = deed.get("reply")
    told = {name: deed.get(name) for name in ("reason", "cure")}
    return Seen(
        id=f"{found.id}.{deed.party}",
        type=Answer.TYPE,
        act=deed.index,
        at=deed.at,
        is_recorded=deed.is_recorded,
        scope=deed.scope,
        source=deed.source,
        effective=deed.effective,
        cells={
            "round": Value(found.id),
            "party": deed.party,
            "reply": Value(Reply(str(reply))) if reply.is_value else reply,
            **told,
            "to_chair": Value(bool(deed.get("to_chair").value)),
        },
    )


def _by_reply(answered: Said) -> tuple[int, str]:
    """Sort objections first, as what the chair must look at; then by the programme's alphabet."""
    reply = answered.row.value("reply")
    return (-ORDER.index(reply) if reply in ORDER else 1, str(answered.party).casefold())


def _tally(answers: Sequence[Said]) -> Sequence[tuple[str, int]]:
    """Count the answers that are seen; one whose words alone are sealed is counted nowhere."""
    counted = Counter(each.row.value("reply") for each in answers)
    return [(each.value, counted[each]) for each in ORDER if counted[each]]


def _waiting(found: Seen[Round], rows: Sequence[Seen[Answer]]) -> Cell:
    """Name those who were asked and have not answered."""
    answered = {each.value("party") for each in rows}
    return Value(tuple(each for each in found.value("parties", ()) if each not in answered))


def _answering(look: Look, found: Seen[Round], about: Seen[Text]) -> ActPage | None:
    """Return the act that would answer it, for those of the viewer's parties that are asked."""
    if found.value("status") != RUNNING or is_over(found, now=look.now) or not _is_in_play(about):
        return None
    page = act_page(look, verb=ANSWERING, given={"round": found.id})
    return page if page and page.parties else None


def _is_in_play(about: Seen[Text]) -> bool:
    return about.value("status") in IN_PLAY and not about.value("revised_by")


def _asked(
    found: Seen[Round], about: Seen[Text], *, is_settled: bool
) -> list[tuple[str, Mapping[str, Any]]]:
    """Name what may be done once a round is closed: the chair declares or asks again, a party explains itself."""
    if found.value("status") == RUNNING:
        return []
    explains: tuple[str, Mapping[str, Any]] = ("reframe.explain-position/1", {"on": found.thing})
    if is_settled or not _is_in_play(about):
        return [explains]
    return [
        ("reframe.declare-adoption/1", {"text": about.id, "follows": (found.thing,)}),
        ("reframe.open-silence/1", {"text": about.id}),
        ("reframe.open-round/1", {"text": about.id}),
        explains,
    ]
