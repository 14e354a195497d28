"""The division that might be groups: as many bells as foretell people who were held back."""

from dataclasses import dataclass

import numpy as np

from comity.converge.arrays import Reals, Whole
from comity.converge.groups.bells import Bells, best, see
from comity.converge.groups.gap import Gap, gap
from comity.converge.groups.places import Places
from comity.converge.seed import chance

MOST = 4
FOLDS = 5
SURE = 2.0


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
    of = chance(mark, "people").integers(0, FOLDS, len(crowd))
    alone = _heard(crowd, of, 1, mark)
    saved = [_heard(crowd, of, count, mark) - alone for count in range(2, MOST + 1)]
    most = max(saved, key=lambda each: float(each.sum()))
    gain, error = float(most.sum()), float(np.sqrt((most * most).sum()))
    count = 1
    if gain > SURE * error:
        # The fewest that come within a standard error of the best: more would be told apart by chance.
        count = 2 + [float((most - each).sum()) <= _error(most - each) for each in saved].index(
            True
        )
        chosen = saved[count - 2]
        gain, error = float(chosen.sum()), _error(chosen)
    return best(crowd, count, draw=chance(mark, "bells")), gain, error


def _error(saved: Reals) -> float:
    return float(np.sqrt((saved * saved).sum()))


def _heard(crowd: Places, of: Whole, count: int, mark: bytes) -> Reals:
    heard = np.zeros(len(crowd))
    for held in range(FOLDS):
        bells = best(crowd.only(np.flatnonzero(of != held)), count, draw=chance(mark, "bells"))
        out = np.flatnonzero(of == held)
        heard[out] = see(crowd.only(out), bells).heard
    return heard


def _parted(crowd: Places, bells: Bells, mark: bytes) -> Gap:
    """Return the least clear gap: each bell against the one that it is nearest to."""
    chance_of = see(crowd, bells).chance.argmax(axis=1)
    found = []
    for one in range(len(bells)):
        for two in range(one):
            line = np.linalg.solve(
                bells.spread[one] + bells.spread[two], bells.middle[one] - bells.middle[two]
            )
            here = np.flatnonzero((chance_of == one) | (chance_of == two))
            on = crowd.only(here).along(line / np.linalg.norm(line))
            found.append(gap(on, draw=chance(mark, "gap", one * MOST + two)))
    return max(found, key=lambda each: (each.chance, -each.gain))


def members(crowd: Places, bells: Bells) -> Whole:
    """Return (people,) the likeliest bell of each."""
    found: Whole = see(crowd, bells).chance.argmax(axis=1)
    return found
