"""Counting votes, held against real roll calls of the United Nations General Assembly."""

import csv
import os
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.core.ballot import Count, Majority, Result

ROLL_CALLS = (
    Path(os.environ.get("COMITY_SHARED", Path(__file__).parents[3] / "shared"))
    / "data"
    / "un-cyber-votes"
)
MEMBERS = 193
"""Of the United Nations since 2011; the two earliest roll calls had 191 and 192."""
FEW = st.integers(0, 300)


def roll_calls() -> dict[str, Counter[str]]:
    path = ROLL_CALLS / "cyber_votes.csv"
    if not path.exists():
        pytest.skip(f"the roll calls are not at {ROLL_CALLS}")
    found: dict[str, Counter[str]] = {}
    with path.open(newline="", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["resolution"], Counter())[row["vote"]] += 1
    return found


def count(votes: Counter[str], *, entitled: int = MEMBERS) -> Count:
    return Count(yes=votes["yes"], no=votes["no"], abstained=votes["abstain"], entitled=entitled)


def test_every_roll_call_comes_to_the_figures_that_were_announced() -> None:
    found = roll_calls()
    with (ROLL_CALLS / "cyber_rollcalls.csv").open(newline="", encoding="utf-8") as lines:
        announced = {
            row["resolution"]: tuple(int(row[name]) for name in ("yes", "no", "abstain"))
            for row in csv.DictReader(lines)
        }
    counts = {name: count(votes) for name, votes in found.items()}
    assert {name: (c.yes, c.no, c.abstained) for name, c in counts.items()} == announced


def test_each_of_them_was_carried_as_it_was() -> None:
    results = {count(v).result(Majority.SIMPLE, quorum=97) for v in roll_calls().values()}
    assert results == {Result.CARRIED}


@pytest.mark.parametrize(
    "majority", [Majority.OF_MEMBERS, Majority.TWO_THIRDS], ids=lambda each: each.value
)
def test_the_two_that_were_contested_would_have_failed_by_a_stricter_rule(
    majority: Majority,
) -> None:
    failed = {name for name, votes in roll_calls().items() if not count(votes).meets(majority)}
    assert failed == {"A/RES/73/187", "A/RES/74/247"}


def test_129_of_193_are_two_thirds_of_all_members_and_119_are_not() -> None:
    failed = {
        name
        for name, votes in roll_calls().items()
        if not count(votes).meets(Majority.TWO_THIRDS_OF_MEMBERS)
    }
    assert failed == {"A/RES/73/27", "A/RES/73/187", "A/RES/74/247"}


def test_abstentions_decide_nothing_and_are_present() -> None:
    few = Count(yes=1, no=0, abstained=100, entitled=193)
    assert (few.voting, few.present, few.absent) == (1, 101, 92)
    assert few.result(Majority.TWO_THIRDS, quorum=97) is Result.CARRIED
    assert few.result(Majority.TWO_THIRDS, quorum=102) is Result.NO_QUORUM


def test_nobody_in_favour_carries_nothing() -> None:
    none = Count(yes=0, no=0, abstained=5, entitled=5)
    assert {none.meets(majority) for majority in Majority} == {False}


@given(FEW, FEW, FEW, FEW)
def test_the_rules_are_what_their_names_say(yes: int, no: int, abstained: int, absent: int) -> None:
    found = Count(yes=yes, no=no, abstained=abstained, entitled=yes + no + abstained + absent)
    voting, entitled = max(found.voting, 1), max(found.entitled, 1)
    assert found.absent == absent
    assert found.meets(Majority.SIMPLE) is (yes > no)
    assert found.meets(Majority.TWO_THIRDS) is (Fraction(yes, voting) >= Fraction(2, 3))
    assert found.meets(Majority.OF_MEMBERS) is (Fraction(yes, entitled) > Fraction(1, 2))
    assert found.meets(Majority.TWO_THIRDS_OF_MEMBERS) is (
        Fraction(yes, entitled) >= Fraction(2, 3)
    )
