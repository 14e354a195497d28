"""What is counted is said before the figures come."""

import pytest

from comity.core.measure import Measure
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "mobilize.define-measure"

WRONG = (
    wrong("that begins tomorrow", "not-yet", baseline_on="2026-11-24"),
    wrong("without a source", "nothing-said", taken_from=" "),
    wrong("beside nothing known", "no-such-commitment", of="commitment/nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_can_be_counted_again() -> None:
    assert scene().do(lawful(KIND)).things["measure/faults"] == Measure(
        id="faults",
        of="adoption/accord-adopted",
        name="Faults in a year",
        unit="faults",
        source="The forum's log",
        how="Each fault once, in the year in which it was reported.",
        party="harbour",
        baseline=31,
        baseline_on=When("2025"),
    )
