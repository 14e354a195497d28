"""The chair puts a motion to the vote."""

from dataclasses import replace

import pytest

from comity.core.ballot import Ballot, Majority, Method
from comity.core.text import ProposalStatus, TextStatus
from comity.core.when import Deadline
from tests.acts.lawful import lawful
from tests.acts.scene import BALLOT, NOW, PROPOSAL, SEATS, TEXT, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "reframe.open-ballot"

WRONG = (
    wrong("now", "deadline-not-ahead", deadline="2026-11-23T12:00:00+00:00[Europe/Lisbon]"),
    wrong("while it is voted on", "ballot-running", on="text/guide"),
    wrong("with a quorum that cannot be met", "quorum-too-high", quorum=4),
    wrong(
        "on a withdrawn proposal",
        "proposal-withdrawn",
        on="proposal/one-day",
        world=[replace(PROPOSAL, status=ProposalStatus.WITHDRAWN)],
    ),
    wrong("on a text under silence", "asked-by-silence", on="text/annex"),
    wrong("on an adopted text", "text-adopted", on="text/accord"),
    wrong(
        "on an old revision", "text-revised", world=[replace(TEXT, revised_by="understanding-2")]
    ),
    wrong(
        "where nobody has a voice",
        "nobody-has-a-voice",
        world=[replace(seat, ended=NOW) for seat in SEATS],
    ),
    wrong("without a motion", "nothing-said", motion="  "),
    wrong("on no text", "no-such-text", on="text/nothing"),
    wrong("under an id that is taken", "id-taken", id="guide-ballot"),
    wrong("as of another day", "takes-effect-when-received", effective="2026-11-20"),
    wrong(
        "on a text of an exercise",
        "crosses-the-exercise",
        "nobody-has-a-voice",
        on="text/drill-text",
    ),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_words_the_rule_and_those_entitled_are_settled() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["ballot/understanding-ballot"] == Ballot(
        id="understanding-ballot",
        text="understanding",
        on="paragraph/understanding-p7",
        body="conference",
        motion="That paragraph 7 be retained.",
        act=40,
        method=Method.RECORDED,
        majority=Majority.SIMPLE,
        quorum=2,
        deadline=Deadline("2026-11-24T12:00:00-05:00[America/New_York]"),
        opened=NOW,
        parties=("arvenia", "brightwater", "meridonia"),
    )


def test_a_paragraph_may_be_voted_on_while_the_whole_is() -> None:
    assert codes(KIND, on="paragraph/guide-p1") == ()


def test_an_adopted_text_is_not_voted_on_again_by_its_paragraph() -> None:
    adopted = replace(TEXT, status=TextStatus.ADOPTED)
    assert codes(KIND, adopted) == ("text-adopted",)


def test_what_was_voted_on_may_be_voted_on_again() -> None:
    closed = replace(BALLOT, closed=NOW)
    assert codes(KIND, closed, on="text/guide") == ()
