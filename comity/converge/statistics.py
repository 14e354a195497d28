"""What the findings are computed from, and nothing but sums: two hosts add theirs and have the findings of both."""

from dataclasses import dataclass, field

import numpy as np

from comity.converge.arrays import Codes, Whole
from comity.converge.counts import Counts, count
from comity.converge.positions import Positions
from comity.converge.room import Blocs


@dataclass(frozen=True)
class Statistics:
    """Sums over people.

    people      how many there are
    statements  their identifiers, in natural order; the same at every host
    whole       (1, statements) all people
    blocs       (blocs, statements) people of each declared bloc; None where none are declared
    in_bloc     (blocs,) how many people each has
    """

    people: int
    statements: tuple[str, ...]
    whole: Counts
    names: tuple[str, ...] = ()
    blocs: Counts | None = None
    in_bloc: Whole = field(default_factory=lambda: np.zeros(0, dtype=np.int64))

    def __add__(self, other: "Statistics") -> "Statistics":
        if (self.statements, self.names) != (other.statements, other.names):
            raise ValueError("statistics of other statements, or of other blocs, cannot be added")
        both = None
        if self.blocs is not None and other.blocs is not None:
            both = self.blocs + other.blocs
        return Statistics(
            self.people + other.people,
            self.statements,
            self.whole + other.whole,
            self.names,
            both,
            self.in_bloc + other.in_bloc,
        )


def statistics(found: Positions, *, declared: Blocs | None = None) -> Statistics:
    """Sum up the votes of those who are here."""
    if declared is None:
        nobody: Codes = np.zeros(len(found.people), dtype=np.int32)
        return Statistics(len(found.people), found.statements, count(found, part=nobody, parts=1))
    # One part more, for those of no bloc, so that the votes are gone through once.
    parts = len(declared.names)
    counted = count(found, part=np.where(declared.of < 0, parts, declared.of), parts=parts + 1)
    inside = Counts(counted.agree[:-1], counted.passed[:-1], counted.disagree[:-1])
    here = np.bincount(declared.of[declared.of >= 0], minlength=parts).astype(np.int64)
    return Statistics(
        len(found.people), found.statements, counted.together(), declared.names, inside, here
    )
