"""Which paragraph of one version is which of another, where no ids say so.

    old   1 2 3 4 5          1-1, 2-3 (changed), 4-4 in order
    new   1 X 2' 4 3         3-5 moved, 5 deleted, X inserted

Method: equal paragraphs are matched by a longest common subsequence (lcs); between them, likely pairs are found
through their rarest words, and the best set in order by chaining (Eppstein, Galil, Giancarlo and Italiano, *Sparse
dynamic programming*, 1992): n log n in the number of likely pairs, so no gap is too large. What is left over on
both sides and is alike was moved (Heckel, CACM 21:4, 1978).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from comity.texts.chain import heaviest_chain
from comity.texts.lcs import common
from comity.texts.likeness import Bags, likely_pairs

CHANGED = 0.3
"""Paragraphs in order that share so much are one paragraph, changed."""
MOVED = 0.6
"""Out of order they must share more."""
MOVED_ALIKE = 3
"""Words that a paragraph must have to count as moved rather than deleted here and inserted there."""


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """A paragraph of the old version and what it is in the new one."""

    old: int
    new: int
    is_moved: bool = False


def align(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Return the pairs, by place in the old version."""
    kept = common(old, new)
    pairs = [Pair(i, j) for i, j in kept]
    old_bags, new_bags = Bags(old), Bags(new)
    for (i, j), (a, b) in pairwise([(-1, -1), *kept, (len(old), len(new))]):
        gap = likely_pairs(old_bags, new_bags, range(i + 1, a), range(j + 1, b), least=CHANGED)
        pairs += [Pair(one.old, one.new) for one in heaviest_chain(gap)]
    for find in (_moved_whole, _moved_alike):
        left_old = _left(len(old), {pair.old for pair in pairs})
        left_new = _left(len(new), {pair.new for pair in pairs})
        pairs += find(old_bags, new_bags, left_old, left_new)
    return sorted(pairs)


def _left(count: int, taken: set[int]) -> list[int]:
    return [place for place in range(count) if place not in taken]


def _moved_whole(old: Bags, new: Bags, left_old: list[int], left_new: list[int]) -> list[Pair]:
    """Pair what stands elsewhere to the letter, the first with the first."""
    waiting: dict[str, list[int]] = {}
    for i in reversed(left_old):
        waiting.setdefault(old.texts[i], []).append(i)
    return [
        Pair(waiting[new.texts[j]].pop(), j, is_moved=True)
        for j in left_new
        if waiting.get(new.texts[j]) and new[j][1] >= MOVED_ALIKE
    ]


def _moved_alike(old: Bags, new: Bags, left_old: list[int], left_new: list[int]) -> list[Pair]:
    """Pair what stands elsewhere with other words in it, the most alike first."""
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    found = []
    likely = likely_pairs(old, new, left_old, left_new, least=MOVED)
    for one in sorted(likely, key=lambda one: (-one.weight, one.old, one.new)):
        if one.words >= MOVED_ALIKE and one.old not in taken_old and one.new not in taken_new:
            taken_old.add(one.old)
            taken_new.add(one.new)
            found.append(Pair(one.old, one.new, is_moved=True))
    return found
