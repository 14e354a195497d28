"""Whether there are groups, asked again: an axis, several bells, a gap between any two, and that they come again."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from math import comb, exp, factorial
from typing import Any

import numpy as np

from comity.converge.arrays import Reals, Whole, Words
from comity.converge.check.bells import Bell, Crowd, best, crowd, members, rung, seen
from comity.converge.check.gap import gap
from comity.converge.check.model import Model, People, nowhere, placed, settled, turned_back
from comity.converge.check.rounds import begun, fitted, with_axes
from comity.converge.check.votes import Votes, draws, lots, luck
from comity.converge.groups import reasons
from comity.converge.groups.reasons import Shares
from comity.converge.positions import Positions

LEAST_VOTES, LEAST_PEOPLE, LEAST_STATEMENTS = 7, 20, 15
MEDIAN, TENTH, RARE, CLEAR = 0.80, 0.60, 0.01, 0.8
SHUFFLED = 19

Told = Callable[[int, int], None]


def groups(
    everybody: Votes,
    *,
    room: Positions,
    modelled: tuple[Whole, Votes, Model, People] | None,
    drawn: int,
    mark: bytes,
    told: Told,
) -> dict[str, Any]:
    """Return what is to be told of groups.

    modelled: who was, their votes, and what came of it; drawn: how often people are drawn anew.
    """
    names = room.people
    if not drawn:
        return _none(reasons.NOT_ASKED) | {"found": None}
    if modelled is None:
        return _none(reasons.NOTHING)
    kept, votes, model, people = modelled
    if votes.statements < LEAST_STATEMENTS:
        return _none(reasons.too_short(votes.statements, wanted=LEAST_STATEMENTS))
    if not model.slope.shape[1]:
        return _none(reasons.NO_AXIS)
    heard = np.flatnonzero(votes.each() >= LEAST_VOTES)
    if len(heard) < LEAST_PEOPLE:
        return _none(reasons.too_few(len(heard), wanted=LEAST_PEOPLE))
    votes, stand = votes.of(heard), crowd(people.of(heard))
    who = [names[at] for at in kept[heard].tolist()]
    bells, gain, error = _foretelling(stand, lots(mark, who, "people"), mark)
    if len(bells) == 1:
        return _none(reasons.one_bell(gain, error))
    gaps = lots(mark, who, "gap")
    chance = _parted(stand, bells, gaps)
    while chance > RARE and len(bells) > 2:
        bells = best(stand, len(bells) - 1, draws(mark, "bells"))
        chance = _parted(stand, bells, gaps)
    shares = Shares(
        *_come_again(votes, (model, bells), lots(mark, who, "drawn"), drawn=drawn, told=told),
        _by_chance(
            votes,
            (model.slope.shape[1], len(bells)),
            lots(mark, who, "shuffled"),
            lots(mark, room.statements, "shuffled"),
            mark=mark,
        ),
    )
    numbers = {"ari_median": shares.median, "ari_p10": shares.tenth, "null_p95": shares.by_chance}
    against = _against(len(bells), chance, shares)
    if against:
        return _none(against) | numbers
    inside = _members(everybody, model, bells, names)
    reason = reasons.there(len(bells), told=shares, outside=len(names) - len(inside))
    return {"found": True, "count": len(bells), "reason": reason, "members": inside, **numbers}


def _none(reason: str) -> dict[str, Any]:
    nothing = dict.fromkeys(("ari_median", "ari_p10", "null_p95"))
    return {"found": False, "count": 0, "reason": reason, "members": {}, **nothing}


def _against(bells: int, chance: float, shares: Shares) -> str:
    if chance > RARE:
        return reasons.no_gap(bells, chance=chance)
    if shares.median < MEDIAN or shares.tenth < TENTH:
        return reasons.not_again(shares, wanted=(MEDIAN, TENTH))
    return reasons.as_by_chance(shares) if shares.median <= shares.by_chance else ""


def _foretelling(of: Crowd, drawn: Words, mark: bytes) -> tuple[list[Bell], float, float]:
    """Return the bells that foretell people held back, and what they gain over one, with its standard error."""
    fold = drawn % np.uint64(5)
    tried, heard = [], []
    for count in range(1, 5):
        bells = best(of, count, draws(mark, "bells"))
        likely = np.zeros(len(fold))
        for out in range(5):
            rest = rung(of.of(fold != out), bells)
            likely[fold == out] = seen(of.of(fold == out), rest)[1]
        tried.append(bells)
        heard.append(likely)
    saved = [likely - heard[0] for likely in heard[1:]]
    most = max(saved, key=lambda each: float(each.sum()))
    if most.sum() <= 2 * _error(most):
        return tried[0], float(most.sum()), _error(most)
    near = [(most - each).sum() <= _error(most - each) for each in saved].index(True)
    return tried[1 + near], float(saved[near].sum()), _error(saved[near])


def _error(saved: Reals) -> float:
    return float(np.sqrt((saved**2).sum()))


def _parted(of: Crowd, bells: list[Bell], drawn: Words) -> float:
    """Return the chance of the first gap that is none, of the nearest two bells first; else of the last."""
    pairs = []
    for one in range(len(bells)):
        for two in range(one):
            between = bells[one][1] - bells[two][1]
            line = np.linalg.solve(bells[one][2] + bells[two][2], between)
            far = float(between @ line)
            line = line if line.any() else np.eye(len(line))[0]
            pairs.append((far, one, two, line / np.sqrt((line**2).sum())))
    which, chance = members(of, bells), 1.0
    for _, one, two, line in sorted(pairs, key=lambda each: each[:3]):
        here = (which == one) | (which == two)
        chance = gap(of.of(here).along(line), drawn[here], one * 4 + two)[1]
        if chance > RARE:
            break
    return chance


def _come_again(
    votes: Votes, found: tuple[Model, list[Bell]], of: Words, *, drawn: int, told: Told
) -> tuple[float, float]:
    model, bells = found
    people = placed(votes, model, nowhere(votes.people, model.slope.shape[1]), steps=4)
    one = members(crowd(people), bells)
    shares = []
    for at in range(drawn):
        shares.append(_index(one, _divided(votes, model, people, bells, _counted(of, at))))
        told(at + 1, drawn)
    return float(np.median(shares)), float(np.quantile(shares, 0.1))


def _counted(of: Words, at: int) -> Reals:
    """(people,) how often each is counted in a drawing: a Poisson variable of mean 1, 12 at most."""
    upto = np.cumsum([exp(-1) / factorial(many) for many in range(12)])
    passed: Whole = (upto[:, None] <= luck(of, at)).sum(axis=0)
    return passed.astype(np.float64)


def _divided(votes: Votes, model: Model, people: People, bells: list[Bell], often: Reals) -> Whole:
    """Fit to those who were drawn, in two turns and eight rounds from where all are, and divide everybody."""
    who = np.flatnonzero(often)
    some = replace(votes.of(who), weight=often[who])
    anew = fitted(some, model, people.of(who), rounds=2, still=0.0)
    model, there = turned_back(*anew, model)
    bells = rung(crowd(there), bells, weight=some.weight, rounds=8)
    return members(crowd(placed(votes, model, people)), bells)


def _by_chance(votes: Votes, size: tuple[int, int], who: Words, on: Words, *, mark: bytes) -> float:
    """Return how far a division comes again where each vote is drawn from all that are on its statement."""
    axes, count = size
    cast = np.maximum(votes.by_statement(np.ones(len(votes.vote))), 1)
    against = votes.by_statement((votes.vote < 0).astype(float)) / cast
    not_for = votes.by_statement((votes.vote < 1).astype(float)) / cast
    indexes = []
    for at in range(SHUFFLED):
        lucky = luck(who[votes.who] ^ on[votes.on], at)
        vote = np.where(
            lucky < against[votes.on], -1.0, np.where(lucky < not_for[votes.on], 0.0, 1.0)
        )
        mixed = replace(votes, vote=vote)
        guess = begun(mixed)
        people = placed(mixed, guess, nowhere(votes.people, 0), steps=2)
        guess, people = with_axes(mixed, guess, people, more=axes, draw=draws(mark, "axes"))
        model, people = settled(*fitted(mixed, guess, people, rounds=6, still=1e-3))
        bells = best(crowd(people), count, draws(mark, "shuffled", at), rounds=16)
        two = _divided(mixed, model, people, bells, _counted(who, at))
        indexes.append(_index(members(crowd(people), bells), two))
    return float(np.quantile(indexes, 0.95))


def _index(one: Whole, two: Whole) -> float:
    """Return the adjusted Rand index of two divisions."""

    def pairs(counted: Counter[Any]) -> int:
        return sum(comb(many, 2) for many in counted.values())

    left, right = one.tolist(), two.tolist()
    both, rows, columns = (
        pairs(Counter(each)) for each in (zip(left, right, strict=True), left, right)
    )
    by_chance, most = rows * columns / comb(len(left), 2), (rows + columns) / 2
    return 1.0 if most == by_chance else (both - by_chance) / (most - by_chance)


def _members(
    votes: Votes, model: Model, bells: list[Bell], names: tuple[str, ...]
) -> dict[str, int]:
    """Return who is likelier than 0.8 in one group; the larger group has the lower number."""
    people = placed(votes, model, nowhere(votes.people, model.slope.shape[1]), steps=6)
    chance, each = seen(crowd(people), bells)[0], votes.each()
    order = sorted(range(len(bells)), key=lambda at: -bells[at][0])
    return {
        name: order.index(int(chance[at].argmax()))
        for at, name in enumerate(names)
        if each[at] >= LEAST_VOTES and chance[at].max() >= CLEAR
    }
