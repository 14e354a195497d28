"""Findings as somebody was given them."""

import json
import math
from typing import Any

from comity.converge.errors import Unreadable


def read_findings(raw: bytes) -> dict[str, Any]:
    """Read what `comity converge --json` printed. Raises Unreadable; a key may stand but once in an object."""
    try:
        whole = json.loads(
            raw,
            object_pairs_hook=_once,
            parse_float=_number,
            parse_int=lambda digits: int(_number(digits)),
            parse_constant=_number,
        )
    except json.JSONDecodeError as error:
        what = f"this is no JSON ({error.msg})"
        raise Unreadable(what, line=error.lineno, column=error.colno) from None
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"this is no JSON as we write it ({error})", line=1, column=1) from None
    if isinstance(whole, dict) and {"groups", "statements_ranked", "digest"} <= {*whole}:
        return whole
    raise Unreadable(
        "these are no findings: groups, statements_ranked and digest are wanted", line=1, column=1
    )


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return found


def _number(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError(f"{digits[:20]} is no number that findings have")
    return value
