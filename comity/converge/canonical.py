"""One spelling of findings, byte by byte, and its digest.

{"a":1,"b":0.5}     keys sorted, no white space, UTF-8; six digits after the point; a whole number has no point
"""

import hashlib
import json
import math
from typing import Any

DIGITS = 6


def rounded(value: Any) -> Any:
    """Return a finding with every number rounded to six digits, and what is not a number as None."""
    match value:
        case float():
            return _number(value)
        case dict():
            return {key: rounded(each) for key, each in value.items()}
        case list() | tuple():
            return [rounded(each) for each in value]
        case bool() | int() | str() | None:
            return value
    raise TypeError(f"{type(value).__name__} has no place in findings")


def _number(value: float) -> float | int | None:
    if not math.isfinite(value):
        return None
    short = round(value, DIGITS)
    return int(short) if short.is_integer() else short


def spelled(findings: dict[str, Any]) -> str:
    """Return findings in their one spelling; numbers are as Python writes them, shortest first."""
    return json.dumps(
        findings, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def digest(findings: dict[str, Any]) -> str:
    """Return the SHA-256, in hexadecimal, of findings as they are spelled without their own digest."""
    rest = {key: value for key, value in findings.items() if key != "digest"}
    return hashlib.sha256(spelled(rest).encode()).hexdigest()
