"""A subject is taken up."""

import pytest

from comity.core.programme import WorkArea
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "programme.open-work-area"

WRONG = (
    wrong("for one objective twice", "objective-twice", objectives=["calm", "calm"]),
    wrong("for no objective", "no-such-objective", objectives=["nothing"]),
    wrong("twice", "id-taken", id="cables"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_work_area_is_open() -> None:
    assert scene().do(lawful(KIND)).things["work-area/ports"] == WorkArea(
        id="ports", title="Ports", objectives=("calm",)
    )
