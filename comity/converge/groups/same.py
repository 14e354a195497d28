"""How far two divisions of the same people are the same."""

import numpy as np

from comity.converge.arrays import Reals, Whole


def crossed(one: Whole, two: Whole, *, groups: int) -> Reals:
    """Return (groups, groups) how many people are of each group in one division and of each in another.

    one, two: (people,) groups from 0. Several hosts add theirs.
    """
    table = np.zeros((groups, groups))
    np.add.at(table, (one, two), 1.0)
    return table


def adjusted_rand(table: Reals) -> float:
    """Return the adjusted Rand index: 1 for the same division, 0 on average for chance.

    L. Hubert, P. Arabie, Comparing partitions, Journal of Classification 2 (1985).
    """
    pairs, rows, columns, whole = (
        float((many * (many - 1) / 2).sum())
        for many in (table, table.sum(axis=1), table.sum(axis=0), table.sum(keepdims=True))
    )
    by_chance = rows * columns / whole if whole else 0.0
    most = (rows + columns) / 2
    return 1.0 if most == by_chance else (pairs - by_chance) / (most - by_chance)
