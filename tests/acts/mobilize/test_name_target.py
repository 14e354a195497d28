"""A ministry or a board, never a person."""

import pytest

from comity.core.outreach import Target
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "mobilize.name-target"

WRONG = (
    wrong("that is named already", "target-named", name="ministry of ports"),
    wrong("without a name", "nothing-said", name=""),
    wrong("to carry nothing known", "no-such-norm", carries="norm/nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_nobody_has_said_yet_that_they_will_call() -> None:
    assert scene().do(lawful(KIND)).things["target/finance"] == Target(
        id="finance",
        name="Ministry of Finance",
        carries="adoption/accord-adopted",
        party="arvenia",
        lines="It costs a telephone.",
    )


def test_the_same_door_may_be_named_for_another_sentence() -> None:
    assert codes(KIND, name="Ministry of Ports", carries="norm/norm-1") == ()
