"""Where two accounts of one room differ."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

CLOSE = 0.5e-6 + 1e-9
"""Numbers are told to six digits: half of the last, and what two ways of adding may differ by."""

NOTHING = "nothing"
"""What stands where one account has no such place."""


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
    """Yield every difference; what was found is not rounded yet."""
    match told, found:
        case dict(), dict():
            for key in sorted({*told, *found}):
                here = f"{place}.{key}".lstrip(".")
                if key not in told or key not in found:
                    yield Difference(here, told.get(key, NOTHING), found.get(key, NOTHING))
                else:
                    yield from differences(told[key], found=found[key], place=here)
        case list() | tuple(), list() | tuple() if len(told) == len(found):
            for at, (one, two) in enumerate(zip(told, found, strict=True)):
                yield from differences(one, found=two, place=f"{place}.{at}")
        case _:
            if not _same(told, found):
                yield Difference(place, told, found)


def _same(told: Any, found: Any) -> bool:
    # To Python true is 1, which to JSON it is not.
    if type(told) is type(found) and told == found:
        return True
    return _is_number(told) and _is_number(found) and bool(abs(told - found) <= CLOSE)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
