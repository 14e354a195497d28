"""Fixed points sooner: of the last rounds, that combination goes on whose steps cancel best.

A round that leads from x to f(x) makes a step f(x) - x. Where steps shrink slowly along one direction, the rounds so
far say which, and where it ends.

Source: D. Anderson, Iterative procedures for nonlinear integral equations, Journal of the ACM 12 (1965) 547-560; for
rounds like ours N. Henderson, R. Varadhan, Damped Anderson acceleration with restarts, Journal of Computational and
Graphical Statistics 28 (2019) 834-846.
"""

import numpy as np

from comity.converge.arrays import Reals

KEPT = 3
"""Rounds that are remembered."""

BLUR = 1e-8
"""Share of all that was moved, below which a direction is taken for rounding and not followed."""

TINY = 1e-30


class Trail:
    """Where the last rounds led, and by what steps."""

    def __init__(self) -> None:
        self._ends: list[Reals] = []
        self._steps: list[Reals] = []

    def onward(self, begin: Reals, end: Reals) -> Reals:
        """Return where the next round is to begin, when one that began at begin has led to end.

        A step that is longer than the one before has lost the way: what was remembered is forgotten.
        """
        step = end - begin
        if self._steps and _length(step) > _length(self._steps[-1]):
            self._ends, self._steps = [], []
        self._ends = [*self._ends, end][-KEPT:]
        self._steps = [*self._steps, step][-KEPT:]
        if len(self._steps) == 1:
            return end
        turns, ways = np.diff(self._steps, axis=0), np.diff(self._ends, axis=0)
        # Sums of numpy's own and not of BLAS, which may add in another order on another number of threads.
        gram = (turns[:, None] * turns).sum(axis=2)
        gram += np.eye(len(turns)) * (BLUR * gram.trace() + TINY)
        share = np.linalg.solve(gram, (turns * step).sum(axis=1))
        onward: Reals = end - (share[:, None] * ways).sum(axis=0)
        return onward


def _length(step: Reals) -> float:
    return float((step * step).sum())
