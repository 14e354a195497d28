"""A norm is put forward, by its number in an instrument."""

import pytest

from comity.core.norm import Norm
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "reframe.put-forward-norm"

WRONG = (
    wrong("under a number that is taken", "number-taken", number="1"),
    wrong("after nothing known", "no-such-call", follows=["call/nothing"]),
    wrong(
        "after what counts and practice",
        "crosses-the-exercise",
        follows=["call/call-core", "norm/drill-norm"],
    ),
    wrong("without a title", "nothing-said", title=""),
    wrong("in no body", "no-such-body", body="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_follows_from_its_call() -> None:
    act = lawful(KIND)
    world = scene().do(act)
    assert world.things["norm/norm-3"] == Norm(
        id="norm-3",
        instrument="norms-2019",
        instrument_title="Eight norms",
        number="3",
        title="Tampering",
    )
    assert list(act.follows_from()) == [("norm/norm-3", "call/call-core")]


def test_practice_may_use_the_numbers_again() -> None:
    drill = {"by": "ines", "on_behalf_of": "drill-desk", "follows": []}
    assert codes(KIND, number="1", **drill) == ()
