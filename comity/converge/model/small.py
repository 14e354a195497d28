"""Many small symmetric matrices at once, in layers: (k, k, n), so that one operation goes over all of them."""

from functools import cache

import numpy as np

from comity.converge.arrays import Reals, Whole


@cache
def _lower(size: int) -> tuple[Whole, Whole]:
    return np.tril_indices(size)


def products(columns: Reals) -> Reals:
    """Return (k (k + 1) / 2, n): the products of any two of (k, n) columns, lower half."""
    one, two = _lower(len(columns))
    found: Reals = columns[one] * columns[two]
    return found


def halves(matrices: Reals) -> Reals:
    """Return (k (k + 1) / 2, n): the lower halves of (k, k, n) matrices."""
    lower: Reals = matrices[_lower(len(matrices))]
    return lower


def square(lower: Reals, size: int) -> Reals:
    """Return (size, size, n): the whole matrices, of which (k (k + 1) / 2, n) are the lower halves."""
    one, two = _lower(size)
    found = np.empty((size, size, lower.shape[1]))
    found[one, two] = found[two, one] = lower
    return found


def inverse(matrices: Reals) -> Reals:
    """Return (k, k, n) the inverse of each positive definite matrix, by sweeping one row after another.

    Source: J. Goodnight, A tutorial on the SWEEP operator, American Statistician 33 (1979) 149-158.
    """
    swept = matrices.copy()
    for at in range(len(swept)):
        pivot = 1 / swept[at, at]
        row = swept[at] * pivot
        swept -= swept[:, at, None] * row
        swept[at] = swept[:, at] = row
        swept[at, at] = -pivot
    found: Reals = -swept
    return found


def times(matrices: Reals, columns: Reals) -> Reals:
    """Return (k, n): each of (k, k, n) matrices times its column of (k, n)."""
    found: Reals = (matrices * columns).sum(axis=1)
    return found
