"""What was signed before stands."""

from dataclasses import replace

import pytest

from tests.acts.lawful import lawful
from tests.acts.scene import SIGNING_KEY, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "parties.revoke-key"

WRONG = (
    wrong("twice", "already-revoked", world=[replace(SIGNING_KEY, revoked_at=30)]),
    wrong("that never was", "no-such-key", key="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_key_counts_no_more_from_this_act_on() -> None:
    assert scene().do(lawful(KIND)).things["key/key-ann"] == replace(SIGNING_KEY, revoked_at=40)
