"""What the model holds of statements, and of the room as a whole: all that hosts need to share."""

from dataclasses import dataclass, replace

import numpy as np

from comity.converge.arrays import Reals


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

    def turned(self, *, middle: Reals, axes: Reals) -> "Said":
        """Return the same model where a person at theta stands at axes⁻¹ (theta - middle), and agrees by 0 on average.

        middle: (1 + dimensions,) mean of (alpha, theta); axes: (dimensions, dimensions).
        """
        level = self.level + middle[0] + self.slope @ middle[1:]
        return replace(self, level=level, slope=self.slope @ axes)


def first(agree: Reals, passed: Reals, disagree: Reals, *, slope: Reals) -> Said:
    """Begin from counts, each (statements,), and a first guess of slopes."""
    level = np.log((agree + 1) / (disagree + 1)) / 2
    passing = np.log((passed + 0.5) / np.sqrt((agree + 1) * (disagree + 1)))
    seen = agree + passed + disagree
    return Said(
        level,
        slope,
        passing,
        lenient=0.3,
        steep=np.full(slope.shape[1], 0.25),
        level_mean=float(level.mean()),
        level_spread=1.0,
        passing_mean=float((passing * seen).sum() / max(seen.sum(), 1.0)),
    )
