"""One host: it keeps its people's votes and places, and tells sums over them, never a person's own."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from comity.converge.arrays import Reals
from comity.converge.model.asked import Asked, asked
from comity.converge.model.cells import Cells
from comity.converge.model.ordinal import Answers, answers
from comity.converge.model.said import Said
from comity.converge.model.small import halves, inverse, products, square, times

LEAP = 1.5
"""A step of Newton's method is cut off at this, so that it cannot run away from a far beginning."""


@dataclass(frozen=True)
class Sums:
    """Sums over a host's people; those of several hosts are added.

    people    how many
    stand     (1 + dimensions,) sum of (alpha, theta)
    square    (1 + dimensions, 1 + dimensions) sum of their products, with what is uncertain of each
    pull      (2 + dimensions, statements) gradient for level, slopes, passing
    stiff     (2 + dimensions, 2 + dimensions, statements) curvature
    """

    people: float
    stand: Reals
    square: Reals
    pull: Reals
    stiff: Reals

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            self.people + other.people,
            self.stand + other.stand,
            self.square + other.square,
            self.pull + other.pull,
            self.stiff + other.stiff,
        )


class Host:
    """People's votes and where each stands: (people, 1 + dimensions) alpha and theta, and how uncertain that is."""

    def __init__(self, cells: Cells, *, dimensions: int, weight: Reals | None = None) -> None:
        self.cells = cells
        self.weight = np.ones(cells.shape[0]) if weight is None else weight
        self.stand = np.zeros((cells.shape[0], 1 + dimensions))
        self.unsure = np.zeros((cells.shape[0], 1 + dimensions, 1 + dimensions))
        self._last: tuple[Said, Asked] | None = None

    def widened(self, more: int) -> "Host":
        """Return the same people where they stand, in the middle of more axes."""
        wide = Host(self.cells, dimensions=self.stand.shape[1] - 1 + more, weight=self.weight)
        wide.stand[:, : self.stand.shape[1]] = self.stand
        return wide

    @cached_property
    def counts(self) -> tuple[Reals, Reals, Reals]:
        """(statements,) how many agree, pass and disagree."""
        one, two, three = (
            self.cells.by_statement((self.cells.vote == kind).astype(np.float64), self.weight[None])
            for kind in (1, 0, -1)
        )
        return one[0], two[0], three[0]

    def left(self, said: Said) -> Reals:
        """Return (votes,) what is left of each vote beyond what is expected of it."""
        found: Reals = self.cells.vote - self._expected(self._asked(said)).mean
        return found

    def echo(self, left: Reals, towards: Reals) -> Reals:
        """Return (k, statements): what people who lean towards these statements say of all, beyond the expected."""
        own = [self.cells.by_person(left * self.cells.on_what(each)) for each in towards]
        lean = np.array(own) / (self.cells.each + 10)
        return self.cells.by_statement(left, lean * self.weight)

    def _asked(self, said: Said) -> Asked:
        """Look up what is known of each vote's statement, once for one model."""
        if self._last is None or self._last[0] is not said:
            self._last = (said, asked(self.cells, said))
        return self._last[1]

    def _expected(self, of: Asked) -> Answers:
        eta = of.level + self.cells.of_whom(self.stand[:, 0])
        for slope, stand in zip(of.slopes, self.stand.T[1:], strict=True):
            eta += slope * self.cells.of_whom(stand)
        return answers(eta, of.still)

    def place(self, said: Said, *, steps: int = 1) -> None:
        """Move everybody to where their votes put them; alpha ~ N(0, lenient), theta ~ N(0, 1)."""
        of, sum_up = self._asked(said), self.cells.by_person
        prior = np.concatenate([[1 / said.lenient], np.ones(said.dimensions)])[:, None]
        for _ in range(steps):
            found = self._expected(of)
            pull, stiff = of.sums(self.cells.vote - found.mean, found.spread, sum_up)
            stiff[range(len(prior)), range(len(prior))] += prior
            unsure = inverse(stiff)
            step = times(unsure, pull - self.stand.T * prior)
            self.stand = self.stand + np.clip(step, -LEAP, LEAP).T
            self.unsure = np.ascontiguousarray(unsure.transpose(2, 0, 1))

    def sums(self, said: Said) -> Sums:
        """Return what the statements are fitted from.

        The curvature counts how uncertain each person's place is, and the gradient how that flattens the slopes: the
        second-order term of the expected log-likelihood (D. Knowles, T. Minka, 2011, section 3).
        """
        cells, size, weight = self.cells, 1 + said.dimensions, self.weight
        found = self._expected(self._asked(said))
        known = self.stand.T.copy()
        known[0] = 1.0
        held, pairs = known * weight, products(known) * weight
        loose = halves(self.unsure[:, 1:, 1:].transpose(1, 2, 0)) * weight
        spread = cells.by_statement(found.spread, np.concatenate([pairs, loose]))
        around = square(spread[len(pairs) :], size - 1)
        passes = cells.by_statement(found.passes, held[:1])
        pull = np.empty((size + 1, cells.shape[1]))
        pull[:-1] = cells.by_statement(cells.vote - found.mean, held)
        pull[1:-1] -= times(around, said.slope.T)
        pull[-1:] = self.counts[1] - passes
        stiff = np.empty((size + 1, size + 1, cells.shape[1]))
        stiff[:-1, :-1] = square(spread[: len(pairs)], size)
        stiff[1:-1, 1:-1] += around
        stiff[-1, :-1] = stiff[:-1, -1] = -cells.by_statement(found.mean * found.passes, held)
        stiff[-1, -1:] = passes - cells.by_statement(found.passes * found.passes, held[:1])
        return Sums(float(weight.sum()), *self._moments(), pull, stiff)

    def _moments(self) -> tuple[Reals, Reals]:
        held = self.stand * self.weight[:, None]
        loose = (self.unsure * self.weight[:, None, None]).sum(axis=0)
        return held.sum(axis=0), np.einsum("nk,nl->kl", held, self.stand) + loose

    def turn(self, *, middle: Reals, axes: Reals) -> None:
        """See everybody from another middle, along other axes."""
        whole = np.eye(len(middle))
        whole[1:, 1:] = np.linalg.inv(axes)
        self.stand = (self.stand - middle) @ whole.T
        flat = self.unsure.reshape(len(self.unsure), whole.size)
        self.unsure = (flat @ np.kron(whole, whole).T).reshape(self.unsure.shape)
