"""The division that might be groups: as many bells as foretell people who were held back."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import reduce
from operator import add

import numpy as np

from comity.converge.arrays import Reals, Whole, Words
from comity.converge.groups.bells import Bells, best, ring, see
from comity.converge.groups.gap import Gap, gap
from comity.converge.groups.places import Places
from comity.converge.seed import chance, lots

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


def divide(crowds: Sequence[Places], *, people: Sequence[Sequence[str]], mark: bytes) -> Division:
    """Take as many bells as foretell best, and let those become one between which there is no gap.

    crowds: each host's; people: the names of those, whose lots decide what is drawn for them.
    Where no two bells are parted the last two are kept, with the gap that they lack: the reason to refuse them.
    """
    bells, gain, error = _foretelling(crowds, [lots(mark, each, "people") for each in people], mark)
    drawn = [lots(mark, each, "gap") for each in people]
    while len(bells) > 1:
        parted = _parted(crowds, bells, drawn)
        if parted.is_there or len(bells) == 2:
            return Division(bells, gain, error, parted)
        bells = best(crowds, len(bells) - 1, draw=chance(mark, "bells"))
    return Division(bells, gain, error, None)


def _foretelling(
    crowds: Sequence[Places], drawn: Sequence[Words], mark: bytes
) -> tuple[Bells, float, float]:
    """Return as many bells as foretell people held back best, and what they gain over one."""
    of = [(each % np.uint64(FOLDS)).astype(np.int64) for each in drawn]

    def ringing(count: int) -> tuple[Bells, Each]:
        bells = best(crowds, count, draw=chance(mark, "bells"))
        return bells, _heard(crowds, of, bells)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        # The most first: they take longest.
        tried = list(pool.map(ringing, range(MOST, 0, -1)))[::-1]
    fitted, (alone, *heard) = [bells for bells, _ in tried], [each for _, each in tried]
    saved = [_less(each, alone) for each in heard]
    most = max(saved, key=_sum)
    if _sum(most) <= SURE * _error(most):
        return fitted[0], _sum(most), _error(most)
    # The fewest that come within a standard error of the best: more would be told apart by chance.
    short = [_less(most, each) for each in saved]
    near = [_sum(each) <= _error(each) for each in short].index(True)
    return fitted[1 + near], _sum(saved[near]), _error(saved[near])


Each = list[Reals]
"""A number for each person, at each host; only its sum, and that of its square, is told."""


def _less(one: Each, other: Each) -> Each:
    return [mine - yours for mine, yours in zip(one, other, strict=True)]


def _sum(each: Each) -> float:
    return float(reduce(add, [here.sum() for here in each]))


def _error(each: Each) -> float:
    return float(np.sqrt(reduce(add, [(here * here).sum() for here in each])))


def _heard(crowds: Sequence[Places], of: Sequence[Whole], bells: Bells) -> Each:
    """Return, for each host, (people,) the log-likelihood of each under bells that were fitted without them."""
    heard = [np.zeros(len(crowd)) for crowd in crowds]
    for held in range(FOLDS):
        pairs = list(zip(crowds, of, strict=True))
        rest = ring([crowd.only(np.flatnonzero(fold != held)) for crowd, fold in pairs], bells)
        for here, (crowd, fold) in zip(heard, pairs, strict=True):
            out = np.flatnonzero(fold == held)
            here[out] = see(crowd.only(out), rest).heard
    return heard


def _parted(crowds: Sequence[Places], bells: Bells, drawn: Sequence[Words]) -> Gap:
    """Return the first gap that is not there, asking the nearest two bells first; else the last that is."""
    which = [members(crowd, bells) for crowd in crowds]
    for _, one, two, line in sorted(_pairs(bells), key=lambda each: each[:3]):
        here = [np.flatnonzero((of == one) | (of == two)) for of in which]
        found = gap(
            [crowd.only(at).along(line) for crowd, at in zip(crowds, here, strict=True)],
            drawn=[each[at] for each, at in zip(drawn, here, strict=True)],
            number=one * MOST + two,
        )
        if not found.is_there:
            break
    return found


def _pairs(bells: Bells) -> Iterator[tuple[float, int, int, Reals]]:
    """Yield how far two bells are apart, which they are, and the line on which they part best (R. Fisher, 1936)."""
    for one in range(len(bells)):
        for two in range(one):
            between = bells.middle[one] - bells.middle[two]
            line: Reals = np.linalg.solve(bells.spread[one] + bells.spread[two], between)
            far = float(between @ line)
            if not line.any():  # two bells in one place: any line will tell that no gap parts them
                line[0] = 1.0
            yield far, one, two, line / np.linalg.norm(line)


def members(crowd: Places, bells: Bells) -> Whole:
    """Return (people,) the likeliest bell of each."""
    found: Whole = see(crowd, bells).chance.argmax(axis=1)
    return found
