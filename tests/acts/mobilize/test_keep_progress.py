"""What is kept is told to its party, and to nobody else."""

from dataclasses import replace

import pytest

from comity.core.review import Reviewed
from tests.acts.lawful import lawful
from tests.acts.scene import SUBMITTED, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "mobilize.keep-progress"

WRONG = (
    wrong(
        "that was published",
        "answered-already",
        world=[replace(SUBMITTED, status=Reviewed.PUBLISHED)],
    ),
    wrong("told to the programme", "kept-from-others", audiences={"why": "programme"}),
    wrong("of nothing known", "no-such-progress-submitted", submitted="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_is_answered_and_its_party_reads_why() -> None:
    world = scene()
    act = lawful(KIND)
    assert act.readers(world.lent(act)) == ("arvenia",)
    found = world.do(act).things[SUBMITTED.thing]
    assert found == replace(SUBMITTED, status=Reviewed.KEPT, why="A room is no desk yet.")


def test_why_may_be_left_out() -> None:
    assert codes(KIND, why=None) == ()
