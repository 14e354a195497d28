"""What JSON a record may contain, and the one way to read it.

    allowed   null, true, false, integers with |n| < 2^53, strings, arrays, objects with ASCII keys
    refused   floats, -0, duplicate keys, nesting deeper than 16, lone surrogates, text that is
              not NFC, control characters but tab and newline, the nine characters that embed,
              override or isolate a direction (U+202A-202E, U+2066-2069), and any spelling other
              than the canonical one of RFC 8785

Decimals are written as strings and ratios as two integers.
"""

from __future__ import annotations

import json
import re
import unicodedata
from json.encoder import encode_basestring
from typing import Any, NoReturn, TypeAlias

from comity.record.errors import Malformed
from comity.record.jcs import canonical_text

Json: TypeAlias = Any

DEPTH = 16
INTEGER = 1 << 53

# U+200E, U+200F and U+061C only mark a direction and are needed in Arabic and Hebrew: they stay.
FORBIDDEN = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
_FORBIDDEN = re.compile(f"[{FORBIDDEN}]")
# In the written form forbidden control characters are escapes; "\\\\b" (a typed backslash) also
# matches, which costs a slower look and nothing else.
_SUSPECT = re.compile(r"\\[bfru]|\x7f")
_TOKENS = re.compile(r'"(?:[^"\\]|\\.?)*(?:"|$)|[\[\]{}]', re.DOTALL)


def encode(value: Json, what: str = "value") -> bytes:
    """Return the canonical bytes of a value, or raise ``Malformed`` if a record may not hold it."""
    return encode_text(value, what).encode()


def encode_text(value: Json, what: str = "value", *, depth: int = DEPTH) -> str:
    """Return the canonical text of a value, or raise ``Malformed`` if a record may not hold it."""
    if type(value) is str:
        _text(value, what)
        return encode_basestring(value)
    _within(value, what, depth)
    return canonical_text(value)


def decode(data: bytes, what: str) -> Json:
    """Read canonical bytes of the profile; whatever is not exactly that raises ``Malformed``."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise Malformed(
            "json-utf8", expected=f"{what} in UTF-8", found=data[error.start : error.start + 8]
        ) from None
    return read(text, what)


def read(text: str, what: str) -> Json:
    """Read canonical text of the profile; whatever is not exactly that raises ``Malformed``."""
    value = scan(text, what)
    if canonical_text(value) != text:
        _explain(text, canonical_text(value), what)
    if not _is_plain(text):
        _within(value, what, DEPTH)
    return value


def scan(text: str, what: str) -> Json:
    """Read JSON with the profile's numbers and depth; the spelling is still to be compared."""
    if text.count("[") + text.count("{") > DEPTH:
        _depth(text, what)
    try:
        value, end = _DECODER.raw_decode(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise Malformed("json-unreadable", expected=f"{what} in JSON", found=str(error)) from None
    if end != len(text):
        raise Malformed("json-unreadable", expected=f"nothing after the {what}", found=text[end:])
    return value


def _is_plain(text: str) -> bool:
    """Say whether written JSON certainly holds only allowed characters (False: look closer)."""
    return (
        text.isascii()
        and ("\\" not in text or _SUSPECT.search(text) is None)
        and "\x7f" not in text
    )


def _number(digits: str) -> int:
    if len(digits) <= 17 and abs(value := int(digits)) < INTEGER:
        return value
    raise Malformed("json-number", expected="an integer below 2^53", found=digits)


def _float(digits: str) -> NoReturn:
    raise Malformed("json-float", expected="no floats (a decimal is a string)", found=digits)


_DECODER = json.JSONDecoder(parse_int=_number, parse_float=_float, parse_constant=_float)


def _depth(text: str, what: str) -> None:
    """Count nesting before anything recurses into it."""
    depth = 0
    for token in _TOKENS.finditer(text):
        mark = token.group()[0]
        depth += (mark in "[{") - (mark in "]}")
        if depth > DEPTH:
            raise Malformed(
                "json-depth", expected=f"{what} at most {DEPTH} levels deep", found="deeper nesting"
            )


def _within(value: Json, what: str, depth: int) -> None:
    kind = type(value)
    if kind is str:
        _text(value, what)
    elif kind is int:
        if abs(value) >= INTEGER:
            raise Malformed("json-number", expected="an integer below 2^53", found=value)
    elif kind is float:
        _float(repr(value))
    elif kind is list or kind is tuple or kind is dict:
        _nested(value, what, depth)
    elif value is not None and kind is not bool:
        raise Malformed("json-type", expected=f"{what} made of JSON values", found=kind.__name__)


def _nested(value: Json, what: str, depth: int) -> None:
    if depth == 0:
        raise Malformed(
            "json-depth", expected=f"{what} at most {DEPTH} levels deep", found="deeper nesting"
        )
    if type(value) is dict:
        for key in value:
            if type(key) is not str or not key.isascii():
                raise Malformed("json-key", expected="ASCII keys", found=key)
            _text(key, what)
        value = value.values()
    for item in value:
        _within(item, what, depth - 1)


def _text(text: str, what: str) -> None:
    if text.isascii() and text.isprintable():
        return
    if (bad := _FORBIDDEN.search(text)) is not None:
        raise Malformed(
            "json-text",
            expected=f"{what} without control or overriding characters",
            found=bad.group(),
        )
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        raise Malformed("json-nfc", expected=f"{what} in Unicode form NFC", found=text)


def _explain(text: str, canonical: str, what: str) -> NoReturn:
    """Say why text that can be read is not the canonical spelling of what it says."""
    json.JSONDecoder(object_pairs_hook=_no_duplicates, parse_int=str).decode(text)
    where = next(
        (n for n, (a, b) in enumerate(zip(text, canonical, strict=False)) if a != b), len(canonical)
    )
    raise Malformed(
        "json-not-canonical",
        expected=f"{what} spelt canonically, {canonical[where : where + 30]!a} at {where}",
        found=text[where : where + 30],
    )


def _no_duplicates(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    seen: dict[str, Json] = {}
    for key, value in pairs:
        if key in seen:
            raise Malformed("json-duplicate-key", expected="each key once", found=key)
        seen[key] = value
    return seen
