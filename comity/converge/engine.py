"""The whole way: statistics, then the model, then findings. Each knows of the one before only what it was told."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import Any

import numpy as np

from comity.converge.arrays import Codes, Reals
from comity.converge.counts import Counts, count
from comity.converge.findings import Groups, Model, findings
from comity.converge.groups.find import Found, find
from comity.converge.model.modelled import Modelled, bridge, modelled
from comity.converge.positions import Positions
from comity.converge.room import Blocs
from comity.converge.seed import fingerprint
from comity.converge.statistics import Statistics, statistics


@dataclass(frozen=True)
class Converged:
    """Findings, and what a picture is drawn from.

    model   None where there was nothing to fit
    groups  (people,) who is in which, -1 for nobody's, one host's after another's; None where there are none
    """

    findings: dict[str, Any]
    model: Modelled | None
    groups: Codes | None


Told = Callable[[int, int], None]
"""Is told how much of the work is done, and how much there is."""


def converge(
    room: Positions,
    *,
    declared: Blocs | None = None,
    drawn: int = 200,
    told: Told = lambda _done, _of: None,
) -> Converged:
    """Find what unites, what divides, and whether there are groups.

    drawn: how often people are drawn anew to see whether groups hold; with 0 groups are not asked for.
    """
    shares = None if declared is None else declared.shares
    sums = statistics(room, declared=declared)
    return together([room], sums=[sums], shares=shares, drawn=drawn, told=told)


def together(
    rooms: list[Positions],
    *,
    sums: list[Statistics],
    shares: Reals | None = None,
    drawn: int = 200,
    told: Told = lambda _done, _of: None,
) -> Converged:
    """Find what several hosts find together, each with its own people's votes on the same statements.

    What passes between them is counts and sums over people and the lowest lots, never a person's votes or place; and,
    where there are groups, who is in which, for that is told.
    """
    whole = reduce(add, sums)
    mark = fingerprint(whole)
    model = modelled(rooms, mark=mark)
    held = Found(Groups())
    if drawn:
        held = find(model, rooms, drawn=drawn, mark=mark, told=told)
    by_group = None if held.of is None else _by_group(rooms, held.of, held.groups.count)
    found = findings(
        whole, shares=shares, model=_said_of(model), groups=held.groups, by_group=by_group
    )
    of = None if held.of is None else np.concatenate(held.of)
    return Converged(found, model, of)


def _said_of(model: Modelled | None) -> Model:
    """Return what findings say of a model."""
    if model is None:
        return Model()
    held_out = model.chosen.held_out
    return Model(
        model.chosen.dimensions,
        model.sampled,
        held_out if np.isfinite(held_out) else None,
        bridge(model.said),
    )


def _by_group(rooms: list[Positions], of: list[Codes], groups: int) -> Counts:
    pairs = zip(rooms, of, strict=True)
    return reduce(add, [count(room, part=here, parts=groups) for room, here in pairs])
