"""What was done under it stands."""

from dataclasses import replace
from datetime import timedelta

import pytest

from comity.core.party import Mandate
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import MANDATES, NOW, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "parties.end-mandate"

WRONG = (
    wrong("twice", "already-ended", world=[replace(MANDATES[2], ended=NOW)]),
    wrong(
        "after its last day", "already-ended", world=[replace(MANDATES[2], end=When("2026-11-22"))]
    ),
    wrong("of another party", "not-your-party", by="max", on_behalf_of="meridonia"),
    wrong("that never was", "no-such-mandate", mandate="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_gives_no_authority_from_now_on() -> None:
    ended = scene().do(lawful(KIND)).things["mandate/m-ann"]
    assert ended == replace(MANDATES[2], ended=NOW)
    assert isinstance(ended, Mandate)
    assert [ended.holds_at(NOW - timedelta(microseconds=1)), ended.holds_at(NOW)] == [True, False]


def test_a_party_ends_its_own() -> None:
    assert codes(KIND, by="eve", on_behalf_of="arvenia") == ()
