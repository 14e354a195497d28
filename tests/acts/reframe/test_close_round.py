"""The desk closes a round when its time has come, and finds nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from comity.core.consensus import RoundStatus
from tests.acts.lawful import lawful
from tests.acts.scene import ASKED_TEXT, ROUND, ROUND_ENDS, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "reframe.close-round"

WRONG = (
    wrong(
        "one microsecond early",
        "round-not-over",
        at=ROUND_ENDS.instant - timedelta(microseconds=1),
    ),
    wrong("twice", "round-closed", world=[replace(ROUND, status=RoundStatus.CLOSED)]),
    wrong("of no round", "no-such-round", round="nothing"),
    wrong("as of another day", "takes-effect-when-received", effective="2026-11-20"),
    wrong("from inside an exercise", "crosses-the-exercise", on_behalf_of="herring"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_is_closed_and_the_text_is_where_it_was() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["round/guide-round"] == replace(
        ROUND, status=RoundStatus.CLOSED, closed=ROUND_ENDS.instant, interrupted_minutes=2
    )
    assert world.things["text/guide"] == ASKED_TEXT


def test_it_counts_nothing_that_was_answered() -> None:
    answered = scene().do(lawful("reframe.answer-round"), lawful(KIND))
    unanswered = scene().do(lawful(KIND))
    assert answered.things["round/guide-round"] == unanswered.things["round/guide-round"]
