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
from comity.converge.model.cells import cells
from comity.converge.model.modelled import Modelled, bridge, modelled
from comity.converge.positions import Positions
from comity.converge.room import Blocs
from comity.converge.seed import fingerprint
from comity.converge.statistics import Statistics, statistics


@dataclass(frozen=True)
class Converged:
    """Findings, and what a picture is drawn from.

    model   None where there was nothing to fit
    groups  (people,) who is in which, -1 for nobody's; None where there are none
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
    sums = statistics(room, declared=declared)
    mark = fingerprint(sums)
    model = modelled([room], mark=mark)
    held = Found(Groups())
    if drawn:
        held = find(model, cells(room), names=room.people, drawn=drawn, mark=mark, told=told)
    found = findings(
        sums,
        shares=None if declared is None else declared.shares,
        model=_said_of(model),
        groups=held.groups,
        by_group=None if held.of is None else _by_group(room, held.of, held.groups.count),
    )
    return Converged(found, model, held.of)


def together(
    rooms: list[Positions], *, sums: list[Statistics], shares: Reals | None = None
) -> dict[str, Any]:
    """Find what several hosts find together, each with its own people's votes on the same statements.

    What passes between them is in Statistics, Sums and lots: sums over people, never a person's votes or place.
    Groups are not asked for.
    """
    whole = reduce(add, sums)
    model = modelled(rooms, mark=fingerprint(whole))
    return findings(whole, shares=shares, model=_said_of(model))


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


def _by_group(room: Positions, of: Codes, groups: int) -> Counts:
    return count(room, part=of, parts=groups)
