"""What the parts say, and the least number of people who overturn it, against trying every way."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.converge.counts import Counts
from comity.converge.verdict import Verdict, flips, verdicts

PART = st.tuples(st.integers(0, 4), st.integers(0, 3), st.integers(0, 4))


def counts(parts: list[tuple[int, int, int]]) -> Counts:
    """Return counts of one statement: (agree, pass, disagree) of each part."""
    table = np.array(parts, dtype=np.int64)
    return Counts(*(table[:, at : at + 1] for at in range(3)))


def verdict(parts: list[tuple[int, int, int]]) -> Verdict:
    return verdicts(counts(parts))[0]


def splits(number: int) -> list[tuple[int, int, int]]:
    return [
        (agree, passed, number - agree - passed)
        for agree in range(number + 1)
        for passed in range(number + 1 - agree)
    ]


def changed(one: tuple[int, int, int], two: tuple[int, int, int]) -> int:
    return sum(abs(a - b) for a, b in zip(one, two, strict=True)) // 2


def least(parts: list[tuple[int, int, int]]) -> int:
    """Try every way in which people could have voted."""
    now = verdict(parts)
    return min(
        sum(changed(one, two) for one, two in zip(parts, other, strict=True))
        for other in product(*(splits(sum(part)) for part in parts))
        if verdict(list(other)) != now
    )


@pytest.mark.slow
@given(st.lists(PART.filter(lambda part: sum(part) > 0), min_size=1, max_size=2))
def test_the_least_number_is_the_least_of_all_ways(parts: list[tuple[int, int, int]]) -> None:
    assert flips(counts(parts)) == [least(parts)]


def test_all_parts_agree_only_if_more_than_half_of_each_do() -> None:
    assert verdict([(3, 1, 1), (2, 0, 1)]) is Verdict.AGREED
    assert verdict([(3, 1, 1), (2, 1, 1)]) is Verdict.DIVIDED
    assert verdict([(1, 1, 3), (0, 0, 1)]) is Verdict.REJECTED


def test_a_part_that_has_not_seen_a_statement_can_neither_agree_nor_overturn() -> None:
    assert verdict([(9, 0, 0), (0, 0, 0)]) is Verdict.UNHEARD
    assert flips(counts([(9, 0, 0), (0, 0, 0)])) == [None]
