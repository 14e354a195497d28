"""Is there a gap, or is it one crowd? One crowd of whatever shape, lopsided, flat or with long tails, is the null.

On the line between two groups each person's likelihood is known. It is explained twice: by two bells, and by the
likeliest of all densities with one peak, which are mixtures of uniform densities that begin at the peak (A. Khintchine,
1938; N. Laird, 1978, for the estimate). How much better two bells do is compared with the same number for crowds that
are drawn from the density with one peak: a parametric bootstrap (G. McLachlan, Applied Statistics 36 (1987) 318-324).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

import numpy as np
from scipy.special import ndtri

from comity.converge.arrays import Reals, Words
from comity.converge.groups.places import Places
from comity.converge.seed import uniform

FEWEST = 4
"""Fewer people are not parted by anything: two on either side are the least."""

POINTS = 41
REACH = 4.0
ROUNDS = 60
"""Rounds of fitting, of the crowd and of those that are drawn alike, so that what is not yet settled is so in both."""

DRAWN = 99
OFTEN = 10
RARE = 0.01
"""One crowd looks parted as much as this in one case of a hundred."""


@dataclass(frozen=True)
class Gap:
    """What was found between two groups.

    gain     by how much two bells are likelier than the likeliest single peak, in nats; below 0 where they are not
    chance   how often one crowd would do as well; above RARE there is no gap
    """

    gain: float
    chance: float

    @property
    def is_there(self) -> bool:
        """One crowd would hardly look like this."""
        return self.chance <= RARE


def gap(crowds: Sequence[Places], *, drawn: Sequence[Words], number: int) -> Gap:
    """Ask of people on one line whether there is a gap.

    crowds: each host's people, of one dimension; drawn: their lots; number: of the question, so that another draws
    otherwise. What hosts tell is sums over people at each point of the line. Draws stop once one crowd has done as well
    ten times: then there is no gap (J. Besag, P. Clifford, Biometrika 78 (1991) 301-304).
    """
    people = sum(map(len, crowds))
    if people < FEWEST:
        return Gap(0.0, 1.0)
    stand = [each.pull[:, 0] / (each.sharp[:, 0, 0] + 1) for each in crowds]
    middle, square = (
        float(reduce(add, [(each**power).sum() for each in stand])) / people for power in (1, 2)
    )
    line = np.linspace(-REACH, REACH, POINTS) * np.sqrt(square + 0.1) + middle
    gain, one, peak = _gain(_heard(crowds, line), range(1, POINTS - 1, 3))
    as_good = 0
    near = range(max(1, peak - 3), min(POINTS - 1, peak + 4), 3)
    for done in range(1, DRAWN + 1):
        alike = [
            _drawn(crowd, line, one, lot, number * DRAWN + done)
            for crowd, lot in zip(crowds, drawn, strict=True)
        ]
        as_good += _gain(_heard(alike, line), near)[0] >= gain
        if as_good == OFTEN:
            return Gap(gain, as_good / done)
    return Gap(gain, (as_good + 1) / (DRAWN + 1))


Heard = list[Reals]
"""For each host (people, points) likelihoods, each person's best being 1."""


def _heard(crowds: Sequence[Places], line: Reals) -> Heard:
    found = []
    for crowd in crowds:
        logged = np.outer(crowd.pull[:, 0], line)
        logged -= np.outer(crowd.sharp[:, 0, 0], line * line / 2)
        found.append(np.exp(logged - logged.max(axis=1, keepdims=True, initial=-np.inf)))
    return found


def _gain(heard: Heard, peaks: range) -> tuple[float, Reals, int]:
    """Return what two bells gain over one peak, the best density with one peak, and where that is."""
    free = _two_bells(heard)
    tried = []
    for peak in peaks:
        shapes = _one_peak(POINTS, peak)
        weights, level = _densest([_from_peak(each, peak) for each in heard])
        tried.append((level, peak, weights @ shapes))
    level, peak, one = max(tried, key=lambda each: each[:2])
    return free - level, one / one.sum(), peak


def _one_peak(points: int, peak: int) -> Reals:
    """Return (points, points) uniform densities from the peak to each point."""
    at = np.arange(points)
    low, high = np.minimum(at, peak)[:, None], np.maximum(at, peak)[:, None]
    shapes: Reals = ((at >= low) & (at <= high)) / (high - low + 1)
    return shapes


def _from_peak(heard: Reals, peak: int) -> Reals:
    """Return (people, points) the mean likelihood from the peak to each point: heard times those shapes, by sums."""
    up = np.cumsum(heard[:, peak:], axis=1) / np.arange(1, heard.shape[1] - peak + 1)
    down = np.cumsum(heard[:, peak::-1], axis=1) / np.arange(1, peak + 2)
    return np.concatenate([down[:, :0:-1], up], axis=1)


def _densest(heard: Heard) -> tuple[Reals, float]:
    """Return the weights under which a crowd is likeliest, and its log-likelihood (expectation and maximization)."""
    people = sum(map(len, heard))
    weights = np.full(POINTS, 1 / POINTS)
    for _ in range(ROUNDS):
        weights = weights * _echo(heard, weights) / people
    return weights, _level(heard, weights)


def _mixed(heard: Reals, weights: Reals) -> Reals:
    # Not "@": a library for that may add in another order with another number of threads.
    mixed: Reals = np.einsum("nt,t->n", heard, weights)
    return mixed


def _echo(heard: Heard, weights: Reals) -> Reals:
    """Return (points,) over people, how likely each point is beside all of them: this a host tells."""
    return reduce(add, [np.einsum("nt,n->t", each, 1 / _mixed(each, weights)) for each in heard])


def _level(heard: Heard, weights: Reals) -> float:
    return float(reduce(add, [np.log(_mixed(each, weights)).sum() for each in heard]))


def _two_bells(heard: Heard) -> float:
    """Return the log-likelihood of the likeliest two bells (expectation and maximization on the same points)."""
    at = np.arange(POINTS, dtype=np.float64)
    crowd = _densest(heard)[0]
    middle = float(crowd @ at)
    width = float(np.sqrt(crowd @ (at - middle) ** 2))
    share, centre = np.array([0.5, 0.5]), np.array([middle - width, middle + width])
    spread = np.full(2, max(width / 2, 1.0))
    for _ in range(ROUNDS):
        bells = np.exp(-0.5 * ((at - centre[:, None]) / spread[:, None]) ** 2)
        bells /= bells.sum(axis=1, keepdims=True)
        mixed = share @ bells
        point = mixed * _echo(heard, mixed)
        own = share[:, None] * bells / np.maximum(mixed, 1e-300) * point
        many = np.maximum(own.sum(axis=1), 1e-9)
        share = many / many.sum()
        centre = np.clip(own @ at / many, 0.0, len(at) - 1.0)
        spread = np.sqrt((own * (at - centre[:, None]) ** 2).sum(axis=1) / many)
        spread = np.maximum(spread, 1.0)
    bells = np.exp(-0.5 * ((at - centre[:, None]) / spread[:, None]) ** 2)
    bells /= bells.sum(axis=1, keepdims=True)
    return _level(heard, share @ bells)


def _drawn(crowd: Places, line: Reals, one: Reals, lot: Words, at: int) -> Places:
    """Draw people of one crowd, and what would be heard of each: pull ~ N(sharp theta, sharp)."""
    sharp, step = crowd.sharp[:, 0, 0], line[1] - line[0]
    where, within, luck = (uniform(lot, 3 * at + each) for each in range(3))
    point = np.minimum(np.searchsorted(np.cumsum(one), where, side="right"), POINTS - 1)
    theta = line[point] + (within - 0.5) * step
    pull = sharp * theta + np.sqrt(sharp) * ndtri(luck)
    return Places(pull[:, None], crowd.sharp)
