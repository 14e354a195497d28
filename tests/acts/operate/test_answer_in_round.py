"""Nobody else learns whether a party answered."""

from dataclasses import replace

import pytest

from tests.acts.lawful import lawful
from tests.acts.scene import CHECK_ROUND, NOW, ROUND_CHECK, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "operate.answer-in-round"

WRONG = (
    wrong("by another party", "not-your-check", by="ann", on_behalf_of="arvenia"),
    wrong("twice", "already-answered", world=[replace(ROUND_CHECK, answered=NOW)]),
    wrong("that never was", "no-such-round-check", check="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_is_answered_in_time() -> None:
    act = lawful(KIND)
    world = scene()
    assert act.readers(world.lent(act)) == ("meridonia", "harbour")
    found = world.do(act).things["round-check/winter-1"]
    assert found == replace(ROUND_CHECK, answered=NOW, answered_in_minutes=26 * 60, words="Awake.")


def test_an_answer_in_the_second_in_which_the_round_ends_is_late() -> None:
    late = replace(ROUND_CHECK, answered=CHECK_ROUND.answer_by.instant)
    assert (replace(late, answered=NOW).is_in_time, late.is_in_time) == (True, False)
