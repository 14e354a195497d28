"""Where two accounts of one room differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

CLOSE = 1.5e-6
"""Numbers are told to six digits, so that two ways of computing one may differ in the last."""


@dataclass(frozen=True)
class Difference:
    """What was told, and what was found, at a place such as statements_ranked.3.floor."""

    place: str
    told: Any
    found: Any

    def __str__(self) -> str:
        return f"{self.place}: told {_short(self.told)}, found {_short(self.found)}"


def _short(value: Any) -> str:
    words = repr(value)
    return words if len(words) <= 60 else words[:57] + "…"


def differences(told: Any, *, found: Any, place: str = "") -> Iterator[Difference]:
    """Yield every difference; what was found is the measure, and may leave out what it does not know."""
    match told, found:
        case dict(), dict():
            for key in sorted({*told, *found}):
                here = f"{place}.{key}".lstrip(".")
                yield from differences(told.get(key), found=found.get(key), place=here)
        case list(), list() if len(told) == len(found):
            for at, (one, two) in enumerate(zip(told, found, strict=True)):
                yield from differences(one, found=two, place=f"{place}.{at}")
        case (bool(), _) | (_, bool()):
            if told is not found:
                yield Difference(place, told, found)
        case (int() | float(), int() | float()):
            if not abs(told - found) <= CLOSE:
                yield Difference(place, told, found)
        case _:
            if told != found:
                yield Difference(place, told, found)
