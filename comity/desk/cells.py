"""What stands in one place of a reading: a value, something sealed from this viewer, or words erased by law.

    Value("cables-3")      the viewer may see it
    Sealed("party")        something stands here that the viewer may not see: one of the parties
    Erased("words")        words stood here; the law took them away

A sealed cell knows what kind of thing it would be, never which, so that a sentence can still be read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True)
class Value:
    """What the viewer may see."""

    value: Any
    is_value: ClassVar[bool] = True
    is_sealed: ClassVar[bool] = False
    is_erased: ClassVar[bool] = False

    def __str__(self) -> str:
        if isinstance(self.value, tuple):
            return ", ".join(str(each) for each in self.value)
        return "" if self.value is None else str(self.value)

    def __bool__(self) -> bool:
        """Be as true as the value, so that a template can ask whether anything was said."""
        return bool(self.value)


@dataclass(frozen=True)
class _Absent:
    """Something that is not shown, and the kind of thing it would be: `party`, `person`, `words`, `date`."""

    of: str
    is_value: ClassVar[bool] = False
    value: ClassVar[None] = None

    def __str__(self) -> str:
        return _speaker[0](self)

    def __bool__(self) -> bool:
        """Be true: what is withheld is not missing."""
        return True


@dataclass(frozen=True)
class Sealed(_Absent):
    """It stands in the record and this viewer may not see it."""

    is_sealed: ClassVar[bool] = True
    is_erased: ClassVar[bool] = False
    __str__ = _Absent.__str__
    __bool__ = _Absent.__bool__


@dataclass(frozen=True)
class Erased(_Absent):
    """Words stood here and were erased by law."""

    is_sealed: ClassVar[bool] = False
    is_erased: ClassVar[bool] = True
    __str__ = _Absent.__str__
    __bool__ = _Absent.__bool__


Cell = Value | Sealed | Erased
"""A closed union: `match` on it."""

EMPTY = Value("")


def _plainly(cell: Any) -> str:
    return f"[{type(cell).__name__.lower()}: {cell.of}]"


_speaker: list[Callable[[Any], str]] = [_plainly]


def speak_with(phrase: Callable[[Any], str]) -> None:
    """Let the wording room say what stands in place of a sealed or erased cell (`{{ cell }}` calls it)."""
    _speaker[0] = phrase
