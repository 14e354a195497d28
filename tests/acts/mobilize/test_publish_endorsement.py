"""An endorsement counts only when it is public."""

import pytest

from comity.core.endorsing import Backing
from comity.core.support import Endorsement, Extent
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "mobilize.publish-endorsement"

WRONG = (
    wrong("twice", "already-endorsed", of_party="arvenia"),
    wrong("in part without saying which", "words-missing", words=None),
    wrong("before it was stated", "not-yet", stated="2026-11-24"),
    wrong("of nothing known", "no-such-norm", of="norm/nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_is_public_and_says_how_it_came_to_be() -> None:
    found = scene().do(lawful(KIND)).things
    assert found["endorsement/brightwater-backs"] == Endorsement(
        id="brightwater-backs",
        of="adoption/accord-adopted",
        party="brightwater",
        extent=Extent.WITH_RESERVATION,
        words="All but the last paragraph.",
        on=When("2026-11-23T12:00:00Z"),
    )
    assert found["backing/brightwater-backs"] == Backing(
        id="brightwater-backs",
        endorsement="brightwater-backs",
        holder="brightwater",
        stated=When("2026-11-20"),
        confirmed_by=2,
    )


def test_the_whole_needs_no_words() -> None:
    assert codes(KIND, extent="whole", words=None) == ()
