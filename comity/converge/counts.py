"""How often each part of a room agreed, passed and disagreed: sums, so that several hosts can add theirs."""

from dataclasses import dataclass

import numpy as np

from comity.converge.arrays import Codes, Whole
from comity.converge.positions import Positions

AT_ONCE = 1 << 22
"""Votes that are counted at a time, to bound the memory."""


@dataclass(frozen=True)
class Counts:
    """(parts, statements) people of each part who agree with, pass on, and disagree with each statement."""

    agree: Whole
    passed: Whole
    disagree: Whole

    @property
    def seen(self) -> Whole:
        """(parts, statements) people who voted at all."""
        seen: Whole = self.agree + self.passed + self.disagree
        return seen

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.agree + other.agree, self.passed + other.passed, self.disagree + other.disagree
        )

    def together(self) -> "Counts":
        """Return (1, statements) all parts as one."""
        return Counts(
            self.agree.sum(axis=0, keepdims=True),
            self.passed.sum(axis=0, keepdims=True),
            self.disagree.sum(axis=0, keepdims=True),
        )

    def without(self, part: int) -> "Counts":
        """Return (1, statements) all parts but one, as one."""
        rest = np.arange(len(self.agree)) != part
        return Counts(self.agree[rest], self.passed[rest], self.disagree[rest]).together()


def count(found: Positions, *, part: Codes, parts: int) -> Counts:
    """Count votes by part and statement.

    part: (people,) the part that each person belongs to, below 0 for none. Exact; order cannot matter.
    """
    statements = len(found.statements)
    table = np.zeros(parts * statements * 3, dtype=np.int64)
    for begun in range(0, len(found), AT_ONCE):
        here = slice(begun, begun + AT_ONCE)
        of = part[found.person[here]].astype(np.int64)
        cell = (of * statements + found.statement[here]) * 3 + found.vote[here] + 1
        table += np.bincount(cell[of >= 0], minlength=len(table))
    disagree, passed, agree = np.moveaxis(table.reshape(parts, statements, 3), 2, 0)
    return Counts(agree, passed, disagree)
