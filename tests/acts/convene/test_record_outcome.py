"""What may leave the room, and what may not."""

from dataclasses import replace

import pytest

from comity.core.meeting import Outcome
from comity.core.party import Attribution
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import MEETING, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "convene.record-outcome"

WRONG = (
    wrong(
        "before the meeting begins",
        "meeting-not-begun",
        world=[replace(MEETING, start=When("2026-11-24"))],
    ),
    wrong("with a speaker twice", "party-twice", speakers=["arvenia", "arvenia"]),
    wrong("of no meeting", "no-such-meeting", meeting="nothing"),
    wrong("without words", "nothing-said", words=""),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_outcome_follows_from_its_meeting() -> None:
    act = lawful(KIND)
    assert scene().do(act).things["outcome/two-hours"] == Outcome(
        id="two-hours",
        meeting="third-session",
        words="A contact that does not answer at night is no contact.",
        speakers=("arvenia",),
    )
    assert list(act.follows_from()) == [("outcome/two-hours", "meeting/third-session")]


@pytest.mark.parametrize(
    ("rule", "parts"),
    [
        (Attribution.ON_THE_RECORD, {"*": "public", "by": "own"}),
        (
            Attribution.CHATHAM_HOUSE,
            {"*": "public", "by": "own", "speakers": "chair", "concerns": "chair"},
        ),
        (Attribution.CLOSED, {"*": "body", "by": "own", "speakers": "body"}),
    ],
)
def test_the_words_may_leave_the_room_and_the_speakers_may_not(
    rule: Attribution, parts: dict[str, str]
) -> None:
    world = scene()
    world.put(replace(MEETING, attribution=rule))
    act = lawful(KIND)
    assert act.seen_by_default(world.lent(act)) == parts


def test_what_is_recorded_of_a_meeting_on_the_record_is_as_public_as_its_source() -> None:
    world = scene()
    world.put(replace(MEETING, attribution=Attribution.ON_THE_RECORD))
    act = lawful(KIND, source="a report")
    assert act.seen_by_default(world.lent(act)) == {"*": "public", "by": "own"}


@pytest.mark.parametrize(
    ("rule", "parts"),
    [
        (
            Attribution.CHATHAM_HOUSE,
            {"*": "public", "by": "own", "speakers": "chair", "concerns": "chair"},
        ),
        (Attribution.CLOSED, {"*": "body", "by": "own", "speakers": "body", "concerns": "body"}),
    ],
)
def test_a_source_does_not_lift_the_rule_of_its_meeting(
    rule: Attribution, parts: dict[str, str]
) -> None:
    world = scene()
    world.put(replace(MEETING, attribution=rule))
    act = lawful(KIND, source="a report")
    assert act.seen_by_default(world.lent(act)) == parts


def test_of_no_meeting_there_are_no_audiences_to_ask_for() -> None:
    act = lawful(KIND, meeting="nothing")
    assert act.seen_by_default(scene().lent(act)) == {"*": "public", "by": "own"}
