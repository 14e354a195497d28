"""An issue is assessed."""

import pytest

from comity.core.knowledge import Assessment
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "programme.assess-issue"

WRONG = (
    wrong("on nothing", "rests-on-nothing", rests_on=[]),
    wrong("on one claim twice", "claim-twice", rests_on=["ten-days", "ten-days"]),
    wrong("on what nobody noted", "no-such-claim", rests_on=["nothing"]),
    wrong("for no work area", "no-such-work-area", area="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_stands_with_its_work_area_and_follows_from_its_claims() -> None:
    act = lawful(KIND)
    assert scene().do(act).things["assessment/why-cables"] == Assessment(
        id="why-cables",
        area="cables",
        title="Repairs wait for permission",
        words="A fault lasts for days, and most of these are spent waiting.",
        rests_on=("ten-days",),
        gap="Nobody counts the faults that are not told.",
        on=When("2026-11-23T12:00:00Z"),
    )
    assert list(act.follows_from()) == [("assessment/why-cables", "claim/ten-days")]


def test_a_later_one_takes_none_away() -> None:
    world = scene().do(lawful(KIND), lawful(KIND, id="again", title="Repairs wait less"))
    assert {each.title for each in world.of(Assessment)} == {
        "Repairs wait for permission",
        "Repairs wait less",
    }
