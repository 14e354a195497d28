"""A crowd as a sum of bells: a mixture of normal densities, seen through what is uncertain of each person.

A crowd is people at one host or at several. Each tells sums over its own people and how many stand in each cell of a
coarse plan; whoever adds those moves the bells and tells them back.

Source: J. Bovy, D. Hogg, S. Roweis, Extreme deconvolution, Annals of Applied Statistics 5 (2011) 1657-1677.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

import numpy as np

from comity.converge.arrays import Reals, Whole
from comity.converge.groups.places import Places

ROUNDS = 60
STILL = 1e-4
CELL, EDGE = 0.2, 20
"""A cell of the plan is a fifth of a standard deviation wide; twenty are on either side of the middle."""

ALIKE = 1e-4
"""Nats. Two fits that are as likely as this are one fit, whichever a sum's last digits favour."""

FIRM = 10.0
"""A bell's covariance leans on the whole crowd's as if by so many people, so that no bell closes upon one person."""


@dataclass(frozen=True)
class Bells:
    """A mixture of k normal densities in d dimensions.

    share   (k,) of all people
    middle  (k, d)
    spread  (k, d, d) covariance
    """

    share: Reals
    middle: Reals
    spread: Reals

    def __len__(self) -> int:
        return len(self.share)


@dataclass(frozen=True)
class Seen:
    """People seen as members of bells.

    chance  (people, k) of each bell
    heard   (people,) log-likelihood of each
    theta, unsure   (people, k, d) and (people, k, d, d) where each stands if in that bell
    """

    chance: Reals
    heard: Reals
    theta: Reals
    unsure: Reals


def see(crowd: Places, bells: Bells) -> Seen:
    """Say of everybody in which bell they may be, and where."""
    precise = np.linalg.inv(bells.spread)
    whole = crowd.sharp[:, None] + precise
    unsure = np.linalg.inv(whole)
    pull = crowd.pull[:, None, :] + np.einsum("kab,kb->ka", precise, bells.middle)
    theta = np.einsum("nkab,nkb->nka", unsure, pull)
    own = np.einsum("ka,kab,kb->k", bells.middle, precise, bells.middle)
    heard = np.log(np.maximum(bells.share, 1e-300)) + 0.5 * (
        np.linalg.slogdet(precise)[1]
        - np.linalg.slogdet(whole)[1]
        + np.einsum("nka,nka->nk", pull, theta)
        - own
    )
    top = heard.max(axis=1, keepdims=True)
    chance = np.exp(heard - top)
    total = chance.sum(axis=1, keepdims=True)
    return Seen(chance / total, (np.log(total) + top)[:, 0], theta, unsure)


@dataclass(frozen=True)
class Rung:
    """Sums over a host's people, each counted as often as they weigh.

    people  how many
    heard   their log-likelihood
    many    (k,) how many are of each bell
    first   (k, d) where those stand, summed; second (k, d, d) the products of that, with what is uncertain
    """

    people: float
    heard: float
    many: Reals
    first: Reals
    second: Reals

    def __add__(self, other: "Rung") -> "Rung":
        return Rung(
            self.people + other.people,
            self.heard + other.heard,
            self.many + other.many,
            self.first + other.first,
            self.second + other.second,
        )


def rung(crowd: Places, bells: Bells, weight: Reals) -> Rung:
    """Sum up what a host's people say of bells."""
    seen = see(crowd, bells)
    held = seen.chance * weight[:, None]
    second = np.einsum("nk,nka,nkb->kab", held, seen.theta, seen.theta)
    second += np.einsum("nk,nkab->kab", held, seen.unsure)
    return Rung(
        float(weight.sum()),
        float((weight * seen.heard).sum()),
        held.sum(axis=0),
        np.einsum("nk,nka->ka", held, seen.theta),
        second,
    )


def ring(
    crowds: Sequence[Places],
    bells: Bells,
    *,
    weights: Sequence[Reals] | None = None,
    rounds: int = ROUNDS,
) -> Bells:
    """Fit bells to a crowd by expectation and maximization, from a first guess. weights: (people,) of each host."""
    counted = [np.ones(len(each)) for each in crowds] if weights is None else weights
    before = -np.inf
    for _ in range(rounds):
        here = zip(crowds, counted, strict=True)
        told = reduce(add, [rung(crowd, bells, weight) for crowd, weight in here])
        bells = _moved(told)
        now = told.heard / told.people
        if now - before < STILL / 10:
            break
        before = now
    return bells


def _moved(told: Rung) -> Bells:
    middle = told.first / np.maximum(told.many, 1e-9)[:, None]
    spread = told.second - told.many[:, None, None] * middle[:, :, None] * middle[:, None, :]
    whole = spread.sum(axis=0) / told.many.sum()
    spread = (spread + FIRM * whole) / (told.many + FIRM)[:, None, None]
    return Bells(told.many / told.many.sum(), middle, spread)


def plan(crowd: Places) -> Whole:
    """Return (cells,) how many of a host's people stand in each cell of a plan, 41 to an axis."""
    size = crowd.pull.shape[1]
    stand: Reals = np.einsum("nkl,nl->nk", np.linalg.inv(crowd.sharp + np.eye(size)), crowd.pull)
    cell = np.clip(np.rint(stand / CELL), -EDGE, EDGE).astype(np.int64) + EDGE
    number = cell @ (2 * EDGE + 1) ** np.arange(size)
    return np.bincount(number, minlength=(2 * EDGE + 1) ** size)


def beginnings(
    counted: Whole, count: int, *, size: int, draw: np.random.Generator
) -> Iterator[Bells]:
    """Yield first guesses: slices along each axis, and cells that are drawn. counted: the hosts' plans, added."""
    at = np.flatnonzero(counted)
    many = counted[at]
    cell = at[:, None] // (2 * EDGE + 1) ** np.arange(size) % (2 * EDGE + 1)
    stand = (cell - EDGE).astype(np.float64) * CELL
    middle = many @ stand / many.sum()
    whole = np.diag(np.maximum(many @ (stand - middle) ** 2 / many.sum(), 0.1))
    spread = np.repeat(whole[None] / 2, count, axis=0)
    share = np.full(count, 1 / count)
    for axis in range(size):
        order = np.argsort(stand[:, axis], kind="stable")
        upto = np.cumsum(many[order])
        sought = (np.arange(count) + 0.5) / count * many.sum()
        slices = np.zeros((count, size))
        slices[:, axis] = stand[order[np.searchsorted(upto, sought)], axis]
        yield Bells(share, slices, spread)
    for _ in range(2 if count > 2 else 1):
        yield Bells(share, _apart(stand, many, count, draw), spread)


def _apart(stand: Reals, many: Whole, count: int, draw: np.random.Generator) -> Reals:
    """Draw cells that are apart, fuller ones sooner (D. Arthur, S. Vassilvitskii, k-means++, 2007)."""
    chosen = [int(draw.choice(len(stand), p=many / many.sum()))]
    while len(chosen) < count:
        near = np.min([((stand - stand[at]) ** 2).sum(axis=1) for at in chosen], axis=0) * many
        if not near.any():
            near = many.astype(np.float64)
        chosen.append(int(draw.choice(len(stand), p=near / near.sum())))
    return stand[chosen]


def best(
    crowds: Sequence[Places], count: int, *, draw: np.random.Generator, rounds: int = ROUNDS
) -> Bells:
    """Return the bells that foretell the crowd best, of several beginnings; the first of those that do so alike."""
    guesses = list(
        beginnings(reduce(add, map(plan, crowds)), count, size=crowds[0].pull.shape[1], draw=draw)
    )
    if count == 1:
        return ring(crowds, guesses[0])
    fitted = [ring(crowds, guess, rounds=rounds) for guess in guesses]
    heard = [
        float(reduce(add, [see(crowd, bells).heard.sum() for crowd in crowds])) for bells in fitted
    ]
    return fitted[[max(heard) - each < ALIKE for each in heard].index(True)]
