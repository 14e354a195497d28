"""What a page offers is in order: every act offered on a text, in every state of one, as every role."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from comity.core.ballot import Ballot, Choice, Vote
from comity.core.consensus import Round
from comity.core.text import Adoption, Change, Proposal, ProposalStatus, Silence, Text, TextStatus
from comity.desk.demonstration.load import load
from comity.desk.desk import Desk, Submission
from comity.desk.envelope import random_id
from comity.desk.look import Look
from comity.desk.outcome import Refused
from comity.desk.readings.act_page import ActPage, act_page
from comity.desk.readings.adoption import adoption
from comity.desk.readings.ballot import ballot
from comity.desk.readings.revising import composed
from comity.desk.readings.revision import revision
from comity.desk.readings.round import round_page
from comity.desk.readings.silence import silence
from comity.desk.readings.text import text
from comity.desk.seen import Offer
from comity.desk.viewer import Viewer
from comity.store import database
from programmes.reader import roles
from tests.programmes.scripts import ORDINARY, told

PAGES = (
    (Text, text),
    (Text, revision),
    (Silence, silence),
    (Round, round_page),
    (Ballot, ballot),
    (Adoption, adoption),
)
IN_A_WEEK = "2026-11-30T18:00:00+00:00[Atlantic/Reykjavik]"
LAWFUL: dict[str, dict[str, Any]] = {
    "parties.declare-interest": {"words": "We own two ships."},
    "parties.step-aside": {},
    "programme.open": {},
    "mobilize.define-measure": {
        "name": "Faults in a year",
        "unit": "faults",
        "taken_from": "The forum's log",
        "baseline": 31,
        "baseline_on": "2025",
    },
    "mobilize.endorse": {"extent": "whole"},
    "mobilize.log-advocacy": {"target": "A port", "outcome": "interested", "met_on": "2026-11"},
    "mobilize.make-commitment": {"does": "Show cables."},
    "mobilize.name-target": {"name": "Ministry of Finance"},
    "reframe.answer-round": {"reply": "support"},
    "reframe.break-silence": {},
    "reframe.cast-vote": {"choice": "yes"},
    "reframe.close-ballot": {},
    "reframe.declare-adoption": {"level": "consensus", "reason": "Nobody objected."},
    "reframe.dissociate": {"words": "Not this one."},
    "reframe.enter-reservation": {"form": "reservation", "words": "Not on Sundays."},
    "reframe.explain-position": {"words": "We joined all the same."},
    "reframe.extend-silence": {"deadline": IN_A_WEEK, "reason": "The line was cut."},
    "reframe.issue-revision": {},
    "reframe.note-vote": {"meant": "no"},
    "reframe.open-ballot": {
        "motion": "That it be adopted.",
        "method": "recorded-vote",
        "majority": "simple-majority",
        "quorum": 1,
        "deadline": IN_A_WEEK,
    },
    "reframe.open-round": {"deadline": IN_A_WEEK},
    "reframe.open-silence": {"deadline": IN_A_WEEK},
    "reframe.propose-words": {"change": "replace", "words": "Other words.", "reason": "Shorter."},
    "reframe.table-text": {},
    "reframe.take-position": {"stance": "support"},
    "reframe.withdraw-proposal": {},
}
"""What somebody types who fills in each form as it asks."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("offered") / "programme"
    load(folder, told(), now=ORDINARY, done=lambda _: None)
    store = database.in_file(folder / "comity.sqlite3")
    yield Desk(folder, store=store, clock=lambda: ORDINARY)
    store.close()


def offered(found: Any) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Yield (kind, party, what is filled in already) of every act that a page offers, wherever it stands on it."""
    if isinstance(found, Offer):
        yield found.kind, found.on_behalf_of, found.prefill
    elif isinstance(found, ActPage):
        yield from ((found.kind, party.id, found.given) for party in found.parties)
    elif isinstance(found, Mapping):
        for each in found.values():
            yield from offered(each)
    elif isinstance(found, list | tuple):
        for each in found:
            yield from offered(each)
    elif is_dataclass(found) and not isinstance(found, type | Viewer):
        for each in fields(found):
            yield from offered(getattr(found, each.name))


def filled(desk: Desk, viewer: Viewer, kind: str, prefill: Mapping[str, Any]) -> Mapping[str, Any]:
    """Fill in a form lawfully."""
    verb = kind.partition("/")[0]
    own: dict[str, Any] = {**LAWFUL[verb], **prefill}
    if verb == "reframe.declare-adoption" and own.get("silence"):
        own["level"] = "no-objection-received"
    if verb == "reframe.issue-revision":
        own |= desk.read(viewer, revised, id=str(prefill["revises"]))
    if verb == "reframe.note-vote":
        own["meant"] = desk.read(viewer, another_choice, id=str(prefill["ballot"]))
    if verb == "programme.open":
        given = {name: str(value) for name, value in prefill.items()}
        begins = desk.read(viewer, act_page, verb=verb, given=given).begins  # type: ignore[union-attr]
        rows = zip(
            *(begins[f"opens:{each}"].split("\n") for each in ("part", "audience")), strict=True
        )
        own["opens"] = [{"part": part, "audience": audience} for part, audience in rows]
    if verb == "reframe.dissociate":
        own |= desk.read(viewer, a_paragraph, id=str(prefill["adoption"]))
    return own


def revised(look: Look, *, id: str) -> Mapping[str, Any]:  # noqa: A002
    """Take in one proposal that has words, as a chair would choose it."""
    tabled = [
        each.id
        for each in look.all(Proposal, text=id)
        if each.value("status") is ProposalStatus.TABLED
        and each.value("change") is not Change.DELETE
    ]
    found = composed(look, text=id, accepts=tabled[:1])
    assert found is not None
    return {
        "accepts": tabled[:1],
        "title": found.title,
        "ids": [f"revised-p{place}" for place in range(len(found.paragraphs))],
        "words": [each.words for each in found.paragraphs],
        "rests_on": [each.rests_on for each in found.paragraphs],
    }


def another_choice(look: Look, *, id: str) -> Choice:  # noqa: A002
    """Choose what none of the viewer's parties voted."""
    theirs = {each.value("party"): each.value("choice") for each in look.all(Vote, ballot=id)}
    voted = {theirs.get(party) for party in look.viewer.parties}
    return next(each for each in Choice if each not in voted)


def a_paragraph(look: Look, *, id: str) -> Mapping[str, Any]:  # noqa: A002
    page = adoption(look, id=id)
    assert page is not None
    return {"paragraph": next(each.row.id for each in page.paragraphs if not each.dissociations)}


def everything(look: Look) -> Mapping[type, list[str]]:
    return {kind: [each.id for each in look.some(kind, limit=500)] for kind, _ in PAGES}


def refused(desk: Desk, person: str) -> Iterator[str]:
    """Yield what was offered to somebody and would be refused all the same, and by which reasons."""
    viewer = desk.viewer(person)
    known = desk.read(viewer, everything)
    for kind, reading in PAGES:
        for key in known[kind]:
            page = desk.read(viewer, reading, id=key)
            for verb, party, prefill in offered(page):
                own = filled(desk, viewer, verb, prefill)
                made = {} if "id" in own or verb.split("/")[0] in NAMELESS else {"id": random_id()}
                envelope = {"kind": verb, "on_behalf_of": party, **made, **own}
                [outcome] = desk.try_many([Submission(envelope=envelope, person=person)])
                if isinstance(outcome, Refused):
                    yield f"{reading.__name__}/{key} offers {verb} {dict(prefill)}: {outcome.codes}"


NAMELESS = frozenset(
    {
        "reframe.answer-round",
        "reframe.break-silence",
        "reframe.cast-vote",
        "reframe.close-ballot",
        "reframe.dissociate",
        "reframe.extend-silence",
        "reframe.note-vote",
        "reframe.take-position",
        "reframe.withdraw-proposal",
    }
)
"""Kinds that make nothing of a name of its own."""


@pytest.mark.slow
@pytest.mark.parametrize("role", sorted(roles()))
def test_nothing_is_offered_that_would_be_refused(desk: Desk, role: str) -> None:
    assert list(refused(desk, roles()[role].person)) == []


def test_the_demonstration_has_texts_in_every_state(desk: Desk) -> None:
    viewer = desk.viewer(roles()["chair"].person)
    found = desk.read(viewer, Look.some, Text, limit=500)
    assert {each.value("status") for each in found} == set(TextStatus)
    assert {bool(each.value("revised_by")) for each in found} == {True, False}
