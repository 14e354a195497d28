"""A body asks for comments until a day."""

import pytest

from comity.core.consultation import Consultation
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "reframe.open-consultation"

WRONG = (
    wrong("until yesterday", "deadline-not-ahead", closes="2026-11-22"),
    wrong("until before it opens", "ends-before-it-starts", opens="2027-01-01"),
    wrong("without a question", "nothing-said", asks=" "),
    wrong("by no body", "no-such-body", body="nothing"),
    wrong("on no text", "no-such-text", text="nothing"),
    wrong("under an id that is taken", "id-taken", id="harbour-asks"),
    wrong(
        "from inside an exercise",
        "crosses-the-exercise",
        "crosses-the-exercise",
        on_behalf_of="drill-desk",
    ),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_comments_are_asked_for() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["consultation/guide-asks"] == Consultation(
        id="guide-asks",
        title="Comments on the guide",
        body="conference",
        asks="Is it short enough to be read at night?",
        closes=When("2026-12-18"),
        handling="The secretariat reads them first.",
        text="guide",
    )


def test_the_last_day_may_be_today() -> None:
    assert codes(KIND, closes="2026-11-23") == ()


def test_what_is_recorded_from_a_source_may_be_long_over() -> None:
    told = {"source": "a page", "concerns": "harbour", "closes": "2019-01-17"}
    assert codes(KIND, opens="2018-12-17", **told) == ()
