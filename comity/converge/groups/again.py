"""Would the division come again? People are drawn anew, the model and the bells are fitted anew, and compared.

A drawing counts each person as often as a Poisson variable of mean 1 says, drawn by that person's lot: what drawing
with replacement comes to where nobody knows how many others there are (J. Hanley, B. MacGibbon, Computer Methods and
Programs in Biomedicine 83 (2006) 57-62; N. Chamandy and others, Estimating uncertainty for massive data streams, 2012).
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import reduce
from operator import add

import numpy as np
from scipy.special import pdtr

from comity.converge.arrays import Reals, Whole, Words
from comity.converge.groups.bells import Bells, best, ring
from comity.converge.groups.division import members
from comity.converge.groups.places import Places, places
from comity.converge.groups.same import adjusted_rand, crossed
from comity.converge.model.cells import Cells
from comity.converge.model.fit import fit, nearest, seen_along
from comity.converge.model.host import Host
from comity.converge.model.modelled import fitted
from comity.converge.model.said import Said
from comity.converge.seed import chance, lots, uniform

ROUNDS = 2
"""Turns of the model for a drawing of the same people: it begins from where all of them put it."""

RINGS = 8
AT_ONCE = 2
SHUFFLED = 19
FROM_NOTHING = 6
"""Rounds of the model for votes that were dealt out anew: there is nothing in them to come nearer to."""

OFTEN = np.asarray(pdtr(np.arange(12), 1.0))
"""(12,) the chance that a person is counted so many times or fewer."""

Told = Callable[[int, int], None]
"""Is told how many drawings are done, and how many there are."""


@dataclass(frozen=True)
class Room:
    """The votes of one host's people who were divided, and their names; statements are the same at every host."""

    cells: Cells
    people: Sequence[str]
    statements: Sequence[str]


def again(
    rooms: Sequence[Room], *, said: Said, bells: Bells, drawn: int, mark: bytes, told: Told
) -> Reals:
    """Return (drawn,) the adjusted Rand index of each drawing's division of all people with the one that was found.

    Each drawing is for itself, so that it does not matter how many are made at once.
    """
    laid = [room.cells for room in rooms]
    hosts = [Host(each, dimensions=said.dimensions) for each in laid]
    for host in hosts:
        host.place(said, steps=4)
    stand = [host.stand for host in hosts]
    one = [members(_placed(host), bells) for host in hosts]
    of = [lots(mark, room.people, "drawn") for room in rooms]

    def drawing(at: int) -> float:
        return _index(one, _divided(laid, stand, said, bells, _counted(of, at)), len(bells))

    share = np.empty(drawn)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for at, found in enumerate(pool.map(drawing, range(drawn))):
            share[at] = found
            told(at + 1, drawn)
    return share


def _counted(of: Sequence[Words], at: int) -> list[Reals]:
    """Return, for each host, (people,) how often each is counted in a drawing."""
    return [np.searchsorted(OFTEN, uniform(lot, at), side="right").astype(np.float64) for lot in of]


def _index(one: Sequence[Whole], two: Sequence[Whole], groups: int) -> float:
    pairs = zip(one, two, strict=True)
    return adjusted_rand(reduce(add, [crossed(a, b, groups=groups) for a, b in pairs]))


def _divided(
    laid: Sequence[Cells],
    stand: Sequence[Reals],
    said: Said,
    bells: Bells,
    weights: Sequence[Reals],
) -> list[Whole]:
    """Fit the model and the bells to a drawing, and divide everybody by them."""
    hosts = []
    for each, there, weight in zip(laid, stand, weights, strict=True):
        who = np.flatnonzero(weight)
        host = Host(each.of(who), dimensions=said.dimensions, weight=weight[who])
        host.stand = there[who]
        hosts.append(host)
    anew = fit(hosts, said, rounds=ROUNDS, still=0.0).said
    # Bells lie along the axes that there were; two that tell as much might have changed places.
    said = seen_along(hosts, anew, axes=nearest(anew.slope, said.slope))
    drawn = [_placed(host) for host in hosts]
    bells = ring(drawn, bells, weights=[host.weight for host in hosts], rounds=RINGS)
    found = []
    for each, there in zip(laid, stand, strict=True):
        whole = Host(each, dimensions=said.dimensions)
        whole.stand = there
        whole.place(said)
        found.append(members(_placed(whole), bells))
    return found


def _placed(host: Host) -> Places:
    return places(host.stand, host.unsure)


def by_chance(rooms: Sequence[Room], *, dimensions: int, count: int, mark: bytes) -> Reals:
    """Return (19,) the same index where each vote is drawn anew from all that were cast on its statement.

    Then nothing is left of how one answer goes with another, and whatever division is found comes of chance.
    """
    people = [lots(mark, room.people, "shuffled") for room in rooms]
    on = lots(mark, rooms[0].statements, "shuffled")
    upto = _shares(rooms)

    def shuffle(at: int) -> float:
        mixed = [
            _shuffled(room.cells, lot, on, upto, at)
            for room, lot in zip(rooms, people, strict=True)
        ]
        hosts, said = fitted(mixed, dimensions=dimensions, mark=mark, rounds=FROM_NOTHING)
        crowds = [_placed(host) for host in hosts]
        bells = best(crowds, count, draw=chance(mark, "shuffled", at), rounds=2 * RINGS)
        one = [members(crowd, bells) for crowd in crowds]
        stand = [host.stand for host in hosts]
        return _index(one, _divided(mixed, stand, said, bells, _counted(people, at)), count)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return np.array(list(pool.map(shuffle, range(SHUFFLED))))


def _shares(rooms: Sequence[Room]) -> Reals:
    """Return (2, statements) the share that disagrees, and that disagrees or passes."""
    counts = [Host(room.cells, dimensions=0).counts for room in rooms]
    agree, passed, disagree = (reduce(add, each) for each in zip(*counts, strict=True))
    cast = np.maximum(agree + passed + disagree, 1)
    return np.stack([disagree / cast, (disagree + passed) / cast])


def _shuffled(laid: Cells, person: Words, statement: Words, upto: Reals, at: int) -> Cells:
    lot = np.repeat(person, laid.each) ^ statement[laid.statement]
    luck = uniform(lot, at)
    low, high = upto[:, laid.statement]
    vote = (luck >= low).astype(np.float64) + (luck >= high) - 1
    return Cells(laid.begins, laid.statement, vote, laid.shape)
