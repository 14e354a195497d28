"""An interest is declared."""

import pytest

from comity.core.interest import Interest
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "parties.declare-interest"

WRONG = (
    wrong("of somebody else", "interest-of-another", person="ann"),
    wrong("in what never was", "no-such-text", about="text/nothing"),
    wrong("without saying which", "nothing-said", words=" "),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_stands_beside_the_item() -> None:
    world = scene().do(lawful(KIND, person="max"))
    assert world.things["interest/owns-a-ship"] == Interest(
        id="owns-a-ship",
        about="text/understanding",
        party="meridonia",
        words="Its navy owns two of the repair ships.",
        person="max",
        on=When("2026-11-23T12:00:00Z"),
    )


def test_who_declared_it_may_still_be_asked() -> None:
    world = scene().do(lawful(KIND), lawful("reframe.open-silence"))
    silence = world.things["silence/understanding-silence"]
    assert silence.parties == ("arvenia", "brightwater", "meridonia")  # type: ignore[attr-defined]
