"""Whether two bells explain a line of people better than the likeliest crowd with one peak, and how often chance does.

A crowd is weights on 41 points. One with a peak is a sum of flat stretches that begin at the peak; 60 rounds of
expectation and maximization find the likeliest, at every third point as the peak.
"""

import numpy as np
from scipy.special import ndtri

from comity.converge.arrays import Reals, Words
from comity.converge.check.bells import Crowd
from comity.converge.check.votes import luck

POINTS, ROUNDS = 41, 60


def gap(of: Crowd, drawn: Words, number: int) -> tuple[float, float]:
    """Return what two bells gain, in nats, and how often one crowd would as well. of: on a line; drawn: lots."""
    if len(of.pull) < 4:
        return 0.0, 1.0
    stand = of.pull / (of.sharp + 1)
    line = np.linspace(-4, 4, POINTS) * np.sqrt(np.mean(stand**2) + 0.1) + stand.mean()
    gain, one, peak = _gained(_heard(of.pull, of.sharp, line), range(1, POINTS - 1, 3))
    near = range(max(1, peak - 3), min(POINTS - 1, peak + 4), 3)
    as_good = 0
    for done in range(1, 100):
        step = line[1] - line[0]
        where, within, chance = (luck(drawn, 3 * (number * 99 + done) + each) for each in range(3))
        point = (np.cumsum(one)[:, None] <= where).sum(axis=0).clip(max=POINTS - 1)
        theta = line[point] + (within - 0.5) * step
        pull = of.sharp * theta + np.sqrt(of.sharp) * ndtri(chance)
        as_good += _gained(_heard(pull, of.sharp, line), near)[0] >= gain
        if as_good == 10:
            return gain, as_good / done
    return gain, (as_good + 1) / 100


def _heard(pull: Reals, sharp: Reals, line: Reals) -> Reals:
    """(people, points) how likely each person is at each point, the likeliest being 1."""
    logged = pull[:, None] * line - sharp[:, None] * line**2 / 2
    found: Reals = np.exp(logged - logged.max(axis=1)[:, None])
    return found


def _gained(heard: Reals, peaks: range) -> tuple[float, Reals, int]:
    tried = []
    for peak in peaks:
        shapes = np.zeros((POINTS, POINTS))
        for end in range(POINTS):
            low, high = min(peak, end), max(peak, end)
            shapes[end, low : high + 1] = 1 / (high - low + 1)
        weights, level = _likeliest(heard @ shapes.T)
        tried.append((level, peak, weights @ shapes))
    level, peak, one = max(tried, key=lambda each: each[:2])
    return _two_bells(heard) - level, one / one.sum(), peak


def _likeliest(heard: Reals) -> tuple[Reals, float]:
    weights = np.full(POINTS, 1 / POINTS)
    for _ in range(ROUNDS):
        weights = weights * (heard.T @ (1 / (heard @ weights))) / len(heard)
    return weights, float(np.log(heard @ weights).sum())


def _two_bells(heard: Reals) -> float:
    at = np.arange(POINTS)
    free = _likeliest(heard)[0]
    middle = free @ at
    width = np.sqrt(free @ (at - middle) ** 2)
    share, centre = np.array([0.5, 0.5]), np.array([middle - width, middle + width])
    spread = np.full(2, max(width / 2, 1))
    for _ in range(ROUNDS):
        bells = _bells(at, centre, spread)
        mixed = share @ bells
        point = mixed * (heard.T @ (1 / (heard @ mixed)))
        own = share[:, None] * bells / np.maximum(mixed, 1e-300) * point
        many = np.maximum(own.sum(axis=1), 1e-9)
        share, centre = many / many.sum(), np.clip(own @ at / many, 0, POINTS - 1)
        spread = np.sqrt((own * (at - centre[:, None]) ** 2).sum(axis=1) / many)
        spread = np.maximum(spread, 1)
    return float(np.log(heard @ (share @ _bells(at, centre, spread))).sum())


def _bells(at: np.ndarray, centre: Reals, spread: Reals) -> Reals:
    bells = np.exp(-0.5 * ((at - centre[:, None]) / spread[:, None]) ** 2)
    found: Reals = bells / bells.sum(axis=1)[:, None]
    return found
