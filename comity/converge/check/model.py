"""The model, one formula after another: where people stand, and what statements mean.

log P(agree) - log P(pass) = eta - c[j]    log P(pass) - log P(disagree) = eta + c[j]
eta = place[i] · (1, slope[j]) + level[j]    where place[i] is (alpha[i], theta[i])

Everybody takes a step of Newton's method towards their votes, and every statement one towards its voters.
"""

from dataclasses import dataclass, replace

import numpy as np

from comity.converge.arrays import Reals
from comity.converge.check.votes import Votes


@dataclass(frozen=True)
class Model:
    """Statements: level, slope (statements, axes) and passing, c; and what is known of all of them and of people."""

    level: Reals
    slope: Reals
    passing: Reals
    lenient: float
    steep: Reals
    level_mean: float
    level_spread: float
    passing_mean: float

    @property
    def rows(self) -> Reals:
        """(statements, 1 + axes) what a place is multiplied with."""
        return np.column_stack([np.ones(len(self.level)), self.slope])


@dataclass
class People:
    """(people, 1 + axes) where everybody stands, and the covariance of that."""

    place: Reals
    unsure: Reals

    def turned(self, middle: Reals, axes: Reals) -> "People":
        """Return the same seen from another middle, along other axes."""
        turn = np.eye(len(middle))
        turn[1:, 1:] = np.linalg.inv(axes)
        return People((self.place - middle) @ turn.T, turn @ self.unsure @ turn.T)

    def of(self, some: np.ndarray) -> "People":
        """Return some of them."""
        return People(self.place[some], self.unsure[some])


def nowhere(people: int, axes: int) -> People:
    """Return people of whom nothing is known yet."""
    return People(np.zeros((people, 1 + axes)), np.zeros((people, 1 + axes, 1 + axes)))


def expected(eta: Reals, passing: Reals) -> tuple[Reals, Reals, Reals]:
    """Return the mean of a vote, its variance, and the chance of a pass."""
    up = np.exp(np.clip(eta, -15, 15))
    still = np.exp(passing)
    whole = up + 1 / up + still
    mean, passes = (up - 1 / up) / whole, still / whole
    return mean, 1 - passes - mean**2, passes


def strength(votes: Votes, model: Model, people: People) -> Reals:
    """(votes,) how strongly each vote is expected to agree: eta."""
    rows = model.rows[votes.on]
    found: Reals = model.level[votes.on] + (people.place[votes.who] * rows).sum(axis=1)
    return found


def placed(votes: Votes, model: Model, people: People, *, steps: int = 1) -> People:
    """Move everybody by so many steps, none longer than 1.5 along an axis."""
    rows, many = model.rows[votes.on], model.rows.shape[1]
    prior = np.array([1 / model.lenient] + [1.0] * (many - 1))
    for _ in range(steps):
        mean, spread, _ = expected(strength(votes, model, people), model.passing[votes.on])
        pull, stiff = np.empty_like(people.place), np.empty_like(people.unsure)
        for k in range(many):
            pull[:, k] = votes.by_person((votes.vote - mean) * rows[:, k])
            pull[:, k] -= people.place[:, k] * prior[k]
            for other in range(many):
                stiff[:, k, other] = votes.by_person(spread * rows[:, k] * rows[:, other])
            stiff[:, k, k] += prior[k]
        unsure = np.linalg.inv(stiff).astype(np.float64)
        step = np.clip((unsure @ pull[:, :, None])[:, :, 0], -1.5, 1.5)
        people = People(people.place + step, unsure)
    return people


def moved(votes: Votes, model: Model, people: People) -> tuple[Model, Reals, Reals]:
    """Move every statement by one step, none longer than 1; return also people's middle, and how they spread."""
    many = model.rows.shape[1]
    weight, total = votes.weight, float(votes.weight.sum())
    known = np.column_stack([np.ones(votes.people), people.place[:, 1:]])[votes.who]
    mean, spread, passes = expected(strength(votes, model, people), model.passing[votes.on])
    pull = np.empty((votes.statements, many + 1))
    stiff = np.empty((votes.statements, many + 1, many + 1))
    for k in range(many):
        pull[:, k] = votes.by_statement((votes.vote - mean) * known[:, k])
        for other in range(many):
            stiff[:, k, other] = votes.by_statement(spread * known[:, k] * known[:, other])
        stiff[:, k, many] = stiff[:, many, k] = votes.by_statement(-mean * passes * known[:, k])
    pull[:, many] = votes.by_statement((votes.vote == 0) - passes)
    stiff[:, many, many] = votes.by_statement(passes * (1 - passes))
    for k in range(1, many):  # how uncertain people's places are flattens what statements mean
        for other in range(1, many):
            loose = votes.by_statement(spread * people.unsure[votes.who, k, other])
            stiff[:, k, other] += loose
            pull[:, k] -= loose * model.slope[:, other - 1]
    held = np.column_stack([model.level, model.slope, model.passing])
    prior = np.array([1 / model.level_spread, *(1 / model.steep), 1.0])
    pull -= (held - [model.level_mean, *[0.0] * (many - 1), model.passing_mean]) * prior
    stiff += np.diag(prior)
    unsure = np.linalg.inv(stiff)
    held = held + np.clip((unsure @ pull[:, :, None])[:, :, 0], -1, 1)
    loose_all = np.array([unsure[:, k, k].mean() for k in range(many)])
    level, slope = held[:, 0], held[:, 1:many]
    middle = (people.place * weight[:, None]).sum(axis=0) / total
    square = (people.place * weight[:, None]).T @ people.place
    square = (square + (people.unsure * weight[:, None, None]).sum(axis=0)) / total
    square -= np.outer(middle, middle)
    now = Model(
        level,
        slope,
        held[:, many],
        max(float(square[0, 0]), 1e-3),
        np.maximum((slope**2).mean(axis=0) + loose_all[1:], 1e-3),
        float(level.mean()),
        max(float(level.var() + loose_all[0]), 1e-2),
        model.passing_mean,
    )
    return now, middle, square


def turned(model: Model, middle: Reals, axes: Reals) -> Model:
    """Return statements as they are for people who are seen from another middle, along other axes."""
    level = model.level + middle[0] + model.slope @ middle[1:]
    return replace(model, level=level, slope=model.slope @ axes)


def surprises(seen: Model, people: People, held: Votes) -> Reals:
    """(people,) nats of surprise at the votes held back, over a place that is uncertain (three-point quadrature)."""
    rows = seen.rows[held.on]
    eta = strength(held, seen, people)
    unsure = np.einsum("nk,nkl,nl->n", rows, people.unsure[held.who], rows)
    heard = np.zeros(len(eta))
    for node, share in ((-1, 1 / 6), (0, 2 / 3), (1, 1 / 6)):
        at = np.clip(eta + node * np.sqrt(3 * unsure), -15, 15)
        passing = seen.passing[held.on]
        whole = np.exp(at) + np.exp(-at) + np.exp(passing)
        heard += share * np.exp(held.vote * at + np.where(held.vote == 0, passing, 0)) / whole
    return held.by_person(-np.log(heard))


def settled(model: Model, people: People) -> tuple[Model, People]:
    """Turn to axes in the order of how much they tell, the steepest statement of each pointing up."""
    axes = np.linalg.eigh(model.slope.T @ model.slope)[1][:, ::-1]
    slope = model.slope @ axes
    for k in range(axes.shape[1]):
        if slope[np.abs(slope[:, k]).argmax(), k] < 0:
            axes[:, k] *= -1
    middle = np.zeros(1 + axes.shape[1])
    return turned(model, middle, axes), people.turned(middle, axes)


def turned_back(model: Model, people: People, to: Model) -> tuple[Model, People]:
    """Turn to axes as near to those of another model as a rotation goes."""
    left, _, right = np.linalg.svd(model.slope.T @ to.slope)
    middle = np.zeros(1 + len(left))
    return turned(model, middle, left @ right), people.turned(middle, left @ right)
