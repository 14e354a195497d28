"""What each vote was asked about: statements as the model has them, looked up for every vote."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from comity.converge.arrays import Reals
from comity.converge.model.cells import Cells
from comity.converge.model.said import Said
from comity.converge.model.small import square


@dataclass(frozen=True)
class Asked:
    """(votes,) of each one's statement: its level, its slope along each axis, and exp(c), how much a pass weighs."""

    level: Reals
    slopes: list[Reals]
    still: Reals

    def sums(
        self, pull: Reals, stiff: Reals, sum_up: Callable[[Reals], Reals]
    ) -> tuple[Reals, Reals]:
        """Return (1 + dimensions, people) and (1 + dimensions, 1 + dimensions, people) what a step is made from.

        pull, stiff: (votes,) gradient and curvature in eta; sum_up: over each person's votes. Both are multiplied with
        (1, slopes), and curvature once more with that.
        """
        one = [sum_up(pull), *(sum_up(pull * slope) for slope in self.slopes)]
        two = [sum_up(stiff)]
        for at, slope in enumerate(self.slopes):
            along = stiff * slope
            two += [sum_up(along), *(sum_up(along * other) for other in self.slopes[: at + 1])]
        return np.array(one), square(np.array(two), len(one))


def asked(cells: Cells, said: Said) -> Asked:
    """Look up what was asked in each vote."""
    slopes = [cells.on_what(slope) for slope in said.slope.T]
    return Asked(cells.on_what(said.level), slopes, cells.on_what(np.exp(said.passing)))
