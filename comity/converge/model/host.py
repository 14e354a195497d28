"""One host: it keeps its people's votes and places, and tells sums over them, never a person's own."""

from dataclasses import dataclass

import numpy as np

from comity.converge.arrays import Reals
from comity.converge.model.cells import Cells
from comity.converge.model.ordinal import answers
from comity.converge.model.said import Said
from comity.converge.model.small import inverse, products, square

LEAP = 1.5
"""A step of Newton's method is cut off at this, so that it cannot run away from a far beginning."""


@dataclass(frozen=True)
class Sums:
    """Sums over a host's people; those of several hosts are added.

    people    how many
    stand     (1 + dimensions,) sum of (alpha, theta)
    square    (1 + dimensions, 1 + dimensions) sum of their products, with what is uncertain of each
    pull      (statements, 2 + dimensions) gradient for level, slopes, passing
    stiff     (statements, 2 + dimensions, 2 + dimensions) curvature
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

    def counts(self) -> tuple[Reals, Reals, Reals]:
        """Return (statements,) how many agree, pass and disagree."""
        ones = self.weight[:, None]
        kinds = (self.cells.vote == kind for kind in (1, 0, -1))
        one, two, three = (
            self.cells.by_statement(kind.astype(np.float64), ones)[:, 0] for kind in kinds
        )
        return one, two, three

    def echo(self, mean: Reals, towards: Reals) -> Reals:
        """Return (statements, k): what people who lean towards these statements say of all, beyond the mean."""
        beyond = self.cells.vote - mean[self.cells.statement]
        own = self.cells.by_person(beyond, np.ones((len(mean), 1)))[:, 0] / (self.cells.each + 3)
        beyond = beyond - self.cells.spread(own)
        lean = self.cells.by_person(beyond, towards) / (self.cells.each[:, None] + 10)
        return self.cells.by_statement(beyond, lean * self.weight[:, None])

    def eta(self, said: Said) -> Reals:
        """Return (votes,) how strongly each vote is expected to agree."""
        at = self.cells.statement
        eta = said.level[at] + self.cells.spread(self.stand[:, 0])
        for axis in range(said.dimensions):
            eta += self.cells.spread(self.stand[:, 1 + axis]) * said.slope[at, axis]
        return eta

    def place(self, said: Said, *, steps: int = 1) -> None:
        """Move everybody to where their votes put them; alpha ~ N(0, lenient), theta ~ N(0, 1)."""
        size, rows = 1 + said.dimensions, said.features
        prior = np.concatenate([[1 / said.lenient], np.ones(said.dimensions)])
        for _ in range(steps):
            found = answers(self.eta(said), said.passing[self.cells.statement])
            pull = self.cells.by_person(self.cells.vote - found.mean, rows) - self.stand * prior
            stiff = square(self.cells.by_person(found.spread, products(rows)), size)
            stiff[:, range(size), range(size)] += prior
            self.unsure = inverse(stiff)
            step = np.einsum("nkl,nl->nk", self.unsure, pull)
            self.stand = self.stand + np.clip(step, -LEAP, LEAP)

    def sums(self, said: Said) -> Sums:
        """Return what the statements are fitted from.

        The curvature counts how uncertain each person's place is, and the gradient how that flattens the slopes: the
        second-order term of the expected log-likelihood (D. Knowles, T. Minka, 2011, section 3).
        """
        cells, many = self.cells, said.dimensions
        known = np.concatenate([np.ones((len(self.stand), 1)), self.stand[:, 1:]], axis=1)
        found = answers(self.eta(said), said.passing[cells.statement])
        held, weigh = known * self.weight[:, None], self.weight[:, None]
        loose = self.unsure.copy()
        loose[:, 0, :] = loose[:, :, 0] = 0.0
        one, two = np.tril_indices(1 + many)
        pull = cells.by_statement(cells.vote - found.mean, held)
        around = square(cells.by_statement(found.spread, loose[:, one, two] * weigh), 1 + many)
        stiff = square(cells.by_statement(found.spread, products(known) * weigh), 1 + many) + around
        pull[:, 1:] -= np.einsum("mkl,ml->mk", around[:, 1:, 1:], said.slope)
        across = cells.by_statement(-found.mean * found.passes, held)
        passed = (cells.vote == 0).astype(np.float64) - found.passes
        own = cells.by_statement(passed, weigh)
        alone = cells.by_statement(found.passes * (1 - found.passes), weigh)
        rows = np.concatenate([across, alone], axis=1)
        whole = np.empty((len(pull), 2 + many, 2 + many))
        whole[:, :-1, :-1] = stiff
        whole[:, -1, :] = whole[:, :, -1] = rows
        return Sums(
            float(self.weight.sum()),
            held_sum(self.stand, self.weight),
            np.einsum("n,nk,nl->kl", self.weight, self.stand, self.stand)
            + np.einsum("n,nkl->kl", self.weight, self.unsure),
            np.concatenate([pull, own], axis=1),
            whole,
        )

    def turn(self, *, middle: Reals, axes: Reals) -> None:
        """See everybody from another middle, along other axes."""
        self.stand = self.stand - middle
        whole = np.eye(len(middle))
        whole[1:, 1:] = inverse(axes)
        self.stand[:, 1:] = self.stand[:, 1:] @ whole[1:, 1:].T
        self.unsure = np.einsum("ka,nab,lb->nkl", whole, self.unsure, whole)


def held_sum(rows: Reals, weight: Reals) -> Reals:
    """Return the weighted sum of rows."""
    summed: Reals = (rows * weight[:, None]).sum(axis=0)
    return summed
