"""A ballot is closed, and its votes are counted."""

from dataclasses import replace
from datetime import timedelta

import pytest

from comity.core.ballot import BallotStatus, Choice, Majority, Result, Vote
from tests.acts.lawful import lawful
from tests.acts.scene import ASKED_TEXT, BALLOT, ROUND_ENDS, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "reframe.close-ballot"
EARLY = ROUND_ENDS.instant - timedelta(microseconds=1)


def vote(party: str, choice: Choice, *, recorded: bool = False) -> Vote:
    own = f"ballot.guide-ballot.{'recorded.' if recorded else ''}{party}"
    return Vote(id=own, ballot="guide-ballot", party=party, choice=choice)


ALL = (
    vote("arvenia", Choice.YES),
    vote("brightwater", Choice.ABSTAIN),
    vote("meridonia", Choice.YES),
)

WRONG = (
    wrong("early, with one to come", "votes-outstanding", at=EARLY, world=ALL[:2]),
    wrong("twice", "ballot-closed", world=[replace(BALLOT, status=BallotStatus.CLOSED)]),
    wrong("of no ballot", "no-such-ballot", ballot="nothing"),
    wrong("as of another day", "takes-effect-when-received", effective="2026-11-20"),
    wrong("from inside an exercise", "crosses-the-exercise", on_behalf_of="herring"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def counted(
    *votes: Vote, majority: Majority = Majority.SIMPLE, quorum: int = 2
) -> tuple[object, ...]:
    world = scene()
    world.put(replace(BALLOT, majority=majority, quorum=quorum), *votes)
    world.do(lawful(KIND))
    found = world.things["ballot/guide-ballot"]
    return tuple(getattr(found, name) for name in ("yes", "no", "abstained", "absent", "result"))


def test_it_is_counted_and_the_text_is_where_it_was() -> None:
    assert counted(*ALL) == (2, 0, 1, 0, Result.CARRIED)
    world = scene()
    world.put(*ALL)
    assert world.do(lawful(KIND)).things["text/guide"] == ASKED_TEXT


def test_once_all_have_voted_the_chair_need_not_wait() -> None:
    assert codes(KIND, *ALL, at=EARLY) == ()


def test_who_is_not_heard_is_absent_and_has_not_abstained() -> None:
    assert counted(*ALL[:2]) == (1, 0, 1, 1, Result.CARRIED)


def test_without_a_quorum_nothing_is_decided() -> None:
    assert counted(ALL[0]) == (1, 0, 0, 2, Result.NO_QUORUM)


def test_a_tie_is_not_carried() -> None:
    assert counted(ALL[0], vote("meridonia", Choice.NO)) == (1, 1, 0, 1, Result.NOT_CARRIED)


def test_of_members_those_who_abstain_or_are_absent_count_too() -> None:
    assert counted(*ALL[:2], majority=Majority.OF_MEMBERS)[-1] is Result.NOT_CARRIED
    assert counted(*ALL, majority=Majority.OF_MEMBERS)[-1] is Result.CARRIED


def test_a_vote_that_a_source_tells_of_is_not_counted_twice_nor_for_a_stranger() -> None:
    told = (vote("lantern", Choice.NO, recorded=True), vote("meridonia", Choice.YES, recorded=True))
    assert counted(*ALL, *told) == (2, 0, 1, 0, Result.CARRIED)
