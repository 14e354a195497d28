"""Votes held back in five folds: foretold by people and statements alone, by Pol.is' positions, and by the model."""

from collections import Counter
from dataclasses import replace
from typing import Any

import numpy as np

from comity.converge import Positions, statistics
from comity.converge.arrays import Reals
from comity.converge.model.cells import Cells, cells
from comity.converge.model.choose import Held, choose
from comity.converge.model.choose import surprises as surprised
from comity.converge.model.fit import fit, moved_by
from comity.converge.model.host import Host
from comity.converge.model.said import first
from comity.converge.seed import fingerprint, fold, lots

FOLDS = 5
ROUNDS = 20


def surprises(room: Positions) -> dict[str, Any]:
    """Return nats a vote over all folds, and how many axes each fold had."""
    mark = fingerprint(statistics(room))
    laid = cells(room)
    of = fold(
        lots(mark, room.people)[room.person],
        lots(mark, room.statements)[room.statement],
        folds=FOLDS,
    )
    totals = dict.fromkeys(("here", "alone", "polis"), 0.0)
    axes = Counter[int]()
    for at in range(FOLDS):
        out = of == at
        held = Held(room.person[out], room.statement[out], room.vote[out].astype(np.float64))
        rest = laid.only(~out)
        chosen = choose([(rest, held)], mark=mark)
        axes[chosen.dimensions] += 1
        totals["here"] += chosen.held_out * out.sum()
        totals["alone"] += chosen.with_none * out.sum()
        totals["polis"] += float(by_polis(rest, held).sum())
    said = ", ".join(f"{many} with {count} axes" for count, many in sorted(axes.items()))
    return {key: total / len(room) for key, total in totals.items()} | {"axes": said}


def polis(rest: Cells) -> Reals:
    """Return (people, 2) Pol.is' positions: principal axes, means for what is missing, stretched where votes are few.

    C. Small et al., Polis: scaling deliberation (2021): coordinates times the root of statements over votes cast.
    """
    people, statements = rest.shape
    who = np.repeat(np.arange(people), rest.each)
    seen = np.maximum(np.bincount(rest.statement, minlength=statements), 1)
    mean = np.bincount(rest.statement, rest.vote, minlength=statements) / seen
    table = np.zeros(rest.shape)
    table[who, rest.statement] = rest.vote - mean[rest.statement]
    left, size, _ = np.linalg.svd(table - table.mean(axis=0), full_matrices=False)
    place: Reals = left[:, :2] * size[:2]
    place = place * np.sqrt(statements / np.maximum(rest.each, 1))[:, None]
    scaled: Reals = (place - place.mean(axis=0)) / place.std(axis=0)
    return scaled


def by_polis(rest: Cells, held: Held) -> Reals:
    """Return (people,) how surprising votes held back are, where people stand where Pol.is puts them.

    How much somebody agrees with everything, and what statements mean along Pol.is' axes, is fitted as here.
    """
    alone = Host(rest, dimensions=0)
    fit([alone], first(*alone.counts), rounds=ROUNDS)
    host = Host(rest, dimensions=2)
    host.stand = np.concatenate([alone.stand, polis(rest)], axis=1)
    flat = np.zeros((rest.shape[1], 2))
    said = replace(first(*host.counts), slope=flat, steep=np.full(2, 0.25))
    for _ in range(ROUNDS):
        said = moved_by(host.sums(said), said)
    return surprised(host, said, held)
