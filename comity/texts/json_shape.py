"""Takes JSON apart: each value is what it should be, or Unreadable names its place."""

import re
from collections.abc import Iterable
from typing import Any

from comity.texts.errors import Unreadable

MOST = 1 << 31
"""No whole number is larger."""


def keys(
    value: Any,
    place: str,
    *,
    need: Iterable[str],
    may: Iterable[str] = (),
) -> dict[str, Any]:
    """Return an object that has the keys it needs and no other than it may."""
    if not isinstance(value, dict):
        raise Unreadable(f"an object is expected, not {_kind(value)}", place=place)
    for name in need:
        if name not in value:
            raise Unreadable(f"{name!r} is missing", place=place)
    for name in value:
        if name not in {*need, *may}:
            raise Unreadable(f"{name!r} is not known here", place=place)
    return value


def listed(value: Any, place: str) -> list[Any]:
    """Return a list."""
    if not isinstance(value, list):
        raise Unreadable(f"a list is expected, not {_kind(value)}", place=place)
    return value


def strings(value: Any, place: str) -> list[str]:
    """Return a list of words."""
    return [string(each, f"{place}[{n}]") for n, each in enumerate(listed(value, place))]


def integers(value: Any, place: str) -> tuple[int, ...]:
    """Return whole numbers."""
    return tuple(integer(each, place) for each in listed(value, place))


def integer(value: Any, place: str) -> int:
    """Return a whole number from 0."""
    if type(value) is not int or not 0 <= value < MOST:
        raise Unreadable("whole numbers from 0 are expected", place=place)
    return value


def flag(value: Any, place: str) -> bool:
    """Return true or false; what is not said is false."""
    if value is not None and not isinstance(value, bool):
        raise Unreadable(f"true or false is expected, not {_kind(value)}", place=place)
    return bool(value)


def string(value: Any, place: str) -> str:
    """Return words."""
    if not isinstance(value, str):
        raise Unreadable(f"words are expected, not {_kind(value)}", place=place)
    if re.search("[\ud800-\udfff]", value):
        raise Unreadable("it has half of a surrogate pair, which is no character", place=place)
    return value


def _kind(value: Any) -> str:
    kinds = {dict: "an object", list: "a list", str: "words", bool: "true or false"}
    return kinds.get(type(value), "nothing" if value is None else "a number")
