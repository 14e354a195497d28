"""Heard is not answered."""

from dataclasses import replace

import pytest

from comity.core.request import Help
from tests.acts.lawful import lawful
from tests.acts.scene import NOW, REQUEST, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "operate.acknowledge-request"

WRONG = (
    wrong("by who asked", "not-your-request", by="ann", on_behalf_of="arvenia"),
    wrong("twice", "already-acknowledged", world=[replace(REQUEST, acknowledged=NOW)]),
    wrong(
        "after the answer",
        "request-answered",
        world=[replace(REQUEST, acknowledged=NOW, answered=NOW, help=Help.GIVEN)],
    ),
    wrong(
        "before it was asked",
        "answered-before-asked",
        source="a log",
        effective="2026-11-22",
        concerns="meridonia",
        on_behalf_of="harbour",
        by="ines",
    ),
    wrong("what never was", "no-such-request", request="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_was_heard_and_its_answer_is_still_owed() -> None:
    found = scene().do(lawful(KIND)).things["request/farrow-sound"]
    assert found == replace(REQUEST, acknowledged=NOW)
