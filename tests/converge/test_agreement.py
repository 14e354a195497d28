import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.converge.agreement import Z, consensus, floor, wilson
from comity.converge.arrays import Whole


def column(*values: int) -> Whole:
    return np.array(values, dtype=np.int64).reshape(-1, 1)


def test_an_interval_is_wilson_s() -> None:
    # Both ends solve (p - x)^2 = z^2 x (1 - x) / n, which is how Wilson has it.
    low, high = wilson(column(71), of=column(100))
    for end in (float(low[0, 0]), float(high[0, 0])):
        assert math.isclose((0.71 - end) ** 2, Z * Z * end * (1 - end) / 100)
    assert (round(float(low[0, 0]), 4), round(float(high[0, 0]), 4)) == (0.6146, 0.7899)


@pytest.mark.parametrize(("agree", "seen"), [(0, 0), (0, 7), (7, 7)])
def test_an_interval_stays_within_nothing_and_all(agree: int, seen: int) -> None:
    low, high = wilson(column(agree), of=column(seen))
    assert (low[0, 0] == 0, high[0, 0] == 1) == (agree == 0, agree == seen)


def test_a_part_that_saw_nothing_has_no_floor_to_stand_on() -> None:
    assert floor(column(90, 0), seen=column(100, 0)).tolist() == [0.0]


def test_the_floor_is_the_lowest_part_s() -> None:
    alone = floor(column(60), seen=column(100))
    assert floor(column(90, 60), seen=column(100, 100)).tolist() == alone.tolist()


def test_consensus_is_a_geometric_mean_and_knows_no_number_of_parts() -> None:
    one = float(consensus(column(7), seen=column(10))[0])
    assert math.isclose(one, 8 / 12)
    assert math.isclose(float(consensus(column(7, 7, 7), seen=column(10, 10, 10))[0]), one)
    two = float(consensus(column(9, 0), seen=column(10, 10))[0])
    assert math.isclose(two, math.sqrt(Fraction(10, 12) * Fraction(1, 12)))


@given(st.integers(1, 500), st.data())
def test_more_who_agree_never_lower_the_interval(seen: int, data: st.DataObject) -> None:
    agree = data.draw(st.integers(0, seen - 1))
    low, high = wilson(column(agree, agree + 1), of=column(seen, seen))
    assert low[0, 0] <= low[1, 0]
    assert high[0, 0] <= high[1, 0]
