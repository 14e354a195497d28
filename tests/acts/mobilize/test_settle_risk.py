"""A risk is settled by one who knows of it, with a reason, once."""

from dataclasses import replace

import pytest

from comity.core.risk import SETTLED
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import NOW, RISK, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "mobilize.settle-risk"
WRONG = (
    wrong("by who was not told", "not-of-the-circle", by="tomas", on_behalf_of="harbour"),
    wrong("telling one of them only", "not-the-circle", told=["max"]),
    wrong("telling somebody else", "not-the-circle", told=["max", "tomas"]),
    wrong("a second time", "risk-settled", world=[replace(RISK, status=SETTLED)]),
    wrong("of nothing known", "no-such-risk", risk="nothing"),
    wrong("without a reason", "nothing-said", why=" "),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_asks_for_nothing_more_and_says_why() -> None:
    assert scene().do(lawful(KIND)).things["risk/at-the-quay"] == replace(
        RISK,
        status=SETTLED,
        settled_by="ann",
        settled_on=When(f"{NOW:%Y-%m-%dT%H:%M:%SZ}"),
        why="The one who asked has left.",
    )


def test_any_of_those_who_were_told_may_settle_it() -> None:
    assert codes(KIND, by="max", on_behalf_of="meridonia", told=["ann", "ines"]) == ()
