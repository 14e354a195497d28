"""What a program sends is read in one way or not at all."""

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.api.body import read_object
from comity.record import Malformed

SCALARS = st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text()
FLAT = SCALARS | st.lists(SCALARS, max_size=4) | st.dictionaries(st.text(), SCALARS, max_size=4)
VALUES = FLAT | st.lists(FLAT, max_size=3)


@given(st.dictionaries(st.text(), VALUES))
def test_what_was_written_is_what_is_read(value: dict[str, Any]) -> None:
    assert read_object(json.dumps(value).encode()) == value


@given(st.binary())
def test_bad_bytes_are_malformed_and_nothing_else(data: bytes) -> None:
    with suppress(Malformed):
        assert isinstance(read_object(data), dict)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "json-unreadable"),
        (b"[]", "body"),
        (b'"x"', "body"),
        (b"\xff", "body"),
        (b'{"a":1,"a":1}', "json-duplicate-key"),
        (b'{"a":{"b":1,"b":2}}', "json-duplicate-key"),
        (b'{"a":1.5}', "json-float"),
        (b'{"a":1e400}', "json-float"),
        (b'{"a":NaN}', "json-float"),
        (b'{"a":9007199254740992}', "json-number"),
        (b'{"a":' + b"9" * 100_000 + b"}", "json-number"),
        (b"[" * 100_000, "json-depth"),
        (b'{"a":' * 17 + b"1" + b"}" * 17, "json-depth"),
        (b"{} {}", "json-unreadable"),
    ],
)
def test_each_way_to_be_unreadable_has_its_code(data: bytes, code: str) -> None:
    with pytest.raises(Malformed) as caught:
        read_object(data)
    assert caught.value.code == code
