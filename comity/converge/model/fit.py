"""The model is fitted by turns: people are placed by what statements mean, statements by where people stand.

Each round a host places its own people and tells sums; whoever adds those moves the statements, and tells those. With
one host it is the same computation with one term in each sum.
"""

from dataclasses import dataclass, replace
from functools import reduce
from operator import add

import numpy as np

from comity.converge.arrays import Reals
from comity.converge.model.host import Host, Sums
from comity.converge.model.said import LEAST, LEAST_SPREAD, Said, first
from comity.converge.model.small import inverse, times
from comity.converge.model.trail import Trail

ROUNDS = 60
STILL = 1e-4
"""No number of the model moves by more than this in a round: then the places are what they will be."""

TURNS, BESIDE = 4, 3
"""How often an axis is sought by turns, and how many are sought beside it so that it is found sooner."""


@dataclass(frozen=True)
class Fitted:
    """A model, after how many rounds, and the largest step of the last."""

    said: Said
    rounds: int
    last: float


def begin(hosts: list[Host]) -> Said:
    """Return a first guess without an axis, from counts."""
    agree, passed, disagree = (
        reduce(add, each) for each in zip(*(host.counts for host in hosts), strict=True)
    )
    return first(agree, passed, disagree)


def further(hosts: list[Host], said: Said, *, more: int, draw: np.random.Generator) -> Said:
    """Return the same model with more axes: those along which what it leaves of the votes agrees the most.

    Subspace iteration (N. Halko, P. Martinsson, J. Tropp, SIAM Review 53 (2011) 217-288, section 4.5). Slopes are as
    steep as one turn says: it gives back a slope times its variance and that of two votes, each taken for a half.
    """
    left = [host.left(said) for host in hosts]
    seen = reduce(add, [reduce(add, host.counts) for host in hosts]) + 10
    axes = draw.standard_normal((more + BESIDE, len(seen)))
    size = np.ones(more + BESIDE)
    for _ in range(TURNS):
        pairs = zip(hosts, left, strict=True)
        echo = reduce(add, [host.echo(each, axes) for host, each in pairs]) / seen
        _, size, axes = np.linalg.svd(echo, full_matrices=False)
    steep = np.maximum(4 * size[:more], LEAST)
    slope = axes[:more].T * np.sqrt(steep * len(seen))
    return replace(
        said,
        slope=np.concatenate([said.slope, slope], axis=1),
        steep=np.concatenate([said.steep, steep]),
    )


def fit(hosts: list[Host], said: Said, *, rounds: int = ROUNDS, still: float = STILL) -> Fitted:
    """Fit from a first guess, or from another room's model. (statements,) must be the same at every host."""
    for host in hosts:
        host.place(said)
    trail, step, done = Trail(), np.inf, 0
    while done < rounds and not step < still:
        done += 1
        told = reduce(add, [host.sums(said) for host in hosts])
        middle, axes = measured(told)
        moved = moved_by(told, said)
        axes = axes @ principal(moved.slope @ axes)
        begun, ended = said.numbers, moved.turned(middle=middle, axes=axes).numbers
        step = float(np.abs(ended - begun).max())
        is_last = done == rounds or step < still
        said = said.of_numbers(ended if is_last else trail.onward(begun, ended))
        for host in hosts:
            host.turn(middle=middle, axes=axes)
            host.place(said)
    return Fitted(said, done, step)


def moved_by(told: Sums, said: Said) -> Said:
    """Move the statements by one step of Newton's method, each towards what its voters say."""
    pull, stiff = told.pull.copy(), told.stiff.copy()
    many = said.dimensions
    prior = np.concatenate([[1 / said.level_spread], 1 / said.steep, [1.0]])[:, None]
    mean = np.concatenate([[said.level_mean], np.zeros(many), [said.passing_mean]])[:, None]
    held = np.concatenate([said.level[None], said.slope.T, said.passing[None]])
    pull -= (held - mean) * prior
    stiff[range(2 + many), range(2 + many)] += prior
    unsure = inverse(stiff)
    held = held + np.clip(times(unsure, pull), -1.0, 1.0)
    level, slope = held[0], np.ascontiguousarray(held[1:-1].T)
    loose = unsure[range(1 + many), range(1 + many)].mean(axis=1)
    lenient = told.square[0, 0] / told.people - (told.stand[0] / told.people) ** 2
    return replace(
        said,
        level=level,
        slope=slope,
        passing=held[-1],
        lenient=float(max(lenient, LEAST)),
        steep=np.maximum((slope**2).mean(axis=0) + loose[1:], LEAST),
        level_mean=float(level.mean()),
        level_spread=float(max(level.var() + loose[0], LEAST_SPREAD)),
    )


def measured(told: Sums) -> tuple[Reals, Reals]:
    """Return the middle of all people, and the axes along which they spread by one in every direction."""
    middle = told.stand / told.people
    spread = told.square / told.people - np.outer(middle, middle)
    axes: Reals = np.linalg.cholesky(spread[1:, 1:]).astype(np.float64)
    return middle, axes


def principal(slope: Reals) -> Reals:
    """Return (dimensions, dimensions) the rotation to axes at right angles in the order of how much they tell.

    Each keeps the way round that it has. Votes are as likely whichever way axes are turned, so that rounds alone would
    be long in turning them.
    """
    _, axes = np.linalg.eigh(_gram(slope))
    axes = axes[:, ::-1]
    rotated: Reals = axes * np.where(axes.diagonal() < 0, -1.0, 1.0)
    return rotated


def settled(said: Said) -> Reals:
    """Return (dimensions, dimensions) the rotation to principal axes, the steepest statement of each pointing up."""
    axes = principal(said.slope)
    turned = said.slope @ axes
    steepest = np.abs(turned).argmax(axis=0)
    sign = np.where(turned[steepest, range(said.dimensions)] < 0, -1.0, 1.0)
    rotated: Reals = axes * sign
    return rotated


def nearest(new: Reals, old: Reals) -> Reals:
    """Return (dimensions, dimensions) the rotation that brings new slopes nearest to old ones.

    Source: P. Schönemann, A generalized solution of the orthogonal Procrustes problem, Psychometrika 31 (1966) 1-10.
    """
    left, _, right = np.linalg.svd(new.T @ old)
    turn: Reals = left @ right
    return turn


def seen_along(hosts: list[Host], said: Said, *, axes: Reals) -> Said:
    """See people and statements along other axes through the same middle."""
    middle = np.zeros(1 + said.dimensions)
    for host in hosts:
        host.turn(middle=middle, axes=axes)
    return said.turned(middle=middle, axes=axes)


def _gram(slope: Reals) -> Reals:
    # A sum of numpy's own: BLAS may add in another order on another number of threads.
    found: Reals = (slope[:, :, None] * slope[:, None]).sum(axis=0)
    return found
