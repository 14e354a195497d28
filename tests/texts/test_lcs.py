import random
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.texts import lcs, near
from comity.texts.lcs import common
from tests.texts.optimum import longest


@given(st.lists(st.integers(0, 4), max_size=40), st.lists(st.integers(0, 4), max_size=40))
def test_what_two_sequences_share_is_as_long_as_can_be(old: list[int], new: list[int]) -> None:
    check(old, new)
    assert len(common(old, new)) == longest(old, new)


@pytest.mark.parametrize("rows", [1, 64, 4096])
def test_halving_loses_no_match(rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lcs, "ROWS", rows)
    chance = random.Random(rows)
    for _ in range(50):
        old, new = ([chance.randrange(5) for _ in range(chance.randrange(60))] for _ in range(2))
        check(old, new)
        assert len(common(old, new)) == longest(old, new)


@given(st.lists(st.integers(0, 4), max_size=40), st.lists(st.integers(0, 4), max_size=40))
def test_what_differs_little_is_found_as_exactly(old: list[int], new: list[int]) -> None:
    found = near.near(old, new)
    assert found is not None
    assert all(old[i] == new[j] for i, j in found)
    assert all(i < a and j < b for (i, j), (a, b) in pairwise(found))
    assert len(found) == longest(old, new)


def test_a_few_changes_in_very_many_equal_words_are_a_few_changes() -> None:
    old = ["the ", "and ", "the "] * 100_000
    new = ["All ", *old[:150_001], *old[150_007:], "End."]
    assert len(common(old, new)) == len(new) - 2


def test_where_more_differs_than_is_sought_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(near, "MOST", 3)
    assert near.near([1, 2, 3], [4, 2, 5]) is None
    assert near.near([1, 2, 3], [4, 2, 3]) == [(1, 1), (2, 2)]
    assert near.near([1] * 9, [1] * 4) is None


def test_too_large_a_stretch_is_cut_at_what_occurs_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lcs, "EXACT", 100)
    monkeypatch.setattr(near, "MOST", 0)
    old = [*"aaaaaaaaaaaa", "X", *"bbbbbbbbbbbb"]
    new = [*"cacacacacaca", "X", *"bdbdbdbdbdbd"]
    check(old, new)
    assert (12, 12) in common(old, new)


def test_stretches_may_lie_within_stretches_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lcs, "EXACT", 0)
    monkeypatch.setattr(near, "MOST", 0)
    # Each item occurs twice until the one before it has parted the sequence.
    nested: list[int] = [1]
    for each in range(2, 3000):
        nested[-1:] = [each, nested[-1], each] if len(nested) > 1 else [each, 1, each]
    check([0, *nested, 0], [*nested[::-1], -1])


def check(old: Sequence[object], new: Sequence[object]) -> None:
    found = common(old, new)
    assert all(old[i] == new[j] for i, j in found)
    assert all(i < a and j < b for (i, j), (a, b) in pairwise(found))
