import numpy as np

from comity.converge.arrays import Whole
from comity.converge.groups.same import adjusted_rand, crossed


def index(one: Whole, two: Whole) -> float:
    return adjusted_rand(crossed(one, two, groups=3))


def test_the_same_division_under_other_names_is_the_same() -> None:
    assert index(np.array([0, 0, 1, 1, 2]), np.array([2, 2, 0, 0, 1])) == 1.0


def test_the_index_is_that_of_hubert_and_arabie() -> None:
    one, two = np.array([0, 0, 0, 1, 1, 1]), np.array([0, 0, 1, 1, 2, 2])
    # Pairs: 2 together in both, 6 and 3 in each, 15 in all: (2 - 18/15) / (4.5 - 18/15).
    assert round(index(one, two), 12) == round((2 - 1.2) / (4.5 - 1.2), 12)


def test_everybody_together_twice_is_the_same_division() -> None:
    assert index(np.zeros(4, dtype=np.int64), np.zeros(4, dtype=np.int64)) == 1.0


def test_hosts_that_add_their_tables_have_the_index_of_all() -> None:
    one, two = np.array([0, 0, 0, 1, 1, 1]), np.array([0, 0, 1, 1, 2, 2])
    tables = [crossed(one[:4], two[:4], groups=3), crossed(one[4:], two[4:], groups=3)]
    assert adjusted_rand(tables[0] + tables[1]) == index(one, two)
