"""A paragraph laid out with changes in it: what stands, what goes and what comes, each set as it is, with its notes.

States |shall| -> |must| report¹.
kept "States " · gone "shall" · come "must" · kept " report" · note 1 · kept "."
"""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from comity.texts.form import Formats, joined, over, within
from comity.texts.operation import Operation, Rank
from comity.texts.tokens import atoms

Forms = Mapping[Operation, Formats]
"""How the words are set that operations bring; one that is not here brings them as those they replace."""


@dataclass(frozen=True, slots=True)
class Pin:
    """Where a note is referred to: after so many characters of the base, or of what an operation brings.

    ``rank`` puts it behind the insertions of a lower rank at the same point.
    """

    note: str
    at: int
    change: Operation | None = None
    rank: Rank = ()


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
    found: list[Part] = []
    waiting = _Pins(pins, done, starts)
    at = 0
    for n, change in enumerate(done):
        start, end = starts[change.start], starts[change.end]
        found += _stretch(text, formats, at, start, pins=waiting.behind(n))
        # Where a reference stood within the words that go, the new ones are told before it, and it behind them.
        inside = waiting.within(n, end)
        split = inside[0].at if inside else end
        found += _stretch(text, formats, start, split, change=change)
        found += _come(change, text, formats, forms=forms, pins=waiting.new(change))
        found += _stretch(text, formats, split, end, change=change, pins=inside)
        at = end
    found += _stretch(text, formats, at, len(text), pins=waiting.behind(len(done)))
    return [part for part in found if part.text or part.note]


def _stretch(
    text: str,
    formats: Formats,
    start: int,
    end: int,
    *,
    change: Operation | None = None,
    pins: Iterable[Pin] = (),
) -> Iterator[Part]:
    """Yield a stretch of words, parted where something is referred to. A reference stands, whatever goes."""
    at = start
    for pin in pins:
        yield Part(text[at : pin.at], within(formats, at, pin.at), change)
        yield Part("", note=pin.note)
        at = pin.at
    yield Part(text[at:end], within(formats, at, end), change)


def _come(
    change: Operation, text: str, formats: Formats, *, forms: Forms, pins: Iterable[Pin]
) -> Iterator[Part]:
    """Yield what an operation brings."""
    new = forms.get(change)
    new = inherited(change, text, formats) if new is None else new
    for part in _stretch(change.text, new, 0, len(change.text), pins=pins):
        yield replace(part, change=change, is_new=True)


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
    """References, by how many of the changes stand before each."""

    def __init__(
        self, pins: Iterable[Pin], done: Sequence[Operation], starts: Sequence[int]
    ) -> None:
        self.base: dict[int, list[Pin]] = {}
        self.brought: dict[Operation, list[Pin]] = {}
        come = set(done)
        for pin in sorted((_placed(each, come, starts) for each in pins), key=lambda pin: pin.at):
            if pin.change in come:
                self.brought.setdefault(pin.change, []).append(pin)
                continue
            passed = [n for n, each in enumerate(done, 1) if _passes(pin, each, starts)]
            self.base.setdefault(max(passed, default=0), []).append(pin)

    def behind(self, count: int) -> list[Pin]:
        """Return, once, what is referred to behind so many changes."""
        return self.base.pop(count, [])

    def within(self, n: int, end: int) -> list[Pin]:
        """Return, once, what was referred to in the words that a change takes away, or at their end."""
        found = [pin for pin in self.base.get(n + 1, ()) if pin.at <= end]
        if found:
            self.base[n + 1] = self.base[n + 1][len(found) :]
        return found

    def new(self, change: Operation) -> list[Pin]:
        """Return what is referred to in the words that a change brings."""
        return self.brought.get(change, [])


def _placed(pin: Pin, come: Container[Operation], starts: Sequence[int]) -> Pin:
    """Put a reference that stood in words which do not come at the point where they would have come."""
    if pin.change is None:
        return replace(pin, at=min(pin.at, starts[-1]))
    return pin if pin.change in come else replace(pin, at=starts[pin.change.start])


def _passes(pin: Pin, change: Operation, starts: Sequence[int]) -> bool:
    """Tell whether a reference stands behind a change.

    It belongs to the word before it: behind what comes in that word's place, before what is put in after it.
    """
    point = starts[change.start]
    if point != pin.at or not change.is_insertion:
        return point < pin.at
    return pin.change is not None or pin.note in change.before or change.rank < pin.rank
