"""The division that might be groups: as many bells as foretell people who were held back."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from comity.converge.arrays import Reals, Whole
from comity.converge.groups.bells import Bells, best, ring, see
from comity.converge.groups.gap import Gap, gap
from comity.converge.groups.places import Places
from comity.converge.seed import chance

MOST = 4
FOLDS = 5
SURE = 2.0
AT_ONCE = 2


@dataclass(frozen=True)
class Division:
    """A mixture of bells, what it gains over one bell on people held back, and the least clear gap between two.

    gain, error   nats over all people, and its standard error
    gap           of the two bells that are parted least; None where there is but one bell
    """

    bells: Bells
    gain: float
    error: float
    gap: Gap | None


def divide(crowd: Places, *, mark: bytes) -> Division:
    """Take as many bells as foretell best, and let those become one between which there is no gap.

    Where no two bells are parted the last two are kept, with the gap that they lack: the reason to refuse them.
    """
    bells, gain, error = _foretelling(crowd, mark)
    while len(bells) > 1:
        parted = _parted(crowd, bells, mark)
        if parted.is_there or len(bells) == 2:
            return Division(bells, gain, error, parted)
        bells = best(crowd, len(bells) - 1, draw=chance(mark, "bells"))
    return Division(bells, gain, error, None)


def _foretelling(crowd: Places, mark: bytes) -> tuple[Bells, float, float]:
    """Return as many bells as foretell people held back best, and what they gain over one."""
    of = chance(mark, "people").integers(0, FOLDS, len(crowd))

    def ringing(count: int) -> tuple[Bells, Reals]:
        bells = best(crowd, count, draw=chance(mark, "bells"))
        return bells, _heard(crowd, of, bells)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        # The most first: they take longest.
        tried = list(pool.map(ringing, range(MOST, 0, -1)))[::-1]
    rung, (alone, *heard) = [bells for bells, _ in tried], [each for _, each in tried]
    saved = [each - alone for each in heard]
    most = max(saved, key=lambda each: float(each.sum()))
    if float(most.sum()) <= SURE * _error(most):
        return rung[0], float(most.sum()), _error(most)
    # The fewest that come within a standard error of the best: more would be told apart by chance.
    near = [float((most - each).sum()) <= _error(most - each) for each in saved].index(True)
    return rung[1 + near], float(saved[near].sum()), _error(saved[near])


def _error(saved: Reals) -> float:
    return float(np.sqrt((saved * saved).sum()))


def _heard(crowd: Places, of: Whole, bells: Bells) -> Reals:
    """Return (people,) the log-likelihood of each under bells that were fitted without them."""
    heard = np.zeros(len(crowd))
    for held in range(FOLDS):
        rest = ring(crowd.only(np.flatnonzero(of != held)), bells)
        out = np.flatnonzero(of == held)
        heard[out] = see(crowd.only(out), rest).heard
    return heard


def _parted(crowd: Places, bells: Bells, mark: bytes) -> Gap:
    """Return the first gap that is not there, asking the nearest two bells first; else the last that is."""
    chance_of = members(crowd, bells)
    for _, one, two, line in sorted(_pairs(bells), key=lambda each: each[:3]):
        here = np.flatnonzero((chance_of == one) | (chance_of == two))
        found = gap(crowd.only(here).along(line), draw=chance(mark, "gap", one * MOST + two))
        if not found.is_there:
            break
    return found


def _pairs(bells: Bells) -> Iterator[tuple[float, int, int, Reals]]:
    """Yield how far two bells are apart, which they are, and the line on which they part best (R. Fisher, 1936)."""
    for one in range(len(bells)):
        for two in range(one):
            between = bells.middle[one] - bells.middle[two]
            line: Reals = np.linalg.solve(bells.spread[one] + bells.spread[two], between)
            yield float(between @ line), one, two, line / np.linalg.norm(line)


def members(crowd: Places, bells: Bells) -> Whole:
    """Return (people,) the likeliest bell of each."""
    found: Whole = see(crowd, bells).chance.argmax(axis=1)
    return found
