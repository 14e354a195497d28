"""Operations on a paragraph, moved past what happened to the paragraph meanwhile.

    was        a |b c d| e          now   a e
    put at 1   (after a)            carried to 1
    put at 4   (after d)            carried to 1, with rank 3: it comes after what was put before it

The rank is needed because two points may fall together when what stood between them goes.
"""

from collections.abc import Iterable
from dataclasses import replace

from comity.texts.operation import Hunk, Operation, Rank, hunks

Moves = tuple[tuple[Operation, Operation], ...]
"""Operations before and after."""


def carry(
    changes: Iterable[Operation], *, was: str, now: str
) -> tuple[Moves, tuple[Operation, ...]]:
    """Return operations with what they are in atoms of the new words, and those that touch what changed.

    An operation that is already there, being one of those that made the new words, is in neither.
    """
    made = hunks(was, now)
    done = {hunk.operation for hunk in made}
    kept, refused = [], []
    for change in changes:
        if change in done:
            continue
        if any(change.touches(hunk.operation) for hunk in made):
            refused.append(change)
        else:
            kept.append((change, _moved(change, made)))
    return tuple(kept), tuple(refused)


def _moved(change: Operation, made: tuple[Hunk, ...]) -> Operation:
    start, shift, rank = change.start, 0, change.rank
    for hunk in made:
        other = hunk.operation
        # What was put at the very point where this begins stands before it: it was there first.
        if other.end > start:
            break
        shift += hunk.gain
        if change.is_insertion and other.end == start and hunk.start == hunk.end:
            rank = ranked(other.end - other.start, rank)
    return replace(change, start=start + shift, end=change.end + shift, rank=rank)


def ranked(distance: int, rank: Rank) -> Rank:
    """Return a rank behind everything at a nearer point; () is the rank of what was never moved together."""
    if distance:
        return (distance, *rank)
    return (0, *rank) if rank else ()
