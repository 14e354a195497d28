"""The desk says that the time passed, and blames nobody."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.acts.lawful import lawful
from tests.acts.scene import NOW, REQUEST, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "operate.escalate-request"
DUE = REQUEST.acknowledge_by.instant

WRONG = (
    wrong("what was heard", "already-acknowledged", world=[replace(REQUEST, acknowledged=NOW)]),
    wrong("twice", "already-escalated", world=[replace(REQUEST, escalated=NOW)]),
    wrong("a second before its time", "not-yet-due", at=DUE - timedelta(seconds=1)),
    wrong("what never was", "no-such-request", request="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_in_the_stated_second_it_is_escalated() -> None:
    found = scene().do(lawful(KIND)).things["request/farrow-sound"]
    assert found == replace(REQUEST, escalated=DUE)
