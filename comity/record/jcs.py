r"""RFC 8785: one JSON value, one sequence of bytes.

    {"b":[1,true,null],"a":"\u20ac"}   ->   {"a":"€","b":[1,true,null]}

Keys are ordered by their UTF-16 code units, nothing is written that need not be, text is UTF-8.
This file writes any JSON value, floats included, since that is what the RFC's vectors ask;
what a record may contain is narrower and stands in ``profile``.
"""

from __future__ import annotations

import json
import math
from json.encoder import encode_basestring
from typing import Any

# The C encoder agrees with RFC 8785 on everything but floats and keys beyond the basic plane.
_plain = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
).encode


def canonical(value: Any) -> bytes:
    """Return the RFC 8785 bytes of any JSON value.

    Raises ``ValueError`` for what JSON cannot hold: infinities, lone surrogates, other types.
    """
    return "".join(_written(value)).encode()


def canonical_text(value: Any) -> str:
    """Return the RFC 8785 text of a value known to have ASCII keys and no floats."""
    return _plain(value)


def _written(value: Any) -> list[str]:
    match value:
        case str():
            return [encode_basestring(value)]
        case bool() | None | int():
            return [_plain(value)]
        case float():
            return [number(value)]
        case list() | tuple():
            return ["[", *_joined([_written(item) for item in value]), "]"]
        case dict():
            keys = sorted(value, key=lambda key: str(key).encode("utf-16-be"))
            members = [[encode_basestring(key), ":", *_written(value[key])] for key in keys]
            return ["{", *_joined(members), "}"]
    raise ValueError(f"JSON cannot hold a {type(value).__name__}")


def _joined(pieces: list[list[str]]) -> list[str]:
    return [text for n, piece in enumerate(pieces) for text in ([",", *piece] if n else piece)]


def number(value: float) -> str:
    """Write a double as ECMAScript does (RFC 8785, section 3.2.2.3)."""
    if not math.isfinite(value):
        raise ValueError("JSON cannot hold an infinity or a NaN")
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    # Python's repr already finds the shortest digits that read back; only their layout differs.
    mantissa, _, exponent = f"{abs(value)!r}e0".partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    point = len(whole) + int(exponent.partition("e")[0])
    point -= len(whole + fraction) - len(digits)
    digits = digits.rstrip("0")
    return sign + _laid_out(digits, point)


def _laid_out(digits: str, point: int) -> str:
    """Place the decimal point ``point`` digits from the left, or write an exponent."""
    if len(digits) <= point <= 21:
        return digits + "0" * (point - len(digits))
    if 0 < point <= 21:
        return f"{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return "0." + "0" * -point + digits
    head, tail = digits[0], digits[1:]
    return f"{head}{'.' + tail if tail else ''}e{point - 1:+d}"
