"""A party withdraws from the programme."""

from dataclasses import replace

import pytest

from comity.core.absence import Absence, Why
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import NOW, REST, SEATS, SILENCE, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "parties.withdraw-party"
LEFT = Absence(
    id="meridonia-left",
    party="meridonia",
    because=Why.WITHDREW,
    start=NOW,
    why="We have no cables left.",
)

WRONG = (
    wrong("by who runs the programme", "runs-the-programme", on_behalf_of="harbour"),
    wrong("twice", "already-absent", world=[replace(LEFT, id="before")]),
    wrong("under an id that is taken", "id-taken", id="lantern-rests"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_its_seats_are_empty_and_those_that_were_over_stay_as_they_were() -> None:
    over = replace(SEATS[4], id="s-before", end=When("2025"))
    world = scene()
    world.put(over)
    world.do(lawful(KIND))
    assert world.things["absence/meridonia-left"] == LEFT
    assert world.things["seat/s-meridonia"] == replace(SEATS[4], ended=NOW)
    assert world.things["seat/s-before"] == over


def test_a_suspended_party_may_withdraw() -> None:
    world = scene()
    world.put(replace(REST, party="meridonia"))
    assert world.refusals(lawful(KIND)) == []


def test_what_runs_goes_on_with_those_who_were_asked() -> None:
    assert scene().do(lawful(KIND)).things["silence/annex-silence"] == SILENCE
