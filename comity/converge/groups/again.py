"""Would the division come again? People are drawn anew, the model and the bells are fitted anew, and compared."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from comity.converge.arrays import Reals, Whole
from comity.converge.groups.bells import Bells, best, ring
from comity.converge.groups.division import members
from comity.converge.groups.places import Places, places
from comity.converge.groups.same import adjusted_rand
from comity.converge.model.cells import Cells
from comity.converge.model.fit import fit
from comity.converge.model.host import Host
from comity.converge.model.modelled import fitted
from comity.converge.model.said import Said
from comity.converge.seed import chance

ROUNDS = 2
"""Turns of the model for a drawing of the same people: it begins from where all of them put it."""

RINGS = 8
AT_ONCE = 2
SHUFFLED = 19
FROM_NOTHING = 6
"""Rounds of the model for votes that were dealt out anew: there is nothing in them to come nearer to."""


Told = Callable[[int, int], None]
"""Is told how many drawings are done, and how many there are."""


def again(laid: Cells, *, said: Said, bells: Bells, drawn: int, mark: bytes, told: Told) -> Reals:
    """Return (drawn,) the adjusted Rand index of each drawing's division of all people with the one that was found.

    laid: votes of the people who were divided. Each drawing is for itself and has its own seed, so that it does not
    matter how many are made at once.
    """
    host = Host(laid, dimensions=said.dimensions)
    host.place(said, steps=4)
    one = members(places(host.stand, host.unsure), bells)

    def drawing(at: int) -> float:
        draw = chance(mark, "drawn", at).integers(0, laid.shape[0], laid.shape[0])
        return adjusted_rand(one, _divided(laid, host.stand, said, bells, draw))

    share = np.empty(drawn)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for at, found in enumerate(pool.map(drawing, range(drawn))):
            share[at] = found
            told(at + 1, drawn)
    return share


def _divided(laid: Cells, stand: Reals, said: Said, bells: Bells, draw: Whole) -> Whole:
    """Fit the model and the bells to a drawing, and divide everybody by them."""
    who, often = np.unique(draw, return_counts=True)
    weight = often.astype(np.float64)
    drawn = Host(laid.of(who), dimensions=said.dimensions, weight=weight)
    drawn.stand = stand[who]
    said = fit([drawn], said, rounds=ROUNDS, still=0.0, placing=1).said
    bells = ring(_placed(drawn), bells, weight=weight, rounds=RINGS)
    whole = Host(laid, dimensions=said.dimensions)
    whole.stand = stand
    whole.place(said)
    return members(_placed(whole), bells)


def _placed(host: Host) -> Places:
    return places(host.stand, host.unsure)


def by_chance(laid: Cells, *, dimensions: int, count: int, mark: bytes) -> Reals:
    """Return (19,) the same index where each statement's votes are dealt out anew among those who saw it.

    Then nothing is left of how one answer goes with another, and whatever division is found comes of chance.
    """

    def shuffle(at: int) -> float:
        draw = chance(mark, "shuffled", at)
        mixed = _shuffled(laid, draw)
        host, said = fitted(mixed, dimensions=dimensions, mark=mark, rounds=FROM_NOTHING)
        bells = best(_placed(host), count, draw=draw, rounds=2 * RINGS)
        who = draw.integers(0, laid.shape[0], laid.shape[0])
        one = members(_placed(host), bells)
        return adjusted_rand(one, _divided(mixed, host.stand, said, bells, who))

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return np.array(list(pool.map(shuffle, range(SHUFFLED))))


def _shuffled(laid: Cells, draw: np.random.Generator) -> Cells:
    order = np.argsort(laid.statement, kind="stable")
    dealt = np.lexsort((draw.random(len(order)), laid.statement))
    vote = np.empty_like(laid.vote)
    vote[order] = laid.vote[dealt]
    return Cells(laid.begins, laid.statement, vote, laid.shape)
