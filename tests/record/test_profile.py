import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.record import profile
from comity.record.errors import Malformed
from comity.record.jcs import canonical

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-profile.INTEGER + 1, profile.INTEGER - 1) | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text("abc_", max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)

REFUSED = {
    b"1.0": "json-float",
    b"1e3": "json-float",
    b"NaN": "json-float",
    b"-Infinity": "json-float",
    b"9007199254740992": "json-number",
    b"-9007199254740992": "json-number",
    b"1" * 5000: "json-number",
    b"-0": "json-not-canonical",
    b" 1": "json-unreadable",
    b"1 ": "json-unreadable",
    b"[1, 2]": "json-not-canonical",
    b'{"b":1,"a":2}': "json-not-canonical",
    b'{"a":1,"a":2}': "json-duplicate-key",
    b'{"a":1,"\\u0061":1}': "json-duplicate-key",
    b'{"\xc3\xa9":1}': "json-key",
    b'"\\u0041"': "json-not-canonical",
    b'"\\/"': "json-not-canonical",
    b'"\\u00e9"': "json-not-canonical",
    b'"\\ud800"': "json-not-canonical",
    b'"\xed\xa0\x80"': "json-utf8",
    b'"\xff"': "json-utf8",
    b'"\\u0000"': "json-text",
    b'"\\b"': "json-text",
    b'"\\r"': "json-text",
    b'"\x7f"': "json-text",
    b'"\xc2\x85"': "json-text",
    '"\u202e"'.encode(): "json-text",
    '"\u2067"'.encode(): "json-text",
    '{"a":"e\u0301"}'.encode(): "json-nfc",
    '"e\u0301"'.encode(): "json-nfc",
    b"[" * 17 + b"]" * 17: "json-depth",
    b"[" * 100_000: "json-depth",
    b'{"a":' * 100_000: "json-depth",
    b"": "json-unreadable",
    b"nul": "json-unreadable",
    b'"\n"': "json-unreadable",
    b"\xef\xbb\xbf1": "json-unreadable",
}

ALLOWED = [
    b'"\\\\b and \\\\u0000"',
    b'"tab\\tand\\nnewline"',
    '"\\n\u0303"'.encode(),
    '"\u200f\u0627\u0644\u0639\u0631\u0628\u064a\u0629\u200e"'.encode(),
    b'"[[[[[[[[[[[[[[[[[[[[["',
    b"[" * 16 + b"]" * 16,
    b"9007199254740991",
    b"-9007199254740991",
    b"null",
]


@pytest.mark.parametrize("data", REFUSED, ids=lambda data: ascii(data[:24]))
def test_what_a_record_may_not_hold_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(Malformed) as caught:
        profile.decode(data, "value")
    assert caught.value.code == REFUSED[data]


@pytest.mark.parametrize("data", ALLOWED, ids=lambda data: ascii(data[:24]))
def test_what_a_record_may_hold_reads_and_writes_as_it_stands(data: bytes) -> None:
    assert profile.encode(profile.decode(data, "value")) == data


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (1.5, "json-float"),
        (1 << 53, "json-number"),
        ("a\x00", "json-text"),
        ("e\u0301", "json-nfc"),
        ("\ud800", "json-text"),
        ({"é": 1}, "json-key"),
        ({1: 1}, "json-key"),
        ({"a": b""}, "json-type"),
    ],
    ids=ascii,
)
def test_what_could_not_be_read_is_not_written(value: Any, code: str) -> None:
    with pytest.raises(Malformed) as caught:
        profile.encode(value)
    assert caught.value.code == code


@given(VALUES)
def test_whatever_is_written_reads_back_and_is_what_the_rfc_writes(value: Any) -> None:
    try:
        data = profile.encode(value)
    except Malformed:
        return
    assert profile.decode(data, "value") == value
    assert canonical(value) == data


@given(st.binary(max_size=60) | VALUES.map(lambda value: json.dumps(value).encode()))
def test_bytes_are_either_canonical_or_malformed(data: bytes) -> None:
    try:
        value = profile.decode(data, "value")
    except Malformed:
        return
    assert profile.encode(value) == data
