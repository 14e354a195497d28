"""Each who counts, once for a date."""

from dataclasses import replace

import pytest

from comity.core.measure import MeasuredValue
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "mobilize.report-value"
TOLD = MeasuredValue(
    id="repair-days-2026", measure="repair-days", on=When("2026"), amount=5, party="harbour"
)

WRONG = (
    wrong("of a time to come", "not-yet", on="2026-12"),
    wrong("before the measure begins", "before-it-begins", on="2024"),
    wrong("twice for a date", "value-reported", world=[replace(TOLD, id="first")]),
    wrong("of nothing known", "no-such-measure", measure="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_figure_stands() -> None:
    assert scene().do(lawful(KIND)).things["value/repair-days-2026"] == TOLD


def test_another_who_counts_may_come_to_another_figure() -> None:
    assert codes(KIND, replace(TOLD, id="first", party="meridonia")) == ()
