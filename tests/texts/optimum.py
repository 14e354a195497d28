"""The length of a longest common subsequence, by the book and slowly: what ours is held against."""

from collections.abc import Sequence


def longest(old: Sequence[object], new: Sequence[object]) -> int:
    """Return it (Wagner and Fischer, JACM 21:1, 1974)."""
    row = [0] * (len(new) + 1)
    for one in old:
        diagonal = 0
        for j, two in enumerate(new, start=1):
            above = row[j]
            row[j] = diagonal + 1 if one == two else max(above, row[j - 1])
            diagonal = above
    return row[-1]
