"""What the model holds of statements, and of the room as a whole: all that hosts need to share."""

from dataclasses import dataclass, replace

import numpy as np

from comity.converge.arrays import Reals

LEAST, LEAST_SPREAD = 1e-3, 1e-2
"""Variances below these are told as these, so that nothing is ever certain beforehand."""


@dataclass(frozen=True)
class Said:
    """Statements as the model sees them.

    level     (statements,) beta: how a person in the middle answers
    slope     (statements, dimensions) gamma: how the answer changes along each axis, one standard deviation of people
    passing   (statements,) c: how readily it is passed on
    lenient   variance of alpha, of how much people agree with whatever is asked
    steep     (dimensions,) variance of slopes; level and passing have their variance and mean likewise
    """

    level: Reals
    slope: Reals
    passing: Reals
    lenient: float
    steep: Reals
    level_mean: float
    level_spread: float
    passing_mean: float

    @property
    def dimensions(self) -> int:
        """How many axes there are."""
        return int(self.slope.shape[1])

    @property
    def features(self) -> Reals:
        """(statements, 1 + dimensions) what a person's (alpha, theta) is multiplied with."""
        return np.concatenate([np.ones((len(self.level), 1)), self.slope], axis=1)

    @property
    def numbers(self) -> Reals:
        """All that a round moves, in one row; variances as logarithms, so that any number is one."""
        variances = np.log([self.lenient, self.level_spread, *self.steep])
        whole = np.append(self.level_mean, variances)
        return np.concatenate([self.level, self.slope.ravel(), self.passing, whole])

    def of_numbers(self, numbers: Reals) -> "Said":
        """Return the model of which these are the numbers."""
        many = len(self.level)
        level, slope, passing, whole = np.split(numbers, np.cumsum([many, self.slope.size, many]))
        lenient, spread, *steep = np.exp(whole[1:]).tolist()
        return Said(
            level,
            slope.reshape(self.slope.shape),
            passing,
            lenient=max(lenient, LEAST),
            steep=np.maximum(steep, LEAST),
            level_mean=float(whole[0]),
            level_spread=max(spread, LEAST_SPREAD),
            passing_mean=self.passing_mean,
        )

    def turned(self, *, middle: Reals, axes: Reals) -> "Said":
        """Return the same model where a person at theta stands at axes⁻¹ (theta - middle), and agrees by 0 on average.

        middle: (1 + dimensions,) mean of (alpha, theta); axes: (dimensions, dimensions).
        """
        level = self.level + middle[0] + self.slope @ middle[1:]
        return replace(self, level=level, slope=self.slope @ axes)


def first(agree: Reals, passed: Reals, disagree: Reals) -> Said:
    """Begin from counts, each (statements,), without an axis."""
    level = np.log((agree + 1) / (disagree + 1)) / 2
    passing = np.log((passed + 0.5) / np.sqrt((agree + 1) * (disagree + 1)))
    seen = agree + passed + disagree
    return Said(
        level,
        np.zeros((len(level), 0)),
        passing,
        lenient=0.3,
        steep=np.zeros(0),
        level_mean=float(level.mean()),
        level_spread=1.0,
        passing_mean=float((passing * seen).sum() / max(seen.sum(), 1.0)),
    )
