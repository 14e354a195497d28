"""Rooms that were made up, so that it is known what is in them."""

import numpy as np

from comity.converge import Positions
from comity.converge.arrays import Reals

STATEMENTS = 60
SEEN = 0.5


def chance(seed: int) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(seed))


def room(
    theta: Reals, *, seed: int, lenient: float = 0.3, steep: float = 0.8, seen: float = SEEN
) -> Positions:
    """Return votes of people at theta (people, dimensions), by adjacent-category logits on drawn statements."""
    draw = chance(seed)
    people, many = theta.shape
    slope = steep * draw.standard_normal((STATEMENTS, many))
    eta = 0.5 * draw.standard_normal(STATEMENTS) + theta @ slope.T
    eta = eta + lenient * draw.standard_normal((people, 1))
    up, still = np.exp(eta), np.exp(-0.3)
    lot = draw.random(eta.shape) * (up + still + 1 / up)
    vote = np.where(lot < 1 / up, -1, np.where(lot < 1 / up + still, 0, 1))
    return positions(vote, draw.random(eta.shape) < seen)


def positions(vote: np.ndarray, seen: np.ndarray) -> Positions:
    """Return the votes (people, statements) that were seen."""
    person, statement = np.nonzero(seen)
    people, statements = vote.shape
    return Positions(
        tuple(str(at) for at in range(people)),
        tuple(str(at) for at in range(statements)),
        person.astype(np.int32),
        statement.astype(np.int32),
        vote[person, statement].astype(np.int8),
    )


def camps(*middles: tuple[float, ...], each: int, width: float, seed: int) -> Reals:
    """Return (people, dimensions) where people of several camps stand, one camp after another."""
    draw = chance(seed)
    return np.concatenate(
        [np.array(middle) + width * draw.standard_normal((each, len(middle))) for middle in middles]
    )


def shuffled_within(found: Positions, *, seed: int) -> Positions:
    """Deal each statement's votes out anew among those who saw it."""
    draw = chance(seed)
    vote = found.vote.copy()
    for at in range(len(found.statements)):
        here = np.flatnonzero(found.statement == at)
        vote[here] = draw.permutation(found.vote[here])
    return Positions(found.people, found.statements, found.person, found.statement, vote)
