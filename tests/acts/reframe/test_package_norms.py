"""Norms are put together."""

import pytest

from comity.core.norm import Package
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "reframe.package-norms"

WRONG = (
    wrong("of one", "package-of-one", norms=["norm-1"]),
    wrong("of one twice", "package-of-one", "norm-twice", norms=["norm-1", "norm-1"]),
    wrong("with one twice", "norm-twice", norms=["norm-1", "norm-2", "norm-1"]),
    wrong("with what never was", "no-such-norm", norms=["norm-1", "nothing"]),
    wrong(
        "of two of the exercise, by who stands outside it",
        "crosses-the-exercise",
        norms=["drill-norm", "norm-1"],
        body=None,
    ),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_they_stand_together_in_the_order_given() -> None:
    act = lawful(KIND)
    assert scene().do(act).things["package/two-of-eight"] == Package(
        id="two-of-eight",
        title="Two of eight",
        norms=("norm-2", "norm-1"),
        words="What concerns elections and what carries them.",
        body="commission",
    )
    assert list(act.follows_from()) == [
        ("package/two-of-eight", "norm/norm-2"),
        ("package/two-of-eight", "norm/norm-1"),
    ]


def test_a_norm_may_stand_in_several() -> None:
    world = scene().do(lawful(KIND), lawful(KIND, id="again"))
    assert {each.id for each in world.of(Package)} == {"two-of-eight", "again"}
