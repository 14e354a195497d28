"""A request for comments is closed once each comment has been dealt with."""

from dataclasses import replace

import pytest

from comity.core.consultation import ConsultationStatus
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import COMMENT, CONSULTATION, NOW, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "reframe.close-consultation"

WRONG = (
    wrong(
        "while a comment has no answer",
        "comments-not-answered",
        world=[replace(COMMENT, id="another")],
    ),
    wrong(
        "before its last day has passed",
        "comments-still-asked",
        world=[replace(CONSULTATION, closes=When("2026-11-23"))],
    ),
    wrong(
        "twice",
        "consultation-closed",
        world=[replace(CONSULTATION, status=ConsultationStatus.CLOSED)],
    ),
    wrong("without a response", "nothing-said", response=" "),
    wrong("of no request", "no-such-consultation", consultation="nothing"),
    wrong("as of another day", "takes-effect-when-received", effective="2026-11-20"),
    wrong(
        "from inside an exercise",
        "crosses-the-exercise",
        on_behalf_of="drill-desk",
    ),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_is_closed_with_its_response() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["consultation/harbour-asks"] == replace(
        CONSULTATION,
        status=ConsultationStatus.CLOSED,
        closed=NOW,
        response="The hour stays; the office is named.",
    )


def test_how_many_wait_is_told() -> None:
    world = scene()
    world.put(replace(COMMENT, id="another"), replace(COMMENT, id="a-third"))
    (refusal,) = world.refusals(lawful(KIND))
    assert dict(refusal.facts) == {"count": 2}
