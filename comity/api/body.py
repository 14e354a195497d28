"""Reads what a program sends: bounded, in UTF-8, JSON without anything that two readers could read differently.

refused   more than 1,000,000 bytes, duplicate keys, floats, integers of 2^53 and more, nesting deeper than 16
"""

import json
from typing import Any

from django.http import HttpRequest
from django.http.request import RawPostDataException, UnreadablePostError

from comity.record import Malformed
from comity.record.profile import scan

MOST_BYTES = 1_000_000


def read_bytes(request: HttpRequest, *, most: int) -> bytes:
    """Return the body, or raise Malformed where it is longer than agreed or breaks off."""
    try:
        given = request.read(most + 1)
    except (UnreadablePostError, RawPostDataException, OSError) as error:
        raise Malformed("body", expected="a whole body", found="one that breaks off") from error
    if len(given) > most:
        raise Malformed("body", expected=f"at most {most} bytes", found="more")
    return bytes(given)


def expect_json(request: HttpRequest) -> None:
    """Raise Malformed for a body that does not say it is JSON: a form of another site can send any other type."""
    if request.content_type != "application/json":
        raise Malformed(
            "content-type", expected="application/json", found=request.content_type or "nothing"
        )


def read_object(data: bytes) -> dict[str, Any]:
    """Return the JSON object that a body holds, or raise Malformed."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise Malformed(
            "body", expected="UTF-8", found=data[error.start : error.start + 8]
        ) from error
    text = text.strip(" \t\r\n")
    scan(text, "body")
    # Depth and numbers are harmless now; what is left to find is a key that stands twice.
    value = json.loads(text, object_pairs_hook=_each_once)
    if not isinstance(value, dict):
        raise Malformed("body", expected="an object", found=value)
    return value


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    seen: dict[str, Any] = {}
    for key, value in pairs:
        if key in seen:
            raise Malformed("json-duplicate-key", expected="each key once", found=key)
        seen[key] = value
    return seen
