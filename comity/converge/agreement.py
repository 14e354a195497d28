"""What counts say of a statement: its share with an interval, the floor, and the geometric mean of shares."""

import numpy as np

from comity.converge.arrays import Reals, Whole

Z = 1.959963984540054
"""Standard normal quantile of 0.975: intervals hold 95 times in 100."""


def share(part: Whole, *, of: Whole) -> Reals:
    """Return part / of; not a number where of is 0."""
    with np.errstate(invalid="ignore", divide="ignore"):
        found: Reals = part / of
    return found


def wilson(part: Whole, *, of: Whole) -> tuple[Reals, Reals]:
    """Return the lower and upper end of the 95 % interval of a share; 0 and 1 where nothing was seen.

    E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927) 209-212.
    Assumes that those who voted are like those who might have; it does not cover who chose to come.
    """
    n = np.maximum(of, 1).astype(np.float64)
    p = part / n
    middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z / (1 + Z * Z / n) * np.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    low = np.where(of > 0, np.maximum(middle - half, 0.0), 0.0)
    high = np.where(of > 0, np.minimum(middle + half, 1.0), 1.0)
    # At none and at all the formula gives 0 and 1 up to rounding, which must not show.
    return np.where(part == 0, 0.0, low), np.where((part == of) & (of > 0), 1.0, high)


def floor(agree: Whole, *, seen: Whole) -> Reals:
    """Return (statements,) the lowest part's lower end of the share that agrees.

    agree, seen: (parts, statements). A part that saw nothing may disagree as a whole, so there the floor is 0.
    """
    low, _ = wilson(agree, of=seen)
    lowest: Reals = low.min(axis=0)
    return lowest


def consensus(counted: Whole, *, seen: Whole) -> Reals:
    """Return (statements,) the geometric mean over parts of (counted + 1) / (seen + 2).

    Group-informed consensus of Small et al., Polis: scaling deliberation by mapping high dimensional opinion spaces
    (2021), which is the product; its root for the number of parts makes rooms with two parts and with five comparable.
    With those who disagree in place of those who agree it is the twin for shared rejection.
    """
    estimated = (counted + 1) / (seen + 2)
    mean: Reals = np.exp(np.log(estimated).mean(axis=0))
    return mean
