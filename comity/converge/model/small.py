"""Many small symmetric matrices at once, kept as their lower halves."""

import numpy as np

from comity.converge.arrays import Reals


def products(rows: Reals) -> Reals:
    """Return (n, k (k + 1) / 2): the products of each row's entries, lower half."""
    one, two = np.tril_indices(rows.shape[1])
    found: Reals = rows[:, one] * rows[:, two]
    return found


def inverse(matrices: Reals) -> Reals:
    """Return (n, k, k) the inverse of each."""
    found: Reals = np.linalg.inv(matrices).astype(np.float64, copy=False)
    return found


def square(halves: Reals, size: int) -> Reals:
    """Return (n, size, size): the whole matrices."""
    one, two = np.tril_indices(size)
    found = np.empty((len(halves), size, size))
    found[:, one, two] = halves
    found[:, two, one] = halves
    return found
