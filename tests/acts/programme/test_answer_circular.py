"""A party answers a circular."""

from dataclasses import replace

import pytest

from comity.core.post import Reply
from tests.acts.lawful import lawful
from tests.acts.scene import CIRCULAR, NOW, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "programme.answer-circular"
REPLY = Reply(
    id="circular.dates.meridonia",
    circular="dates",
    party="meridonia",
    words="The second week of December.",
    received=NOW,
)

WRONG = (
    wrong("by a party that it was not sent to", "not-sent-to-you", on_behalf_of="harbour"),
    wrong("twice", "replied-already", world=[REPLY]),
    wrong("without words", "nothing-said", words=""),
    wrong("to none that is known", "no-such-circular", circular="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_answer_is_the_partys() -> None:
    assert scene().do(lawful(KIND)).things[REPLY.thing] == REPLY


@pytest.mark.parametrize(
    ("at", "is_late"), [("2026-11-27T22:59:59+00:00", False), ("2026-11-27T23:00:00+00:00", True)]
)
def test_an_answer_at_the_stroke_of_the_hour_is_late_and_stands(at: str, is_late: bool) -> None:
    found = scene().do(lawful(KIND, at=at)).things[REPLY.thing]
    assert isinstance(found, Reply)
    assert found.is_late is is_late


def test_where_no_answer_was_asked_by_an_hour_none_is_late() -> None:
    world = scene()
    world.put(replace(CIRCULAR, answer_by=None))
    found = world.do(lawful(KIND, at="2027-01-01T00:00:00+00:00")).things[REPLY.thing]
    assert isinstance(found, Reply)
    assert found.is_late is False
