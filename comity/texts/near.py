"""The longest common subsequence of two long sequences that differ little, exactly.

Method: the greedy algorithm of Myers (*An O(ND) difference algorithm and its variations*, Algorithmica 1, 1986): in
round d it is known, for each diagonal i - j = -d, -d + 2 … d, how far d items that come or go can reach in the old
sequence. Items are numbered first, so that a stretch is held against another in one go.
"""

from array import array
from collections.abc import Hashable, Sequence

MOST = 1_000
"""Items that may come and go: what every round has reached is kept, and that grows with its square."""

Pair = tuple[int, int]


def near(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair] | None:
    """Return the places (old, new) of a longest common subsequence, in order; None where too much differs."""
    if abs(len(old) - len(new)) > MOST:
        return None
    known: dict[Hashable, int] = {}
    one = array("I", (known.setdefault(item, len(known)) for item in old))
    two = array("I", (known.setdefault(item, len(known)) for item in new))
    rounds: list[list[int]] = []
    last: list[int] = []
    for count in range(MOST + 1):
        reached = []
        for n in range(count + 1):
            i = _begun(last, n)
            i += _alike(one, two, i, i - (2 * n - count))
            reached.append(i)
            if i == len(old) and i - (2 * n - count) == len(new):
                return _walked(rounds, n, i, i - (2 * n - count))
        rounds.append(reached)
        last = reached
    return None


def _comes(last: Sequence[int], n: int) -> bool:
    """Tell whether the n-th diagonal is best reached by an item that comes, and not by one that goes."""
    return n == 0 or (n < len(last) and last[n - 1] < last[n])


def _begun(last: Sequence[int], n: int) -> int:
    if not last:
        return 0
    return last[n] if _comes(last, n) else last[n - 1] + 1


def _alike(one: "array[int]", two: "array[int]", i: int, j: int) -> int:
    """Return how many items are the same from two places on."""
    if i >= len(one) or j >= len(two) or one[i] != two[j]:
        return 0
    count, step = 1, 8
    while step:
        stretch = one[i + count : i + count + step]
        if stretch and stretch == two[j + count : j + count + step]:
            count += len(stretch)
            step *= 2
        else:
            step //= 2
    return count


def _walked(rounds: Sequence[Sequence[int]], n: int, i: int, j: int) -> list[Pair]:
    """Walk back from the end, gathering what stayed between what came and went."""
    found: list[Pair] = []
    for count in range(len(rounds), 0, -1):
        last = rounds[count - 1]
        comes = _comes(last, n)
        n = n if comes else n - 1
        before_i = last[n]
        before_j = before_i - (2 * n - (count - 1))
        begun = before_i + (not comes)
        found += zip(
            range(i - 1, begun - 1, -1), range(j - 1, j - 1 - (i - begun), -1), strict=True
        )
        i, j = before_i, before_j
    found += zip(range(i - 1, -1, -1), range(j - 1, -1, -1), strict=True)
    return found[::-1]
