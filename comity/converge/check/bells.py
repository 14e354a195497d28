"""A crowd as a sum of bells, one bell after another (extreme deconvolution; docs/converge.md).

Of each person is known the likelihood of standing at theta: exp(pull · theta - theta' sharp theta / 2).
"""

from dataclasses import dataclass

import numpy as np

from comity.converge.arrays import Reals, Whole
from comity.converge.check.model import People


@dataclass(frozen=True)
class Crowd:
    """(people, d) pull and (people, d, d) sharp of each."""

    pull: Reals
    sharp: Reals

    def of(self, some: np.ndarray) -> "Crowd":
        """Return some of them."""
        return Crowd(self.pull[some], self.sharp[some])

    def along(self, line: Reals) -> "Crowd":
        """Return where they stand on a line, the rest being as N(0, 1) has it."""
        unsure = np.linalg.inv(self.sharp + np.eye(len(line)))
        spread = np.einsum("k,nkl,l->n", line, unsure, line)
        middle = np.einsum("k,nkl,nl->n", line, unsure, self.pull)
        return Crowd(middle / spread, np.maximum(1 / spread - 1, 0))


def crowd(people: People) -> Crowd:
    """Take the N(0, 1) of the model out of where people stand; how lenient they are is left aside."""
    precise = np.linalg.inv(people.unsure[:, 1:, 1:])
    pull = (precise @ people.place[:, 1:, None])[:, :, 0]
    return Crowd(pull, precise - np.eye(precise.shape[1]))


Bell = tuple[float, Reals, Reals]
"""Share of all people, middle, covariance."""


def seen(of: Crowd, bells: list[Bell]) -> tuple[Reals, Reals, list[tuple[Reals, Reals]]]:
    """Return each person's chance of each bell, how likely they are at all, and where they are if of that bell."""
    heard, where = np.empty((len(of.pull), len(bells))), []
    for at, (share, middle, spread) in enumerate(bells):
        precise = np.linalg.inv(spread)
        whole = of.sharp + precise
        unsure = np.linalg.inv(whole)
        pull = of.pull + precise @ middle
        theta = (unsure @ pull[:, :, None])[:, :, 0]
        heard[:, at] = np.log(max(share, 1e-300)) + 0.5 * (
            np.linalg.slogdet(precise)[1]
            - np.linalg.slogdet(whole)[1]
            + (pull * theta).sum(axis=1)
            - middle @ precise @ middle
        )
        where.append((theta, unsure))
    top = heard.max(axis=1)
    chance = np.exp(heard - top[:, None])
    total = chance.sum(axis=1)
    return chance / total[:, None], np.log(total) + top, where


def rung(
    of: Crowd, bells: list[Bell], *, weight: Reals | None = None, rounds: int = 60
) -> list[Bell]:
    """Fit bells from a first guess by expectation and maximization, until a person gains less than 1e-5."""
    weight = np.ones(len(of.pull)) if weight is None else weight
    before = -np.inf
    for _ in range(rounds):
        chance, heard, where = seen(of, bells)
        held = chance * weight[:, None]
        many = held.sum(axis=0)
        middles = [held[:, at] @ theta / max(many[at], 1e-9) for at, (theta, _) in enumerate(where)]
        spreads = []
        for at, (theta, unsure) in enumerate(where):
            off = theta - middles[at]
            spread = (off * held[:, at, None]).T @ off
            spreads.append(spread + (unsure * held[:, at, None, None]).sum(axis=0))
        whole = sum(spreads) / many.sum()
        bells = [
            (float(one / many.sum()), middle, (spread + 10 * whole) / (one + 10))
            for one, middle, spread in zip(many, middles, spreads, strict=True)
        ]
        now = float((weight * heard).sum() / weight.sum())
        if now - before < 1e-5:
            break
        before = now
    return bells


def best(of: Crowd, count: int, draw: np.random.Generator, *, rounds: int = 60) -> list[Bell]:
    """Return the likeliest of several fits: from slices along each axis, and from people who are drawn."""
    size = of.pull.shape[1]
    stand = (np.linalg.inv(of.sharp + np.eye(size)) @ of.pull[:, :, None])[:, :, 0]
    spread = np.diag(np.maximum(stand.var(axis=0), 0.1)) / 2
    begun = []
    for axis in range(size):
        slices = np.quantile(stand[:, axis], (np.arange(count) + 0.5) / count)
        begun.append([np.where(np.arange(size) == axis, at, 0.0) for at in slices])
    if count == 1:
        return rung(of, [(1.0, begun[0][0], spread)])
    begun += [list(stand[_apart(stand, count, draw)]) for _ in range(2 if count > 2 else 1)]
    tried = [
        rung(of, [(1 / count, middle, spread) for middle in middles], rounds=rounds)
        for middles in begun
    ]
    return max(tried, key=lambda bells: float(seen(of, bells)[1].sum()))


def _apart(stand: Reals, count: int, draw: np.random.Generator) -> Whole:
    chosen = [int(draw.integers(len(stand)))]
    while len(chosen) < count:
        near = np.min([((stand - stand[at]) ** 2).sum(axis=1) for at in chosen], axis=0)
        chosen.append(int(draw.choice(len(stand), p=near / near.sum())))
    return np.array(chosen)


def members(of: Crowd, bells: list[Bell]) -> Whole:
    """(people,) the likeliest bell of each."""
    found: Whole = seen(of, bells)[0].argmax(axis=1)
    return found
