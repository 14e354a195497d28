"""The model is fitted round by round; docs/converge.md says how many, and from where."""

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from comity.converge.arrays import Reals
from comity.converge.check.model import (
    Model,
    People,
    expected,
    moved,
    nowhere,
    placed,
    strength,
    surprises,
    turned,
)
from comity.converge.check.votes import Votes, draws


def begun(votes: Votes) -> Model:
    """Return a first guess from counts, without an axis."""
    agree, passed, disagree = (
        votes.by_statement((votes.vote == kind).astype(float)) for kind in (1, 0, -1)
    )
    cast = agree + passed + disagree
    level = np.log((agree + 1) / (disagree + 1)) / 2
    passing = np.log((passed + 0.5) / np.sqrt((agree + 1) * (disagree + 1)))
    return Model(
        level,
        np.zeros((votes.statements, 0)),
        passing,
        0.3,
        np.zeros(0),
        float(level.mean()),
        1.0,
        float((passing * cast).sum() / max(cast.sum(), 1.0)),
    )


def with_axes(
    votes: Votes, model: Model, people: People, *, more: int, draw: np.random.Generator
) -> tuple[Model, People]:
    """Add axes along which what the model leaves of the votes agrees most; everybody is in the middle of them."""
    left = votes.vote - expected(strength(votes, model, people), model.passing[votes.on])[0]
    seen, each = votes.by_statement(np.ones(len(left))), votes.each()
    towards = draw.standard_normal((more + 3, votes.statements)).T
    size = np.ones(more + 3)
    for _ in range(4):
        echo = np.empty_like(towards)
        for k in range(towards.shape[1]):
            lean = votes.by_person(left * towards[votes.on, k]) / (each + 10)
            echo[:, k] = votes.by_statement(left * lean[votes.who]) / (seen + 10)
        towards, size, _ = np.linalg.svd(echo, full_matrices=False)
    steep = np.maximum(4 * size[:more], 1e-3)
    slope = towards[:, :more] * np.sqrt(votes.statements * steep)
    wide = nowhere(votes.people, model.slope.shape[1] + more)
    wide.place[:, : people.place.shape[1]] = people.place
    model = replace(
        model,
        slope=np.column_stack([model.slope, slope]),
        steep=np.concatenate([model.steep, steep]),
    )
    return model, wide


def fitted(
    votes: Votes, model: Model, people: People, *, rounds: int, still: float
) -> tuple[Model, People]:
    """Take turns, until nothing moves by more than still. People spread by one along every axis."""
    people, past = placed(votes, model, people), Past([], [])
    for at in range(rounds):
        now, middle, square = moved(votes, model, people)
        axes = np.linalg.cholesky(square[1:, 1:]).astype(np.float64)
        axes = axes @ right_angled(now.slope @ axes)
        now = turned(now, middle, axes)
        last = at + 1 == rounds or np.abs(in_a_row(now) - in_a_row(model)).max() < still
        model = now if last else past.beyond(model, now)
        people = placed(votes, model, people.turned(middle, axes))
        if last:
            break
    return model, people


def right_angled(slope: Reals) -> Reals:
    """Return the rotation to axes at right angles over statements, the one that tells most first; none is reversed."""
    axes = np.linalg.eigh(slope.T @ slope)[1][:, ::-1].copy()
    for k in range(len(axes)):
        if axes[k, k] < 0:
            axes[:, k] *= -1
    return axes


@dataclass
class Past:
    """Where the last three rounds led, and by what steps, as rows of numbers (Anderson's acceleration)."""

    ends: list[Reals]
    steps: list[Reals]

    def beyond(self, before: Model, after: Model) -> Model:
        """Return what the next round begins from: that mixture of the last three whose steps cancel best."""
        step = in_a_row(after) - in_a_row(before)
        if self.steps and step @ step > self.steps[-1] @ self.steps[-1]:
            self.ends, self.steps = [], []
        self.ends = [*self.ends, in_a_row(after)][-3:]
        self.steps = [*self.steps, step][-3:]
        if len(self.steps) == 1:
            return after
        ways = np.column_stack([b - a for a, b in pairwise(self.ends)])
        turns = np.column_stack([b - a for a, b in pairwise(self.steps)])
        gram = turns.T @ turns
        gram += np.eye(len(gram)) * (1e-8 * np.trace(gram) + 1e-30)
        return of_row(self.ends[-1] - ways @ np.linalg.solve(gram, turns.T @ step), after)


def in_a_row(model: Model) -> Reals:
    """Return all that a round moves, variances as logarithms."""
    variances = [model.lenient, model.level_spread, *model.steep]
    whole = [model.level_mean, *np.log(variances)]
    return np.concatenate([model.level, model.slope.ravel(), model.passing, whole])


def of_row(row: Reals, like: Model) -> Model:
    """Return the model that a row stands for; variances are at least what they are in a round."""
    many, size = len(like.level), like.slope.size
    return Model(
        row[:many],
        row[many : many + size].reshape(like.slope.shape),
        row[many + size : 2 * many + size],
        max(float(np.exp(row[2 * many + size + 1])), 1e-3),
        np.maximum(np.exp(row[2 * many + size + 3 :]), 1e-3),
        float(row[2 * many + size]),
        max(float(np.exp(row[2 * many + size + 2])), 1e-2),
        like.passing_mean,
    )


def chosen(seen: Votes, held: Votes, mark: bytes) -> tuple[float, Model, People]:
    """Return the mean surprise with as many axes as pay (none, one, two), and the model and people with so many."""
    kinds = {kind for kind in (1, 0, -1) if (seen.vote == kind).any()}
    model, people = fitted(seen, begun(seen), nowhere(seen.people, 0), rounds=20, still=1e-2)
    before = surprises(model, people, held)
    for axes in (1, 2) if len(kinds) > 1 else ():
        wider = with_axes(seen, model, people, more=1, draw=draws(mark, "axes", axes))
        wider = fitted(seen, *wider, rounds=20, still=1e-2)
        now = surprises(*wider, held)
        saved = before - now
        pays = saved.sum() > 2 * np.sqrt((saved**2).sum()) and saved.sum() > 0.005 * before.sum()
        if not pays or _alike(wider[0].slope) > 0.9:
            break
        (model, people), before = wider, now
    return float(before.sum()) / max(len(held.vote), 1), model, people


def _alike(slope: Reals) -> float:
    """Return how well the slopes explain a row of ones, as the share of it that least squares leave nothing of."""
    ones = np.ones(len(slope))
    rest = ones - slope @ np.linalg.lstsq(slope, ones, rcond=None)[0]
    return 1 - float(rest @ rest) / len(slope)
