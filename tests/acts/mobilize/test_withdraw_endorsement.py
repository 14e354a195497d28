"""It stays in the record with both its dates."""

from dataclasses import replace

import pytest

from comity.core.endorsing import Backing
from comity.core.when import When
from tests.acts.lawful import SECRETARIAT, lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "mobilize.withdraw-endorsement"
STANDS = Backing(id="arvenia-backs", endorsement="arvenia-backs", holder="arvenia")
WITHDRAWN = replace(STANDS, withdrawn=When("2026-11-23T12:00:00Z"))

WRONG = (
    wrong("by another", "not-your-endorsement", by="max", on_behalf_of="meridonia"),
    wrong(
        "after it passed to another",
        "not-your-endorsement",
        world=[replace(STANDS, holder="meridonia")],
    ),
    wrong(
        "by the secretariat without a reason", "reason-missing", by="ines", on_behalf_of="harbour"
    ),
    wrong("twice", "endorsement-withdrawn", world=[WITHDRAWN]),
    wrong("that never was", "no-such-endorsement", endorsement="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_no_longer_counts() -> None:
    assert scene().do(lawful(KIND)).things["backing/arvenia-backs"] == WITHDRAWN


def test_the_secretariat_withdraws_it_at_the_party_s_word() -> None:
    assert codes(KIND, why="Their letter of today.", **SECRETARIAT) == ()
