"""How what was found is named to whoever sent it: in the words of JSON, not of the language we write in."""

from collections.abc import Mapping
from typing import Any


def found(value: Any) -> str:
    """Name the kind of a JSON value: `null`, `a list`, `text`."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return "a number"
        case str():
            return "text"
        case list() | tuple():
            return "a list"
        case Mapping():
            return "an object"
    return type(value).__name__
