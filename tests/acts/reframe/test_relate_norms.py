"""A reading sets two norms side by side."""

from dataclasses import replace

import pytest

from comity.core.norm import Relation
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, codes, refused, wrong

RELATION = Relation(
    id="earlier", norm="norm-1", other="norm-2", relation="overlaps", analysis_of="the secretariat"
)

KIND = "reframe.relate-norms"

WRONG = (
    wrong("of one with itself", "relates-to-itself", other="norm-1"),
    wrong("twice", "already-related", world=[RELATION]),
    wrong(
        "twice, the other way round",
        "already-related",
        world=[replace(RELATION, norm="norm-2", other="norm-1")],
    ),
    wrong("with nothing", "no-such-norm", other="nothing"),
    wrong("with practice", "crosses-the-exercise", other="drill-norm"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_relation_follows_from_both() -> None:
    act = lawful(KIND)
    assert scene().do(act).things["relation/core-elections"] == replace(
        RELATION, id="core-elections"
    )
    assert list(act.follows_from()) == [
        ("relation/core-elections", "norm/norm-1"),
        ("relation/core-elections", "norm/norm-2"),
    ]


def test_another_may_read_it_otherwise() -> None:
    assert codes(KIND, RELATION, analysis_of="a university") == ()
