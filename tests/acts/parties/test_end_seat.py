"""A seat is given up."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import NOW, SEATS, SILENCE, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "parties.end-seat"

WRONG = (
    wrong("twice", "already-ended", world=[replace(SEATS[3], ended=NOW)]),
    wrong("after its last day", "already-ended", world=[replace(SEATS[3], end=When("2026-11-22"))]),
    wrong("that never was", "no-such-seat", seat="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_seat_is_empty() -> None:
    assert scene().do(lawful(KIND)).things["seat/s-lantern"] == replace(SEATS[3], ended=NOW)


def test_those_asked_in_a_silence_stay_asked() -> None:
    world = scene().do(lawful(KIND, seat="s-arvenia"))
    assert world.things["silence/annex-silence"] == SILENCE


def test_a_recorded_end_is_dated_by_its_source() -> None:
    seat = scene().do(lawful(KIND, source="a report", effective="2026-06")).things["seat/s-lantern"]
    assert seat == replace(SEATS[3], ended=datetime(2026, 6, 1, tzinfo=UTC))
