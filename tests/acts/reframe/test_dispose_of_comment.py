"""A comment gets an answer, with its reason."""

from dataclasses import replace

import pytest

from comity.core.audience import Audience
from comity.core.consultation import ConsultationStatus, Disposition, Treatment
from tests.acts.lawful import lawful
from tests.acts.scene import COMMENT, CONSULTATION, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "reframe.dispose-of-comment"

WRONG = (
    wrong(
        "once the request is closed",
        "consultation-closed",
        world=[replace(CONSULTATION, status=ConsultationStatus.CLOSED)],
    ),
    wrong("without a reason", "nothing-said", reason=" "),
    wrong("of no comment", "no-such-comment", comment="nothing"),
    wrong(
        "from inside an exercise",
        "crosses-the-exercise",
        on_behalf_of="drill-desk",
    ),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_latest_answer_stands() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["disposition/name-the-office"] == Disposition(
        id="name-the-office",
        consultation="harbour-asks",
        disposition=Treatment.ACCEPT,
        reason="The office is named now.",
    )
    assert world.things[COMMENT.thing] == COMMENT


def test_the_answer_to_a_confidential_comment_is_as_confidential() -> None:
    world = scene()
    world.put(replace(COMMENT, confidential=True))
    act = lawful(KIND)
    assert act.seen_by_default(world.lent(act))["*"] is Audience.BODY
