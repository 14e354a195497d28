"""Those who know of a risk answer one another, and nobody else."""

from dataclasses import replace

import pytest

from comity.core.risk import SETTLED, RiskAnswer
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import NOW, RISK, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "mobilize.answer-risk"
WRONG = (
    wrong("by who was not told", "not-of-the-circle", by="tomas", on_behalf_of="harbour"),
    wrong("to one of them only", "not-the-circle", told=["ann"]),
    wrong("to somebody else besides", "not-the-circle", told=["ann", "tomas"]),
    wrong("to one twice", "not-the-circle", told=["ann", "ann"]),
    wrong("after it was settled", "risk-settled", world=[replace(RISK, status=SETTLED)]),
    wrong("on nothing known", "no-such-risk", risk="nothing"),
    wrong("to nobody known", "no-such-person", "not-the-circle", told=["ann", "nobody"]),
    wrong("saying nothing", "nothing-said", words=" "),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_stands_below_the_risk() -> None:
    assert scene().do(lawful(KIND)).things["risk-answer/watched-too"] == RiskAnswer(
        id="watched-too",
        risk="at-the-quay",
        answered_by="max",
        words="Our clerk was asked as well.",
        on=When(f"{NOW:%Y-%m-%dT%H:%M:%SZ}"),
    )


def test_who_flagged_it_answers_too_and_so_does_who_alone_was_told() -> None:
    assert codes(KIND, by="ann", on_behalf_of="arvenia", told=["max", "ines"]) == ()
    assert codes(KIND, replace(RISK, told=("max",)), told=["ann"]) == ()
