"""A seat is dated, or attested on a date only."""

from dataclasses import replace

import pytest

from comity.core.party import Seat
from comity.core.rights import Role
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import NOW, SEATS, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "parties.seat-member"

WRONG = (
    wrong("of nobody", "seat-of-nobody", person=None),
    wrong("without a date", "seat-undated", start=None),
    wrong(
        "that ends and never starts",
        "ends-without-a-start",
        start=None,
        attested_on="2018",
        end="2019",
    ),
    wrong("that ends before it starts", "ends-before-it-starts", end="2026-10"),
    wrong(
        "of an observer as a member",
        "observer-has-no-voice",
        body="conference",
        person=None,
        for_party="lantern",
    ),
    wrong(
        "that is taken by the same",
        "already-seated",
        body="conference",
        person=None,
        for_party="arvenia",
    ),
    wrong(
        "of a person in the same seat",
        "already-seated",
        body="conference",
        role="chair",
        person="tomas",
    ),
    wrong("in no body", "no-such-body", body="nothing"),
    wrong("of no person", "no-such-person", person="nobody"),
    wrong(
        "in a body of practice by one of those who count",
        "crosses-the-exercise",
        body="drill-body",
        for_party="arvenia",
    ),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_seat_is_taken() -> None:
    assert scene().do(lawful(KIND)).things["seat/s-eve"] == Seat(
        id="s-eve", body="commission", role=Role.MEMBER, person="eve", start=When("2026-11")
    )


def test_a_seat_attested_on_a_date_only_is_held_in_no_decision() -> None:
    seat = scene().do(lawful(KIND, start=None, attested_on="2018")).things["seat/s-eve"]
    assert isinstance(seat, Seat)
    assert not seat.holds_at(NOW)


def test_a_seat_that_ended_may_be_taken_again() -> None:
    ended = replace(SEATS[1], ended=NOW)
    again = {
        "body": "conference",
        "person": None,
        "for_party": "arvenia",
        "start": "2026-11-23T12:00:00Z",
    }
    assert codes(KIND, ended, **again) == ()


def test_an_observer_may_observe() -> None:
    seat = {"person": None, "for_party": "lantern", "role": "observer"}
    assert codes(KIND, **seat) == ()
