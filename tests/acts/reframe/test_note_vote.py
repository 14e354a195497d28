"""A party notes that it had meant to vote otherwise; no count changes."""

import pytest

from comity.core.ballot import Choice, VoteNote
from tests.acts.lawful import lawful
from tests.acts.scene import EARLIER_BALLOT, EARLIER_VOTE, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "reframe.note-vote"

WRONG = (
    wrong("as it was cast", "as-it-was-cast", meant="yes"),
    wrong("while it is open", "not-counted-yet", ballot="guide-ballot"),
    wrong("by an observer", "not-entitled", on_behalf_of="lantern"),
    wrong("in no ballot", "no-such-ballot", ballot="nothing"),
    wrong("with a date of its own", "takes-effect-when-received", effective="2026-11-21"),
    wrong(
        "from inside an exercise", "crosses-the-exercise", "not-entitled", on_behalf_of="herring"
    ),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_is_noted_and_the_vote_and_the_count_stay() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["vote-note/ballot.earlier-ballot.arvenia"] == VoteNote(
        id="ballot.earlier-ballot.arvenia",
        ballot="earlier-ballot",
        party="arvenia",
        meant=Choice.NO,
        words="Our line failed as the roll was called.",
    )
    assert world.things[EARLIER_VOTE.thing] == EARLIER_VOTE
    assert world.things[EARLIER_BALLOT.thing] == EARLIER_BALLOT


def test_who_was_absent_may_say_what_it_would_have_voted() -> None:
    assert codes(KIND, on_behalf_of="meridonia", meant="yes") == ()
