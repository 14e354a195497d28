"""Who should do what."""

import pytest

from comity.core.norm import Recommendation
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "reframe.put-recommendation"

WRONG = (
    wrong("without who", "nothing-said", who=""),
    wrong("without what", "nothing-said", should=" "),
    wrong("under a number that is taken", "number-taken", number=1),
    wrong("in no report", "no-such-report", report="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_recommendation_stands_in_its_report() -> None:
    act = lawful(KIND)
    assert scene().do(act).things["recommendation/rec-2"] == Recommendation(
        id="rec-2",
        who="Operators",
        should="Say where a fault is within an hour.",
        number=2,
        report="final-report",
        party="arvenia",
    )
    assert list(act.follows_from()) == [("recommendation/rec-2", "report/final-report")]


def test_it_may_stand_by_itself_without_a_number() -> None:
    assert codes(KIND, report=None, number=0) == ()
