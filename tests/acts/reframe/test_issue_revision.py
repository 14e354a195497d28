"""The chair issues a revision from accepted proposals, and changes no other word."""

from dataclasses import replace
from typing import Any

import pytest

from comity.core.erased import ERASED
from comity.core.text import (
    Change,
    Paragraph,
    ParagraphStatus,
    ProposalStatus,
    Text,
    TextStatus,
)
from tests.acts.lawful import lawful
from tests.acts.scene import PARAGRAPH, PROPOSAL, TEXT, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "reframe.issue-revision"
OTHER = replace(
    PROPOSAL, id="a-week", words="Each party keeps one contact who answers within a week."
)
KEEPS = replace(
    PROPOSAL, id="keeps", words="Each party names one contact who answers within [two hours]."
)
FOLLOWS = replace(PROPOSAL, id="follows", change=Change.INSERT, words="It says who deals with it.")
GONE = replace(PROPOSAL, id="gone", paragraph="understanding-p8", change=Change.DELETE, words="")
STANDS = "Each party keeps one contact who answers within [two hours]."
DAY = "Each party keeps one contact who answers within one day."

WRONG = (
    wrong("of an adopted text", "text-adopted", world=[replace(TEXT, status=TextStatus.ADOPTED)]),
    wrong("of an old revision", "text-revised", world=[replace(TEXT, revised_by="later")]),
    wrong(
        "under silence",
        "text-under-silence",
        world=[replace(TEXT, status=TextStatus.UNDER_SILENCE)],
    ),
    wrong("with a proposal on another text", "not-of-this-text", revises="guide"),
    wrong(
        "with a proposal that was withdrawn",
        "proposal-withdrawn",
        world=[replace(PROPOSAL, status=ProposalStatus.WITHDRAWN)],
    ),
    wrong(
        "with two that would have the same words otherwise",
        "proposals-collide",
        world=[OTHER],
        accepts=["one-day", "a-week"],
    ),
    wrong(
        "with a word of the chair's own", "not-what-was-accepted", words=[DAY, STANDS + " Soon."]
    ),
    wrong("with a paragraph too few", "not-what-was-accepted", words=[DAY]),
    wrong(
        "resting on something else",
        "not-what-was-accepted",
        rests_on=["paragraph/understanding-p7", "paragraph/understanding-p8"],
    ),
    wrong(
        "with one id for two paragraphs",
        "paragraph-twice",
        ids=["understanding-r2-p1", "understanding-r2-p1"],
    ),
    wrong("of no text", "no-such-text", revises="nothing"),
    wrong("with no such proposal", "no-such-proposal", accepts=["nothing"]),
    wrong("under an id that is taken", "id-taken", id="annex"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_new_version_has_the_accepted_words_and_the_old_one_stays() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["text/understanding-r2"] == Text(
        id="understanding-r2",
        title="Understanding on broken cables",
        body="conference",
        label="rev. 2",
        revises="understanding",
        paragraphs=("understanding-r2-p1", "understanding-r2-p2"),
    )
    assert world.things["paragraph/understanding-r2-p1"] == Paragraph(
        id="understanding-r2-p1",
        text="understanding-r2",
        number="7",
        place=0,
        words=DAY,
        status=ParagraphStatus.OPEN,
    )
    assert world.things["text/understanding"] == replace(TEXT, revised_by="understanding-r2")
    assert world.things[PARAGRAPH.thing] == PARAGRAPH
    assert world.things[PROPOSAL.thing] == replace(PROPOSAL, status=ProposalStatus.ACCEPTED)


def test_two_that_touch_different_words_are_both_in_it() -> None:
    both = "Each party names one contact who answers within one day."
    assert codes(KIND, KEEPS, accepts=["one-day", "keeps"], words=[both, STANDS]) == ()


def test_a_new_paragraph_stands_after_its_own_and_one_left_out_is_gone() -> None:
    told = {
        "accepts": ["one-day", "follows", "gone"],
        "ids": ["r2-p1", "r2-p2"],
        "words": [DAY, "It says who deals with it."],
        "rests_on": ["proposal/one-day", "proposal/follows"],
    }
    world = scene()
    world.put(FOLLOWS, GONE)
    world.do(lawful(KIND, **told))
    new = [world.things[f"paragraph/r2-p{place}"] for place in (1, 2)]
    assert [getattr(each, "number", "") for each in new] == ["7", "7 bis"]


def test_what_two_would_put_at_one_place_in_the_same_words_stands_once() -> None:
    again = replace(FOLLOWS, id="follows-too", party="brightwater")
    elsewhere = replace(FOLLOWS, id="elsewhere", paragraph="understanding-p8")
    told: dict[str, Any] = {
        "accepts": ["follows", "follows-too", "elsewhere"],
        "ids": ["r2-p1", "r2-p2", "r2-p3", "r2-p4"],
        "words": [STANDS, FOLLOWS.words, STANDS, FOLLOWS.words],
        "rests_on": [
            "paragraph/understanding-p7",
            "proposal/follows",
            "paragraph/understanding-p8",
            "proposal/elsewhere",
        ],
    }
    twice = {
        **told,
        "ids": [*told["ids"], "r2-p5"],
        "words": [STANDS, FOLLOWS.words, FOLLOWS.words, STANDS, FOLLOWS.words],
        "rests_on": [*told["rests_on"][:2], "proposal/follows-too", *told["rests_on"][2:]],
    }
    proposals = (FOLLOWS, again, elsewhere)
    assert codes(KIND, *proposals, **told) == ()
    assert codes(KIND, *proposals, **twice) == ("not-what-was-accepted",)
    world = scene()
    world.put(*proposals)
    world.do(lawful(KIND, **told))
    assert [world.things[each.thing] for each in proposals] == [
        replace(each, status=ProposalStatus.ACCEPTED) for each in proposals
    ]


def test_a_revision_that_was_entered_when_they_stood_twice_reads_as_it_did() -> None:
    again = replace(FOLLOWS, id="follows-too", party="brightwater")
    act = lawful(
        KIND,
        accepts=["follows", "follows-too"],
        ids=["r2-p1", "r2-p2", "r2-p3", "r2-p4"],
        words=[STANDS, FOLLOWS.words, FOLLOWS.words, STANDS],
        rests_on=[
            "paragraph/understanding-p7",
            "proposal/follows",
            "proposal/follows-too",
            "paragraph/understanding-p8",
        ],
    )
    world = scene()
    world.put(FOLLOWS, again)
    made = [each for each in act.changes(world.lent(act)) if isinstance(each, Paragraph)]
    assert [each.number for each in made] == ["7", "7 bis", "7 bis", "8"]


def test_numbers_that_count_from_one_go_on_counting() -> None:
    told = {
        "accepts": ["follows"],
        "ids": ["r2-p1", "r2-p2", "r2-p3"],
        "words": [STANDS, "It says who deals with it.", STANDS],
        "rests_on": [
            "paragraph/understanding-p7",
            "proposal/follows",
            "paragraph/understanding-p8",
        ],
    }
    world = scene()
    counted = [
        replace(PARAGRAPH, number="1"),
        replace(PARAGRAPH, id="understanding-p8", number="2", place=1),
    ]
    world.put(FOLLOWS, *counted)
    world.do(lawful(KIND, **told))
    new = [world.things[f"paragraph/r2-p{place}"] for place in (1, 2, 3)]
    assert [getattr(each, "number", "") for each in new] == ["1", "2", "3"]


def test_of_erased_words_nobody_can_say_any_more_what_they_come_to() -> None:
    assert codes(KIND, replace(PROPOSAL, words=ERASED), words=["Anything.", STANDS]) == ()
