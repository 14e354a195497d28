"""A paragraph laid out with changes in it: what stands, what goes and what comes, each set as it is, with its notes.

States |shall| -> |must| report¹.
kept "States " · gone "shall" · come "must" · kept " report" · note 1 · kept "."
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from comity.texts.form import Formats, joined, over, within
from comity.texts.operation import Operation
from comity.texts.tokens import atoms

Forms = Mapping[Operation, Formats]
"""How the words are set that operations bring; one that is not here brings them as those they replace."""


@dataclass(frozen=True, slots=True)
class Pin:
    """Where a note is referred to: after so many characters of the base, or of what an operation brings."""

    note: str
    at: int
    change: Operation | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Words of one sort: kept (no change), gone, or come (``is_new``); or, where ``note`` says so, a reference."""

    text: str
    formats: Formats = ()
    change: Operation | None = None
    is_new: bool = False
    note: str = ""

    @property
    def stands(self) -> bool:
        """It is there once the changes are made."""
        return self.change is None or self.is_new


def laid(
    text: str, formats: Formats, changes: Iterable[Operation], *, forms: Forms, pins: Iterable[Pin]
) -> list[Part]:
    """Lay out a paragraph. The changes are in order and do not touch each other."""
    done, starts = list(changes), starts_of(text)
    waiting = _Pins(_placed(each, done, starts) for each in pins)
    found = list(waiting.first())
    at = 0
    for change in done:
        start, end = starts[change.start], starts[change.end]
        found += waiting.split(text, formats, at, start)
        found += waiting.split(text, formats, start, end, change)
        new = forms.get(change)
        found += waiting.split_new(change, inherited(change, text, formats) if new is None else new)
        at = end
    found += waiting.split(text, formats, at, len(text))
    return [part for part in found if part.text or part.note]


def _placed(pin: Pin, done: Sequence[Operation], starts: Sequence[int]) -> Pin:
    """Put a reference that stood in words which do not come at the point where they would have come."""
    if pin.change is None:
        return Pin(pin.note, min(pin.at, starts[-1]))
    return pin if pin.change in done else Pin(pin.note, starts[pin.change.start])


def starts_of(text: str) -> list[int]:
    """Return the character at which each atom begins, and the end."""
    return [0, *accumulate(map(len, atoms(text).pieces))]


def inherited(change: Operation, text: str, formats: Formats) -> Formats:
    """Return how new words are set of which nobody says it."""
    if not formats:
        return ()
    starts = starts_of(text)
    at = starts[change.start] - (1 if change.is_insertion else 0)
    return over(len(change.text), formats, at)


def standing(parts: Sequence[Part]) -> tuple[Formats, dict[str, int]]:
    """Return the formats once changes are made, and where each note is referred to."""
    at, notes = 0, {}
    for part in parts:
        if part.note:
            notes[part.note] = at
        elif part.stands:
            at += len(part.text)
    return joined((part.text, part.formats) for part in parts if part.stands), notes


def brought(text: str, changes: Iterable[Operation], formats: Formats) -> dict[Operation, Formats]:
    """Return how the words are set that operations bring, from the formats of what comes of them."""
    starts, shift, found = starts_of(text), 0, {}
    for change in changes:
        at = starts[change.start] + shift
        found[change] = within(formats, at, at + len(change.text))
        shift += len(change.text) - (starts[change.end] - starts[change.start])
    return found


def pinned(note: str, text: str, changes: Iterable[Operation], at: int) -> Pin:
    """Return where a note is referred to, from its place in what comes of the operations."""
    starts, shift = starts_of(text), 0
    for change in changes:
        start, end = starts[change.start], starts[change.end]
        if at <= start + shift:
            break
        if at <= start + shift + len(change.text):
            return Pin(note, at - start - shift, change)
        shift += len(change.text) - (end - start)
    return Pin(note, at - shift)


class _Pins:
    """References that are still to be put somewhere."""

    def __init__(self, pins: Iterable[Pin]) -> None:
        self.base: list[Pin] = []
        self.new: dict[Operation, list[Pin]] = {}
        for pin in sorted(pins, key=lambda pin: pin.at):
            if pin.change is None:
                self.base.append(pin)
            else:
                self.new.setdefault(pin.change, []).append(pin)

    def first(self) -> Iterator[Part]:
        """Yield what is referred to before the first word."""
        for pin in self.base:
            if pin.at <= 0:
                yield Part("", note=pin.note)

    def split(
        self, text: str, formats: Formats, start: int, end: int, change: Operation | None = None
    ) -> Iterator[Part]:
        """Yield a stretch of the base, parted where something is referred to."""
        at = start
        for pin in self.base:
            # A reference belongs to the word before it: what is put at the same point comes after.
            if start < pin.at <= end:
                yield Part(text[at : pin.at], within(formats, at, pin.at), change)
                yield Part("", change=change, note=pin.note)
                at = pin.at
        if at < end:
            yield Part(text[at:end], within(formats, at, end), change)

    def split_new(self, change: Operation, formats: Formats) -> Iterator[Part]:
        """Yield what an operation brings, parted likewise."""
        at = 0
        for pin in self.new.get(change, ()):
            yield Part(change.text[at : pin.at], within(formats, at, pin.at), change, is_new=True)
            yield Part("", change=change, is_new=True, note=pin.note)
            at = pin.at
        if change.text[at:]:
            rest = within(formats, at, len(change.text))
            yield Part(change.text[at:], rest, change, is_new=True)
