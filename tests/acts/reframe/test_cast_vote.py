"""A party votes once, on the words that were fixed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from comity.core.ballot import BallotStatus, Choice, Vote
from tests.acts.lawful import lawful
from tests.acts.scene import BALLOT, NOW, ROUND_ENDS, SEATS, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "reframe.cast-vote"
VOTE = Vote(
    id="ballot.guide-ballot.arvenia", ballot="guide-ballot", party="arvenia", choice=Choice.YES
)

WRONG = (
    wrong("a second time", "already-voted", world=[VOTE], choice="no"),
    wrong("by an observer", "not-entitled", on_behalf_of="lantern"),
    wrong("in the stated second", "ballot-over", at=ROUND_ENDS.instant),
    wrong("once it is closed", "ballot-over", world=[replace(BALLOT, status=BallotStatus.CLOSED)]),
    wrong("on other words", "other-motion", digest="n" * 43),
    wrong("in no ballot", "no-such-ballot", ballot="nothing"),
    wrong("with a date of its own", "takes-effect-when-received", effective="2026-11-21"),
    wrong(
        "from inside an exercise", "crosses-the-exercise", "not-entitled", on_behalf_of="herring"
    ),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_vote_stands() -> None:
    world = scene().do(lawful(KIND))
    assert world.things[VOTE.thing] == VOTE
    assert world.things["ballot/guide-ballot"] == BALLOT


def test_the_words_may_be_voted_on_as_they_stand() -> None:
    assert codes(KIND, digest="") == ()


def test_a_vote_one_microsecond_before_is_in_time() -> None:
    assert codes(KIND, at=ROUND_ENDS.instant - timedelta(microseconds=1)) == ()


def test_a_party_that_lost_its_seat_meanwhile_is_still_entitled() -> None:
    assert codes(KIND, replace(SEATS[1], ended=NOW)) == ()
