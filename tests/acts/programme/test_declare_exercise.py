"""Practice counts nowhere outside."""

import pytest

from comity.core.programme import Exercise
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "programme.declare-exercise"

WRONG = (
    wrong("twice", "id-taken", id="drill"),
    wrong("without a title", "nothing-said", title=" "),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_exercise_exists() -> None:
    assert scene().do(lawful(KIND)).things["exercise/storm"] == Exercise(
        id="storm", title="Storm exercise"
    )
