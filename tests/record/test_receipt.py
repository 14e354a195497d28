import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.record.errors import Malformed
from comity.record.note import Verifier
from comity.record.receipt import Proven, verify_receipt
from tests.record.test_profile import VALUES
from tests.record.worlds import HOST_VERIFIER, LOG_VERIFIER, PARTY, World, position, time_of


def world() -> World:
    made = World()
    made.establish()
    position(made)
    position(made, key=PARTY)
    return made


RECEIPTS = [acted.receipt for acted in world().acts]


def proven(receipt: Any) -> Proven:
    return verify_receipt(receipt, log=LOG_VERIFIER, host=HOST_VERIFIER)


@pytest.mark.parametrize("index", range(3))
def test_a_receipt_alone_proves_what_was_said_and_when(index: int) -> None:
    found = proven(json.loads(json.dumps(RECEIPTS[index])))
    assert (found.index, found.at) == (index, time_of(index))
    assert found.act.fields["kind"] == RECEIPTS[index]["kind"]
    assert (found.act.signature is not None) is (index == 2)


@pytest.mark.parametrize("key", RECEIPTS[2])
def test_a_receipt_with_anything_of_another_act_proves_nothing(key: str) -> None:
    with pytest.raises(Malformed):
        proven(RECEIPTS[2] | {key: RECEIPTS[0][key]})


def test_a_receipt_of_another_log_or_host_proves_nothing() -> None:
    stranger = Verifier("example.org/other", PARTY.public)
    with pytest.raises(Malformed, match="note-signature"):
        verify_receipt(RECEIPTS[1], log=stranger, host=HOST_VERIFIER)
    with pytest.raises(Malformed, match="host-signature"):
        verify_receipt(RECEIPTS[1], log=LOG_VERIFIER, host=stranger)


def test_a_receipt_without_the_signature_that_its_leaf_seals_proves_nothing() -> None:
    with pytest.raises(Malformed, match="signature-missing"):
        proven(RECEIPTS[2] | {"parts": RECEIPTS[2]["parts"][:-1]})


@pytest.mark.parametrize("key", ["leaf", "received", "checkpoint", "proof", "kind"])
def test_no_changed_character_of_a_receipt_goes_unnoticed(key: str) -> None:
    text = RECEIPTS[2][key]
    for place in range(0, len(text), 1 + len(text) // 150):
        other = "A" if text[place] != "A" else "B"
        with pytest.raises(Malformed):
            proven(RECEIPTS[2] | {key: text[:place] + other + text[place + 1 :]})


@given(VALUES, st.sampled_from(sorted(RECEIPTS[0])))
def test_any_json_in_a_receipt_is_malformed(value: Any, key: str) -> None:
    with pytest.raises(Malformed):
        proven(RECEIPTS[1] | {key: value} if value != RECEIPTS[1][key] else None)
    with pytest.raises(Malformed):
        proven(value)
