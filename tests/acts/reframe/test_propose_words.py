"""Other words stand beside a paragraph."""

from dataclasses import replace

import pytest

from comity.core.text import Change, Proposal, TextStatus
from tests.acts.lawful import lawful
from tests.acts.scene import PARAGRAPH, TEXT, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "reframe.propose-words"

WRONG = (
    wrong("for a paragraph of another text", "not-of-this-text", paragraph="accord-p1"),
    wrong("in an adopted text", "text-adopted", text="accord", paragraph="accord-p1"),
    wrong("in a text under silence", "text-under-silence", text="annex", paragraph="annex-p1"),
    wrong(
        "in a text whose silence held",
        "text-under-silence",
        world=[replace(TEXT, status=TextStatus.SILENCE_HELD)],
    ),
    wrong(
        "in an old revision", "text-revised", world=[replace(TEXT, revised_by="understanding-2")]
    ),
    wrong("to replace by nothing", "words-missing", words=" "),
    wrong("to insert nothing", "words-missing", change="insert", words=""),
    wrong("to delete with words", "words-not-needed", change="delete"),
    wrong("in no text", "no-such-text", text="nothing"),
    wrong("after something unknown", "no-such-outcome", follows=["outcome/nothing"]),
    wrong("after something that cannot be", "no-such-thing", follows=["dream/nothing"]),
    wrong("under an id that is taken", "id-taken", id="one-day"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_paragraph_stays_as_it_is() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["paragraph/understanding-p7"] == PARAGRAPH
    assert world.things["proposal/half-day"] == Proposal(
        id="half-day",
        text="understanding",
        paragraph="understanding-p7",
        change=Change.REPLACE,
        words="Each party keeps one contact who answers within half a day.",
        reason="Ships need it.",
        party="arvenia",
    )


def test_a_paragraph_may_be_deleted_without_a_word() -> None:
    assert codes(KIND, change="delete", words="") == ()


def test_after_a_broken_silence_words_are_proposed_again() -> None:
    assert codes(KIND, replace(TEXT, status=TextStatus.SILENCE_BROKEN)) == ()
