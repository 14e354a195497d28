"""Counted once, at the end, and never so that a figure says who did not answer."""

from dataclasses import replace
from datetime import timedelta

import pytest

from comity.core.check_round import Tally, figures_of
from comity.core.contact import Channel, Level
from tests.acts.lawful import lawful
from tests.acts.scene import CHECK_ROUND, NOW, ROUND_CHECK, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "operate.close-check-round"
DUE = CHECK_ROUND.answer_by.instant

WRONG = (
    wrong("twice", "check-round-over", world=[replace(CHECK_ROUND, closed=NOW)]),
    wrong("a second before its time", "round-runs", at=DUE - timedelta(seconds=1)),
    wrong("that never was", "no-such-check-round", check_round="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_of_one_party_nothing_is_told_but_that_it_was_one() -> None:
    found = scene().do(lawful(KIND)).things["check-round/winter"]
    assert found == replace(CHECK_ROUND, closed=DUE, parties=1)


FIVE = tuple(
    replace(ROUND_CHECK, id=f"w-{n}", party=f"party-{n}", answered=NOW if n < 3 else None)
    for n in range(5)
)


def test_of_five_parties_the_whole_is_told() -> None:
    assert figures_of(FIVE) == (Tally(of="", asked=5, answered=3),)
    assert figures_of(FIVE[1:]) == ()


def test_two_contacts_of_one_party_are_one_party() -> None:
    assert figures_of((*FIVE[1:], replace(FIVE[1], contact="another"))) == ()


def test_a_breakdown_is_told_where_each_of_its_rows_hides_who_it_is() -> None:
    by_mail = tuple(replace(each, id=f"{each.id}m", channel=Channel.MAIL) for each in FIVE)
    assert figures_of((*FIVE, *by_mail)) == (
        Tally(of="", asked=10, answered=6),
        Tally(of="mail", asked=5, answered=3),
        Tally(of="telephone", asked=5, answered=3),
    )


def test_a_row_that_would_name_somebody_takes_its_breakdown_with_it() -> None:
    envoys = tuple(replace(each, id=f"{each.id}e", level=Level.DIPLOMATIC) for each in FIVE[1:])
    assert figures_of((*FIVE, *envoys)) == (Tally(of="", asked=9, answered=5),)


def test_a_late_answer_is_not_in_the_figures() -> None:
    late = replace(FIVE[0], answered=DUE)
    assert figures_of((late, *FIVE[1:])) == (Tally(of="", asked=5, answered=2),)
