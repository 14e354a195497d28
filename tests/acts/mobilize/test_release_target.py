"""A party lets go what it holds."""

from dataclasses import replace

import pytest

from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import HELD_TARGET, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "mobilize.release-target"
WRONG = (
    wrong(
        "that another holds", "not-your-claim", world=[replace(HELD_TARGET, claimed_by="meridonia")]
    ),
    wrong(
        "that has lapsed",
        "not-your-claim",
        world=[replace(HELD_TARGET, claimed_until=When("2026-10"))],
    ),
    wrong("that nobody named", "no-such-target", target="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_door_is_free() -> None:
    found = scene().do(lawful(KIND)).things["target/fisheries"]
    assert found == replace(HELD_TARGET, claimed_by="", claimed=None, claimed_until=None)
