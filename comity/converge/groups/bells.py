"""A crowd as a sum of bells: a mixture of normal densities, seen through what is uncertain of each person.

Source: J. Bovy, D. Hogg, S. Roweis, Extreme deconvolution, Annals of Applied Statistics 5 (2011) 1657-1677.
"""

from dataclasses import dataclass

import numpy as np

from comity.converge.arrays import Reals, Whole
from comity.converge.groups.places import Places
from comity.converge.model.small import inverse

ROUNDS = 60
STILL = 1e-4
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


def ring(
    crowd: Places, bells: Bells, *, weight: Reals | None = None, rounds: int = ROUNDS
) -> Bells:
    """Fit bells to a crowd by expectation and maximization, from a first guess. weight: (people,)."""
    counted = np.ones(len(crowd)) if weight is None else weight
    before = -np.inf
    for _ in range(rounds):
        seen = see(crowd, bells)
        now = float((counted * seen.heard).sum() / counted.sum())
        bells = _moved(seen, counted)
        if now - before < STILL / 10:
            break
        before = now
    return bells


def _moved(seen: Seen, counted: Reals) -> Bells:
    held = seen.chance * counted[:, None]
    many = held.sum(axis=0)
    middle = np.einsum("nk,nka->ka", held, seen.theta) / np.maximum(many, 1e-9)[:, None]
    off = seen.theta - middle
    spread = np.einsum("nk,nka,nkb->kab", held, off, off)
    spread += np.einsum("nk,nkab->kab", held, seen.unsure)
    whole = spread.sum(axis=0) / many.sum()
    spread = (spread + FIRM * whole) / (many + FIRM)[:, None, None]
    return Bells(many / many.sum(), middle, spread)


def beginnings(crowd: Places, count: int, *, draw: np.random.Generator) -> list[Bells]:
    """Return first guesses: people in slices along each axis, and around people who are drawn."""
    size = crowd.pull.shape[1]
    stand: Reals = np.einsum("nkl,nl->nk", inverse(crowd.sharp + np.eye(size)), crowd.pull)
    whole = np.eye(size) * np.maximum(stand.var(axis=0), 0.1)
    spread = np.repeat(whole[None] / 2, count, axis=0)
    share = np.full(count, 1 / count)
    found = []
    for axis in range(size):
        at = np.quantile(stand[:, axis], (np.arange(count) + 0.5) / count)
        middle = np.zeros((count, size))
        middle[:, axis] = at
        found.append(Bells(share, middle, spread))
    apart = [_apart(stand, count, draw) for _ in range(2 if count > 2 else 1)]
    return found + [Bells(share, stand[chosen], spread) for chosen in apart]


def _apart(stand: Reals, count: int, draw: np.random.Generator) -> Whole:
    """Draw people who stand apart (D. Arthur, S. Vassilvitskii, k-means++, 2007)."""
    chosen = [int(draw.integers(len(stand)))]
    while len(chosen) < count:
        near = np.min([((stand - stand[at]) ** 2).sum(axis=1) for at in chosen], axis=0)
        chosen.append(int(draw.choice(len(stand), p=near / near.sum())))
    return np.array(chosen, dtype=np.int64)


def best(crowd: Places, count: int, *, draw: np.random.Generator, rounds: int = ROUNDS) -> Bells:
    """Return the bells that foretell the crowd best, of several beginnings."""
    if count == 1:
        return ring(crowd, beginnings(crowd, 1, draw=draw)[0])
    fitted = [ring(crowd, guess, rounds=rounds) for guess in beginnings(crowd, count, draw=draw)]
    return max(fitted, key=lambda bells: float(see(crowd, bells).heard.sum()))
