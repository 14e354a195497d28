"""A suspension is lifted."""

from dataclasses import replace

import pytest

from comity.core.absence import Stands, Why
from tests.acts.lawful import lawful
from tests.acts.scene import NOW, REST, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "parties.lift-suspension"
LIFTED = replace(REST, stands=Stands.LIFTED, ended=NOW)

WRONG = (
    wrong("twice", "already-lifted", world=[LIFTED]),
    wrong("of who withdrew", "not-a-suspension", world=[replace(REST, because=Why.WITHDREW)]),
    wrong("that never was", "no-such-absence", absence="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_party_takes_part_from_now_on() -> None:
    assert scene().do(lawful(KIND)).things["absence/lantern-rests"] == LIFTED


def test_it_may_be_suspended_again() -> None:
    world = scene().do(lawful(KIND))
    assert world.refusals(lawful("parties.suspend-party", of_party="lantern")) == []
