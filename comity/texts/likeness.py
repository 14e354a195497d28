"""How alike two paragraphs are, and which could be alike at all, without trying every pair.

Likeness is Dice's coefficient (Ecology 26:3, 1945) on words with their counts: twice what both have, over what each
has. A pair is tried only where it shares one of the rarest pairs of words of a paragraph (an inverted index of
shingles: Broder, *On the resemblance and containment of documents*, 1997).
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from comity.texts.tokens import cut

RARE = 16
"""Shingles of a paragraph by which its likes are sought."""
LISTED = 24
"""Paragraphs sought for one such shingle; those listed are nearest in relative place."""
TRIED = 8
"""Pairs of a paragraph that are measured."""
FEW = 400
"""Pairs in a gap up to which every one is measured."""


@dataclass(frozen=True, slots=True)
class Likely:
    """Two paragraphs that are alike, how much (0 to 1), and how many words the shorter has."""

    old: int
    new: int
    weight: float
    words: int


class Bags:
    """The words of each paragraph with their counts, found when first asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.found: dict[int, tuple[Counter[str], int]] = {}

    def __getitem__(self, place: int) -> tuple[Counter[str], int]:
        if place not in self.found:
            words = cut(self.texts[place]).words
            self.found[place] = Counter(words), len(words)
        return self.found[place]

    def shingles(self, place: int) -> set[str]:
        """Return neighbouring words two by two; of very few words also each alone."""
        words = cut(self.texts[place]).words
        found = {f"{one} {two}" for one, two in pairwise(words)}
        return found | set(words) if len(words) < 8 else found


def likeness(one: tuple[Counter[str], int], two: tuple[Counter[str], int]) -> float:
    """Return how much of both their words two paragraphs share, 0 to 1; two empty ones are alike."""
    (few, least), (many, most) = sorted((one, two), key=lambda bag: len(bag[0]))
    if not least + most:
        return 1.0
    shared = sum(min(count, many[word]) for word, count in few.items() if word in many)
    return 2 * shared / (least + most)


def likely_pairs(
    old: Bags, new: Bags, old_places: Sequence[int], new_places: Sequence[int], *, least: float
) -> list[Likely]:
    """Return the pairs that are alike at least so much, by place."""
    if not old_places or not new_places:
        return []
    if len(old_places) * len(new_places) <= FEW:
        candidates = [(i, j) for i in old_places for j in new_places]
    else:
        candidates = _candidates(old, new, old_places, new_places)
    found = []
    for i, j in candidates:
        one, two = old[i], new[j]
        # What their lengths allow is known before a word is counted.
        if 2 * min(one[1], two[1]) < least * (one[1] + two[1]):
            continue
        weight = likeness(one, two)
        if weight >= least:
            found.append(Likely(i, j, weight, min(one[1], two[1])))
    return found


def _candidates(
    old: Bags, new: Bags, old_places: Sequence[int], new_places: Sequence[int]
) -> list[tuple[int, int]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for rank, i in enumerate(old_places):
        for shingle in old.shingles(i):
            index[shingle].append(rank)
    scale = len(old_places) / len(new_places)
    found = []
    for rank, j in enumerate(new_places):
        here = rank * scale
        known = sorted((len(index[each]), each) for each in new.shingles(j) if each in index)
        votes: Counter[int] = Counter()
        for count, shingle in known[:RARE]:
            listed = index[shingle]
            if count > LISTED:
                listed = _nearest(listed, here)
            for each in listed:
                votes[each] += 1
        best = sorted(votes, key=lambda each: (-votes[each], abs(each - here), each))
        found += [(old_places[each], j) for each in best[:TRIED]]
    return sorted(found)


def _nearest(listed: list[int], here: float) -> list[int]:
    at = bisect_left(listed, here)
    start = max(0, min(at - LISTED // 2, len(listed) - LISTED))
    return listed[start : start + LISTED]
