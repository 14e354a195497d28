"""A crowd as a sum of bells, one bell after another (extreme deconvolution; docs/converge.md).

Of each person is known the likelihood of standing at theta: exp(pull · theta - theta' sharp theta / 2).
"""

from collections import Counter
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
    """Return the likeliest of several fits, or the first that is within 1e-4 of it.

    They begin from slices along each axis, and from cells that are drawn: of a plan with 41 cells of 0.2 to an axis.
    """
    size = of.pull.shape[1]
    stand = (np.linalg.inv(of.sharp + np.eye(size)) @ of.pull[:, :, None])[:, :, 0]
    counted = Counter(map(tuple, np.clip(np.rint(stand / 0.2), -20, 20).astype(int).tolist()))
    cells = sorted(counted, key=lambda cell: cell[::-1])
    many = np.array([counted[cell] for cell in cells])
    at = np.array(cells) * 0.2
    off = at - many @ at / many.sum()
    spread = np.diag(np.maximum(many @ off**2 / many.sum(), 0.1)) / 2
    begun = []
    for axis in range(size):
        line = np.repeat(at[:, axis], many)
        line.sort()
        sought = np.ceil((np.arange(count) + 0.5) / count * len(line)).astype(int) - 1
        begun.append([np.where(np.arange(size) == axis, line[each], 0.0) for each in sought])
    if count == 1:
        return rung(of, [(1.0, begun[0][0], spread)])
    begun += [list(_apart(at, many, count, draw)) for _ in range(2 if count > 2 else 1)]
    tried = [
        rung(of, [(1 / count, middle, spread) for middle in middles], rounds=rounds)
        for middles in begun
    ]
    heard = [float(seen(of, bells)[1].sum()) for bells in tried]
    return next(bells for bells, each in zip(tried, heard, strict=True) if max(heard) - each < 1e-4)


def _apart(at: Reals, many: Whole, count: int, draw: np.random.Generator) -> Reals:
    chosen = [int(draw.choice(len(at), p=many / many.sum()))]
    while len(chosen) < count:
        near = np.min([((at - at[one]) ** 2).sum(axis=1) for one in chosen], axis=0) * many
        near = near if near.any() else many.astype(float)
        chosen.append(int(draw.choice(len(at), p=near / near.sum())))
    return at[chosen]


def members(of: Crowd, bells: list[Bell]) -> Whole:
    """(people,) the likeliest bell of each."""
    found: Whole = seen(of, bells)[0].argmax(axis=1)
    return found
