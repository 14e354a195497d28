"""A report is published on its day."""

import pytest

from comity.core.norm import Report
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "reframe.publish-report"

WRONG = (
    wrong("before its day", "not-yet", published="2027"),
    wrong("by no body", "no-such-body", body="nothing"),
    wrong("twice", "id-taken", id="final-report"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_report_stands() -> None:
    assert scene().do(lawful(KIND)).things["report/report-2"] == Report(
        id="report-2", title="Second report", published=When("2026-11")
    )
