"""How far two divisions of the same people are the same."""

import numpy as np

from comity.converge.arrays import Whole


def adjusted_rand(one: Whole, two: Whole) -> float:
    """Return the adjusted Rand index: 1 for the same division, 0 on average for chance.

    one, two: (people,) groups from 0. L. Hubert, P. Arabie, Comparing partitions, Journal of Classification 2 (1985).
    """
    table = np.zeros((int(one.max(initial=0)) + 1, int(two.max(initial=0)) + 1))
    np.add.at(table, (one, two), 1.0)
    pairs, rows, columns, whole = (
        float((many * (many - 1) / 2).sum())
        for many in (table, table.sum(axis=1), table.sum(axis=0), np.array([float(len(one))]))
    )
    by_chance = rows * columns / whole if whole else 0.0
    most = (rows + columns) / 2
    return 1.0 if most == by_chance else (pairs - by_chance) / (most - by_chance)
