"""The model is fitted by turns: people are placed by what statements mean, statements by where people stand.

Each round a host places its own people and tells sums; whoever adds them moves the statements, and tells those. With
one host it is the same computation with one term in each sum.
"""

from dataclasses import dataclass, replace
from functools import reduce
from operator import add

import numpy as np

from comity.converge.arrays import Reals
from comity.converge.model.host import Host, Sums
from comity.converge.model.said import Said, first
from comity.converge.model.small import inverse

ROUNDS = 60
STILL = 1e-4
"""No statement moves by more than this in a round: then the places are what they will be."""


@dataclass(frozen=True)
class Fitted:
    """A model, after how many rounds, and the largest step of the last."""

    said: Said
    rounds: int
    last: float


def begin(hosts: list[Host], *, dimensions: int, draw: np.random.Generator) -> Said:
    """Return a first guess: counts, and the leading axes of what people say beyond them (orthogonal iteration)."""
    agree, passed, disagree = (
        reduce(add, each) for each in zip(*(host.counts() for host in hosts), strict=True)
    )
    seen = np.maximum(agree + passed + disagree, 1)
    axes = draw.standard_normal((len(seen), dimensions))
    if dimensions:
        mean = (agree - disagree) / seen
        for _ in range(8):
            echo = reduce(add, [host.echo(mean, axes) for host in hosts])
            axes, _ = np.linalg.qr(echo / (seen[:, None] + 10))
    return first(agree, passed, disagree, slope=0.4 * np.sqrt(len(seen)) * axes)


def fit(
    hosts: list[Host],
    said: Said,
    *,
    rounds: int = ROUNDS,
    still: float = STILL,
    placing: int = 3,
) -> Fitted:
    """Fit from a first guess, or from another room's model. (statements,) must be the same at every host.

    placing: steps by which people are placed before the first round; fewer where they stand nearly right.
    """
    for host in hosts:
        host.place(said, steps=placing)
    step, done = np.inf, 0
    while done < rounds and not step < still:
        done += 1
        told = reduce(add, [host.sums(said) for host in hosts])
        middle, axes = measured(told)
        moved = moved_by(told, said).turned(middle=middle, axes=axes)
        step = float(np.abs(moved.features - said.features).max())
        step = max(step, float(np.abs(moved.level - said.level).max(initial=0.0)))
        said = moved
        for host in hosts:
            host.turn(middle=middle, axes=axes)
            host.place(said)
    return Fitted(said, done, step)


def moved_by(told: Sums, said: Said) -> Said:
    """Move the statements by one step of Newton's method, each towards what its voters say."""
    pull, stiff = told.pull.copy(), told.stiff.copy()
    many = said.dimensions
    prior = np.concatenate([[1 / said.level_spread], 1 / said.steep, [1.0]])
    mean = np.concatenate([[said.level_mean], np.zeros(many), [said.passing_mean]])
    held = np.concatenate([said.level[:, None], said.slope, said.passing[:, None]], axis=1)
    pull -= (held - mean) * prior
    stiff[:, range(2 + many), range(2 + many)] += prior
    unsure = inverse(stiff)
    held = held + np.clip(np.einsum("mkl,ml->mk", unsure, pull), -1.0, 1.0)
    level, slope = held[:, 0], held[:, 1:-1]
    loose = unsure[:, range(1 + many), range(1 + many)].mean(axis=0)
    lenient = told.square[0, 0] / told.people - (told.stand[0] / told.people) ** 2
    return replace(
        said,
        level=level,
        slope=slope,
        passing=held[:, -1],
        lenient=float(max(lenient, 1e-3)),
        steep=np.maximum((slope**2).mean(axis=0) + loose[1:], 1e-3),
        level_mean=float(level.mean()),
        level_spread=float(max(level.var() + loose[0], 1e-2)),
    )


def measured(told: Sums) -> tuple[Reals, Reals]:
    """Return the middle of all people, and the axes along which they spread by one in every direction."""
    middle = told.stand / told.people
    spread = told.square / told.people - np.outer(middle, middle)
    axes: Reals = np.linalg.cholesky(spread[1:, 1:]).astype(np.float64)
    return middle, axes


def settled(said: Said) -> Reals:
    """Return (dimensions, dimensions) the rotation to axes in the order of how much they tell, each one way round.

    The first is the axis along which answers differ most; on each the statement with the steepest slope points up.
    """
    _, axes = np.linalg.eigh(said.slope.T @ said.slope)
    axes = axes[:, ::-1]
    turned = said.slope @ axes
    steepest = np.abs(turned).argmax(axis=0)
    sign = np.where(turned[steepest, range(said.dimensions)] < 0, -1.0, 1.0)
    rotated: Reals = axes * sign
    return rotated
