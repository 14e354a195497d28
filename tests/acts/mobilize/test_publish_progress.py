"""A report is published in its party's words, where its party lets it."""

from dataclasses import replace

import pytest

from comity.core.progress import Grade, Progress
from comity.core.review import Reviewed, Wish
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import COMMITMENT, NOW, SUBMITTED, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "mobilize.publish-progress"
TOLD = Progress(
    id="duty-desk-2025",
    commitment="duty-desk",
    party="arvenia",
    cycle="2025",
    grade=Grade.PLANNED,
    words="A room is found.",
    on=When(f"{NOW:%Y-%m-%dT%H:%M:%SZ}"),
)

WRONG = (
    wrong("in other words", "not-as-submitted", words="A room is sought."),
    wrong("with a gap it does not name", "not-as-submitted", gaps="Money."),
    wrong(
        "of another commitment",
        "not-as-submitted",
        world=[replace(COMMITMENT, id="other")],
        commitment="other",
    ),
    wrong("that is to be kept", "to-be-kept", world=[replace(SUBMITTED, wish=Wish.TO_BE_KEPT)]),
    wrong("that was kept", "answered-already", world=[replace(SUBMITTED, status=Reviewed.KEPT)]),
    wrong("of a cycle that is reported", "cycle-reported", world=[replace(TOLD, id="first")]),
    wrong("of nothing known", "no-such-progress-submitted", submitted="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_stands_beside_the_promise_as_its_partys_report() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["progress/duty-desk-2025"] == TOLD
    assert world.things[SUBMITTED.thing] == replace(SUBMITTED, status=Reviewed.PUBLISHED)
