"""What was signed before stands."""

from dataclasses import replace

import pytest

from tests.acts.lawful import lawful
from tests.acts.scene import HOST_KEY, OTHER_KEY, SIGNING_KEY, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "parties.revoke-key"

WRONG = (
    wrong("twice", "already-revoked", world=[replace(SIGNING_KEY, revoked_at=30)]),
    wrong("that is the host's last", "last-host-key", world=[HOST_KEY], key="host"),
    wrong(
        "that is the host's last but for a revoked one",
        "last-host-key",
        world=[HOST_KEY, replace(HOST_KEY, id="host-0", kid="0", revoked_at=30)],
        key="host",
    ),
    wrong("that never was", "no-such-key", key="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_host_gives_up_a_key_when_it_has_another() -> None:
    next_key = replace(HOST_KEY, id="host-2", kid="2", public_key=OTHER_KEY)
    assert codes(KIND, HOST_KEY, next_key, key="host") == ()


def test_the_key_counts_no_more_from_this_act_on() -> None:
    assert scene().do(lawful(KIND)).things["key/key-ann"] == replace(SIGNING_KEY, revoked_at=40)
