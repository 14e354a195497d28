"""What an edit in a file says of the notes that are referred to in its paragraph: on which side its words were put.

    States report¹.          as it was
    States report annually¹. words put in before the reference

The words alone would be put in behind it, for a reference belongs to the word before it.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from comity.texts.docx.meant import in_order
from comity.texts.laid import Pin, laid, standing, starts_of
from comity.texts.operation import Operation


def placed(
    text: str, changes: tuple[Operation, ...], *, was: Mapping[str, int], now: Mapping[str, int]
) -> tuple[Operation, ...] | None:
    """Return the changes so that each reference comes to stand where it does now; None where they do so already.

    ``was`` and ``now`` say after how many characters each stands. Where no changes would do it, the nearest are given
    that put the same words in.
    """
    both = {note: at for note, at in was.items() if note in now}
    if _standing(text, changes, both) == {note: now[note] for note in both}:
        return None
    return in_order(each for found in _placed(text, changes, both, now) for each in found)


def _standing(text: str, changes: Sequence[Operation], was: Mapping[str, int]) -> dict[str, int]:
    pins = [Pin(note, at) for note, at in was.items()]
    return standing(laid(text, (), changes, forms={}, pins=pins))[1]


def _placed(
    text: str, changes: Sequence[Operation], was: Mapping[str, int], now: Mapping[str, int]
) -> Iterator[list[Operation]]:
    starts, shift = starts_of(text), 0
    for change in changes:
        begins = starts[change.start] + shift
        # How many characters of what comes stand before each reference that it could stand on either side of.
        cuts = {
            note: min(max(now[note] - begins, 0), len(change.text))
            for note, at in was.items()
            if starts[change.start] < at <= starts[change.end] or at == starts[change.end]
        }
        is_behind = all(count == len(change.text) for count in cuts.values())
        if change.is_insertion or not is_behind:
            yield _parted(change, cuts)
        else:
            yield [change]
        shift += len(change.text) - (starts[change.end] - starts[change.start])


def _parted(change: Operation, cuts: Mapping[str, int]) -> list[Operation]:
    """Return a change parted where something is referred to: what goes, then what comes behind it."""
    point, length = change.end, len(change.text)
    found = [] if change.is_insertion else [Operation(change.start, point)]
    edges = sorted({0, length, *cuts.values()})
    for n, (start, end) in enumerate(pairwise(edges)):
        before = tuple(note for note, count in cuts.items() if count >= end)
        found.append(Operation(point, point, (n,) if n else (), change.text[start:end], before))
    return found
