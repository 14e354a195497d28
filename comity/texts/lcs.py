"""The longest common subsequence of two sequences, exactly, by machine words.

Method: the bit-parallel row of Crochemore, Iliopoulos, Pinzon and Reid (2001) in the form of Hyyrö
(*Bit-parallel LCS-length computation revisited*, 2004), on Python's own long integers: bit i of the row of j is 0
exactly where L(i + 1, j) = L(i, j) + 1, and a row is had from the one before by one addition. Rows are kept for
walking back while they are small; beyond that the sequence is halved as in Hirschberg (CACM 18:6, 1975).
Where even this would take minutes, what differs little is still found exactly (see near); where much differs,
sequences are first cut at what occurs once in both, in order (patience differencing, Cohen 2003), and a stretch
that has no such place and is too large counts as rewritten.
Ties go to the earliest match, so the same input gives the same answer on every machine.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from comity.texts.near import near

ROWS = 1 << 28
"""Bits of rows kept at one time for walking back: 32 MB."""
EXACT = 1 << 31
"""Cells up to which the answer is exact: two paragraphs of 46,000 words each."""

Pair = tuple[int, int]


def common(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Return the places (old, new) of a longest common subsequence, in order."""
    found: list[Pair] = []
    # A stack, not recursion: stretches within stretches can be made thousands deep by whoever writes the text.
    waiting = [_Stretch(0, len(old), 0, len(new))]
    while waiting:
        whole = waiting.pop()
        one = whole.untrimmed(old, new)
        found += zip(range(whole.old, one.old), range(whole.new, one.new), strict=True)
        found += zip(
            range(one.old_end, whole.old_end), range(one.new_end, whole.new_end), strict=True
        )
        if one.cells <= EXACT:
            found += one.within(_exact(*one.cut(old, new)))
            continue
        little = near(*one.cut(old, new))
        if little is not None:
            found += one.within(little)
            continue
        anchors = one.within(_anchors(*one.cut(old, new)))
        found += anchors
        waiting += one.between(anchors) if anchors else []
    return sorted(found)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A part of both sequences in which matches are sought."""

    old: int
    old_end: int
    new: int
    new_end: int

    @property
    def cells(self) -> int:
        return (self.old_end - self.old) * (self.new_end - self.new)

    def cut(
        self, old: Sequence[Hashable], new: Sequence[Hashable]
    ) -> tuple[Sequence[Hashable], ...]:
        return old[self.old : self.old_end], new[self.new : self.new_end]

    def within(self, pairs: list[Pair]) -> list[Pair]:
        """Say places of the cut sequences as places of the whole ones."""
        return [(self.old + i, self.new + j) for i, j in pairs]

    def between(self, anchors: list[Pair]) -> "list[_Stretch]":
        """Return what lies before, between and after matched places."""
        edges = [(self.old - 1, self.new - 1), *anchors, (self.old_end, self.new_end)]
        return [_Stretch(i + 1, a, j + 1, b) for (i, j), (a, b) in pairwise(edges)]

    def untrimmed(self, old: Sequence[Hashable], new: Sequence[Hashable]) -> "_Stretch":
        """Return where they begin to differ and, in each, where they stop: this loses no match."""
        i, j = self.old, self.new
        while i < self.old_end and j < self.new_end and old[i] == new[j]:
            i, j = i + 1, j + 1
        a, b = self.old_end, self.new_end
        while a > i and b > j and old[a - 1] == new[b - 1]:
            a, b = a - 1, b - 1
        return _Stretch(i, a, j, b)


def _exact(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    if len(old) * len(new) > ROWS and len(new) > 1:
        return _halved(old, new)
    rows = _rows(old, new)
    i, j, found = len(old), len(new), []
    while i and j:
        bit = i - 1
        if rows[j] >> bit & 1:
            i -= 1
        elif not rows[j - 1] >> bit & 1:
            j -= 1
        else:
            i -= 1
            j -= 1
            found.append((i, j))
    found.reverse()
    return found


def _rows(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[int]:
    places, full = _places(old), (1 << len(old)) - 1
    row = full
    rows = [row]
    for item in new:
        hit = row & places.get(item, 0)
        row = ((row + hit) | (row - hit)) & full
        rows.append(row)
    return rows


def _places(items: Sequence[Hashable]) -> dict[Hashable, int]:
    """Return for each item the bits of its places, each built in one go: bit by bit would be quadratic."""
    where: dict[Hashable, list[int]] = {}
    for place, item in enumerate(items):
        where.setdefault(item, []).append(place)
    return {item: _bits(found) for item, found in where.items()}


def _bits(places: list[int]) -> int:
    if len(places) < 8:
        return sum(1 << place for place in places)
    field = bytearray(places[-1] // 8 + 1)
    for place in places:
        field[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(field, "little")


def _halved(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    half = len(new) // 2
    before = _lengths(old, new[:half])
    after = _lengths(old[::-1], new[half:][::-1])
    sums = [one + two for one, two in zip(before, reversed(after), strict=True)]
    at = sums.index(max(sums))
    rest = _exact(old[at:], new[half:])
    return _exact(old[:at], new[:half]) + [(i + at, j + half) for i, j in rest]


def _lengths(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[int]:
    """Return L(i, all of new) for every i, from the last row's zeros."""
    places, full = _places(old), (1 << len(old)) - 1
    row = full
    for item in new:
        hit = row & places.get(item, 0)
        row = ((row + hit) | (row - hit)) & full
    lengths = [0]
    for bit in reversed(f"{row:0{max(len(old), 1)}b}"[-len(old) :] if old else ""):
        lengths.append(lengths[-1] + (bit == "0"))
    return lengths


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Return what occurs once in both, in the longest order they share (patience sorting)."""
    once_old, once_new = _once(old), _once(new)
    shared = [(i, once_new[item]) for item, i in once_old.items() if item in once_new]
    tops: list[int] = []
    chain: list[int] = []
    came_from: list[int] = []
    for n, (_, j) in enumerate(shared):
        pile = bisect_left(tops, j)
        came_from.append(chain[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [j]
        chain[pile : pile + 1] = [n]
    found, n = [], chain[-1] if chain else -1
    while n >= 0:
        found.append(shared[n])
        n = came_from[n]
    return found[::-1]


def _once(items: Sequence[Hashable]) -> dict[Hashable, int]:
    counts = Counter(items)
    return {item: place for place, item in enumerate(items) if counts[item] == 1}
