"""The two ways in which bytes can be wrong: they cannot be read, or they do not agree.

``Malformed`` is raised where bytes enter and says what was expected and what was found.
``Fault`` is the answer of a verification: the first place where a record does not hold.
"""

from __future__ import annotations

from dataclasses import dataclass

SHOWN = 120


class Malformed(ValueError):
    """Bytes that cannot be read as what they should be.

    ``code`` is stable and short; ``expected`` and ``found`` are for people.
    """

    def __init__(self, code: str, *, expected: str, found: object) -> None:
        self.code = code
        self.expected = expected
        self.found = shown(found)
        super().__init__(f"{code}: expected {expected}, found {self.found}")


@dataclass(frozen=True, slots=True)
class Fault:
    """The first place where a record does not hold.

    ``index`` is the leaf concerned, or None when no single leaf is.
    """

    index: int | None
    fault: str
    expected: str
    found: str


class Faulted(Exception):
    """Carries a ``Fault`` from where it was found to where it is told."""

    def __init__(
        self, fault: str, *, expected: object, found: object, index: int | None = None
    ) -> None:
        self.fault = Fault(index, fault, shown(expected), shown(found))
        super().__init__(f"{fault}: expected {self.fault.expected}, found {self.fault.found}")


def shown(thing: object) -> str:
    """Return a thing as one printable line; what is left out is counted, never hidden."""
    text = thing if isinstance(thing, str) and thing.isprintable() else _plain(thing)
    if len(text) <= SHOWN:
        return text
    return f"{text[:SHOWN]}… ({len(text)} characters in all)"


def _plain(thing: object) -> str:
    """Escape everything that a terminal could act upon."""
    if isinstance(thing, bytes):
        return ascii(thing)[1:]
    if isinstance(thing, int) and abs(thing) >= 1 << 64:
        return f"an integer of {thing.bit_length()} bits"
    return ascii(thing)
