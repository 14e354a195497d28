"""What a party will do, by when."""

import pytest

from comity.core.support import Commitment
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "mobilize.make-commitment"

WRONG = (
    wrong("by a day that has passed", "already-past", by_when="2026-11-22"),
    wrong("by a month that has passed", "already-past", by_when="2026-10"),
    wrong("by a year that has passed", "already-past", by_when="2025"),
    wrong("on nothing known", "no-such-norm", on="norm/nothing"),
    wrong("to nothing", "nothing-said", does=" "),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_commitment_awaits_its_evidence() -> None:
    assert scene().do(lawful(KIND)).things["commitment/night-desk"] == Commitment(
        id="night-desk",
        on="endorsement/arvenia-backs",
        party="arvenia",
        does="Staff the desk at night.",
        by_when=When("2026"),
        measure="A check at night is answered.",
    )


@pytest.mark.parametrize("by_when", ["2026-11-23", "2026-11", "2026", None])
def test_a_date_lies_ahead_until_its_end(by_when: str | None) -> None:
    assert codes(KIND, by_when=by_when) == ()


def test_a_recorded_commitment_may_lie_in_the_past() -> None:
    assert codes(KIND, by_when="2018", source="a report", concerns="brightwater") == ()
