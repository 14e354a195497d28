"""A call is issued on its day."""

import pytest

from comity.core.norm import Call
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "reframe.issue-call"

WRONG = (
    wrong("before its day", "not-yet", issued="2026-11-24"),
    wrong("for no norm", "no-such-norm", norms=["nothing"]),
    wrong("after nothing known", "no-such-meeting", follows=["meeting/nothing"]),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_call_stands() -> None:
    assert scene().do(lawful(KIND)).things["call/call-2"] == Call(
        id="call-2", title="Second call", issued=When("2026-11-23"), norms=("norm-2",)
    )


@pytest.mark.parametrize("issued", ["2017", "2026-11", "2026"])
def test_its_date_is_as_exact_as_its_source(issued: str) -> None:
    assert codes(KIND, issued=issued) == ()
