"""The model of a room: how many axes, what statements mean along them, and where people stand."""

from dataclasses import dataclass

import numpy as np

from comity.converge.arrays import Reals, Whole
from comity.converge.model.cells import Cells, cells
from comity.converge.model.choose import Chosen, Held, choose
from comity.converge.model.fit import begin, fit, further, seen_along, settled
from comity.converge.model.host import Host
from comity.converge.model.ordinal import answers
from comity.converge.model.said import Said
from comity.converge.positions import Positions
from comity.converge.seed import chance, fold, lots

MOST_PEOPLE = 5000
FOLDS = 5
ROUNDS = 30
STILL = 1e-3


@dataclass(frozen=True)
class Modelled:
    """What was fitted.

    chosen   how many axes, and how well they foretell
    said     statements, along settled axes
    hosts    each host's people; the model was fitted on them
    kept     which of a host's people those are
    sampled  how many people that is, where the room has more
    """

    chosen: Chosen
    said: Said
    hosts: list[Host]
    kept: list[Whole]
    sampled: int | None


def modelled(rooms: list[Positions], *, mark: bytes) -> Modelled | None:
    """Fit a model; None where nobody said anything, or there is but one statement.

    rooms: what each host has, over the same statements. A room of more than 5,000 people is fitted on those with the
    lowest lots. Hosts share the lowest lots, counts and sums.
    """
    drawn = [lots(mark, room.people) for room in rooms]
    kept, sampled = _sampled(drawn)
    laid = [cells(room).of(here) for room, here in zip(rooms, kept, strict=True)]
    if not sum(len(each.vote) for each in laid) or laid[0].shape[1] < 2:
        return None
    columns = lots(mark, rooms[0].statements)
    parted = [
        _parted(each, lot[here], columns) for each, lot, here in zip(laid, drawn, kept, strict=True)
    ]
    chosen = choose(parted, mark=mark)
    hosts = [Host(each, dimensions=chosen.dimensions) for each in laid]
    for host, stand in zip(hosts, chosen.stand, strict=True):
        host.stand = stand
    said = fit(hosts, chosen.said, rounds=ROUNDS, still=STILL).said
    said = seen_along(hosts, said, axes=settled(said))
    return Modelled(chosen, said, hosts, kept, sampled)


def fitted(
    laid: list[Cells], *, dimensions: int, mark: bytes, rounds: int
) -> tuple[list[Host], Said]:
    """Fit a model with so many axes from nothing, for comparison. laid: each host's votes."""
    hosts = [Host(each, dimensions=0) for each in laid]
    said = begin(hosts)
    for host in hosts:
        host.place(said, steps=2)
    said = further(hosts, said, more=dimensions, draw=chance(mark, "axes"))
    hosts = [host.widened(dimensions) for host in hosts]
    said = fit(hosts, said, rounds=rounds, still=STILL).said
    return hosts, seen_along(hosts, said, axes=settled(said))


def _sampled(drawn: list[np.ndarray]) -> tuple[list[Whole], int | None]:
    """Return, for each host, the people whose lots are among the lowest of all; and how many those are."""
    whole = np.concatenate(drawn)
    if len(whole) <= MOST_PEOPLE:
        return [np.arange(len(each), dtype=np.int64) for each in drawn], None
    last = np.partition(whole, MOST_PEOPLE - 1)[MOST_PEOPLE - 1]
    return [np.flatnonzero(each <= last) for each in drawn], int((whole <= last).sum())


def _parted(laid: Cells, person: np.ndarray, columns: np.ndarray) -> tuple[Cells, Held]:
    of = fold(np.repeat(person, laid.each), columns[laid.statement], folds=FOLDS)
    out = of == 0
    who = np.repeat(np.arange(laid.shape[0], dtype=np.int32), laid.each)
    return laid.only(~out), Held(who[out], laid.statement[out], laid.vote[out])


def bridge(said: Said) -> Reals:
    """Return (statements,) what somebody in the middle would say: 1 agrees for certain, -1 disagrees.

    The middle is where alpha and theta are 0. It is the statement's own term in mu + person + statement + factors,
    which needs no clusters (S. Wojcik et al., Birdwatch, 2022), on the scale of votes.
    """
    mean: Reals = answers(said.level, np.exp(said.passing)).mean
    return mean
