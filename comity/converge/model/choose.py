"""How many axes there are: as many as foretell votes held back, and none if people only differ in agreeing."""

from dataclasses import dataclass
from functools import reduce
from operator import add

import numpy as np

from comity.converge.arrays import Codes, Reals
from comity.converge.model.cells import Cells
from comity.converge.model.fit import begin, fit, further
from comity.converge.model.host import Host
from comity.converge.model.ordinal import likely
from comity.converge.model.said import Said
from comity.converge.model.small import times
from comity.converge.seed import chance

MOST = 2
"""Axes that are tried: a picture has two."""

ROUNDS = 20
STILL = 1e-2
SURE = 2.0
"""Standard errors by which an axis must pay."""

WORTH = 0.005
"""Share of the surprise that an axis must take away: less may come of nothing but more rounds of fitting."""

FLAT = 0.9
"""Share of the direction in which all statements slope alike: that is agreeing, for which people have a term."""

NODES = (-(3**0.5), 0.0, 3**0.5)
WEIGHTS = (1 / 6, 2 / 3, 1 / 6)
"""Gauss-Hermite quadrature with three points, for a person's place is uncertain."""


@dataclass(frozen=True)
class Held:
    """Votes of one host that the model has not seen: by which of its people, on what, and which."""

    person: Codes
    statement: Codes
    vote: Reals


@dataclass(frozen=True)
class Chosen:
    """How many axes, and the mean surprise (nats) at a vote held back with as many, and with none.

    said    the model of the votes that were not held back
    stand   of each host, (people, 1 + dimensions) where it puts people
    """

    dimensions: int
    held_out: float
    with_none: float
    said: Said
    stand: list[Reals]


@dataclass(frozen=True)
class Tried:
    """One number of axes: each host's surprise by person (people,), and the model."""

    by_person: list[Reals]
    votes: int
    said: Said
    hosts: list[Host]

    @property
    def mean(self) -> float:
        """Nats a vote."""
        return float(reduce(add, [each.sum() for each in self.by_person]) / max(self.votes, 1))


def choose(parted: list[tuple[Cells, Held]], *, mark: bytes) -> Chosen:
    """Try none, one, two axes, and stop at the first that does not pay.

    It pays if, over people, the surprise it saves is above two of its standard errors (people, not votes, are drawn),
    and half a hundredth of all; and if it is more than a second term for how much people agree with everything.
    parted: for each host the votes to fit, and those held back.
    """
    hosts = [Host(cells, dimensions=0) for cells, _ in parted]
    kept = none = _tried(hosts, parted, begin(hosts))
    for dimensions in range(1, MOST + 1 if _differ(hosts) else 1):
        draw = chance(mark, "axes", dimensions)
        said = further(kept.hosts, kept.said, more=1, draw=draw)
        tried = _tried([host.widened(1) for host in kept.hosts], parted, said)
        if not _pays(kept, tried) or _flat(tried.said.slope) > FLAT:
            break
        kept = tried
    stand = [host.stand for host in kept.hosts]
    return Chosen(kept.said.dimensions, kept.mean, none.mean, kept.said, stand)


def _differ(hosts: list[Host]) -> bool:
    """Not every vote is the same; where all are, no axis has two ends."""
    counts = [host.counts for host in hosts]
    cast = [float(reduce(add, each).sum()) for each in zip(*counts, strict=True)]
    return len([many for many in cast if many]) > 1


def _tried(hosts: list[Host], parted: list[tuple[Cells, Held]], said: Said) -> Tried:
    said = fit(hosts, said, rounds=ROUNDS, still=STILL).said
    surprised = [surprises(host, said, held) for host, (_, held) in zip(hosts, parted, strict=True)]
    return Tried(surprised, sum(len(held.vote) for _, held in parted), said, hosts)


def _pays(before: Tried, after: Tried) -> bool:
    saved = [one - two for one, two in zip(before.by_person, after.by_person, strict=True)]
    total = float(reduce(add, [each.sum() for each in saved]))
    error = float(np.sqrt(reduce(add, [(each * each).sum() for each in saved])))
    return total > SURE * error and total > WORTH * before.mean * before.votes


def _flat(slope: Reals) -> float:
    """Return how much of "every statement alike" lies in the plane of the axes: its squared cosine with that plane."""
    plane, _ = np.linalg.qr(slope)
    return float((plane.sum(axis=0) ** 2).sum() / len(slope))


def surprises(host: Host, said: Said, held: Held) -> Reals:
    """Return (people,) how surprising each person's held-back votes are, in nats, summed."""
    rows = said.features.T.take(held.statement, axis=1)
    eta = said.level[held.statement] + (host.stand.T.take(held.person, axis=1) * rows).sum(axis=0)
    loose = host.unsure.transpose(1, 2, 0).take(held.person, axis=2)
    unsure = np.sqrt((times(loose, rows) * rows).sum(axis=0))
    still = np.exp(said.passing)[held.statement]
    heard = np.zeros(len(eta))
    for node, weight in zip(NODES, WEIGHTS, strict=True):
        heard += weight * likely(eta + node * unsure, still, held.vote)
    found = np.bincount(held.person, -np.log(heard), minlength=len(host.stand))
    return found.astype(np.float64)
