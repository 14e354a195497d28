"""A body exists."""

import pytest

from comity.core.party import Body, BodyForm
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "parties.found-body"

WRONG = (
    wrong("twice", "id-taken", id="conference"),
    wrong("whose clock nobody knows", "no-such-zone", zone="Sea/Bottom"),
    wrong("for nothing known", "no-such-work-area", work_area="nothing"),
    wrong("without a name", "nothing-said", name=""),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_body_exists() -> None:
    assert scene().do(lawful(KIND)).things["body/group-7"] == Body(
        id="group-7", name="Friends of paragraph 7", form=BodyForm.WORKING_GROUP
    )
