"""The heaviest set of pairs in order: of all ways to match two lists without crossing, the one that keeps most.

Method: a longest increasing subsequence with weights; a Fenwick tree (1994) holds, for each place of the new list, the
heaviest chain that ends at or before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from comity.texts.likeness import Likely


@dataclass(slots=True)
class _End:
    """The last pair of a chain, the chain's weight, and the pair before."""

    weight: float
    pair: Likely
    before: "_End | None"


def heaviest_chain(pairs: Sequence[Likely]) -> list[Likely]:
    """Return the pairs of the heaviest chain, in order."""
    places = {new: rank for rank, new in enumerate(sorted({pair.new for pair in pairs}), start=1)}
    tree: list[_End | None] = [None] * (len(places) + 1)
    # Within one old paragraph the later new ones come first, so that no chain uses the old one twice.
    for pair in sorted(pairs, key=lambda pair: (pair.old, -pair.new)):
        rank = places[pair.new]
        before = _heaviest(tree, rank - 1)
        end = _End(pair.weight + (before.weight if before else 0.0), pair, before)
        while rank < len(tree):
            there = tree[rank]
            if there is None or there.weight < end.weight:
                tree[rank] = end
            rank += rank & -rank
    found = []
    last = _heaviest(tree, len(places))
    while last is not None:
        found.append(last.pair)
        last = last.before
    return found[::-1]


def _heaviest(tree: list[_End | None], rank: int) -> _End | None:
    best: _End | None = None
    while rank:
        there = tree[rank]
        if there is not None and (best is None or there.weight > best.weight):
            best = there
        rank -= rank & -rank
    return best
