"""What the programme wants."""

import pytest

from comity.core.programme import Objective
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "programme.set-objective"

WRONG = (
    wrong("twice", "id-taken", id="calm"),
    wrong("without words", "nothing-said", words=""),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_objective_stands() -> None:
    assert scene().do(lawful(KIND)).things["objective/trust"] == Objective(
        id="trust", title="More trust", words="More trust.", place=2
    )
