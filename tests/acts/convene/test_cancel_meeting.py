"""A meeting is called off before it begins, once, and stays in the calendar."""

from dataclasses import replace

import pytest

from comity.core.course import Course
from comity.core.meeting import Meeting
from comity.core.party import Attribution
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import NEXT_MEETING, NOW, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "convene.cancel-meeting"
CANCELLED = Course(id="next-session", meeting="next-session", cancelled=True, why="Fog.")

WRONG = (
    wrong("twice", "already-cancelled", world=[CANCELLED]),
    wrong("when it has begun", "meeting-begun", at="2026-12-07T09:00:01Z"),
    wrong("that never was", "no-such-meeting", meeting="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_meeting_stays_in_the_calendar_and_will_not_be_held() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["course/next-session"] == Course(
        id="next-session",
        meeting="next-session",
        cancelled=True,
        why="The hall is under water.",
    )
    assert world.things["meeting/next-session"] == NEXT_MEETING


def test_a_meeting_of_a_day_is_cancelled_until_the_day_is_over() -> None:
    today = replace(NEXT_MEETING, start=When("2026-11-23"))
    yesterday = replace(NEXT_MEETING, start=When("2026-11-22"))
    assert f"{NOW:%Y-%m-%d}" == "2026-11-23"
    assert codes(KIND, today) == ()
    assert codes(KIND, yesterday) == ("meeting-begun",)


def test_a_calendar_counts_the_moves_and_the_cancelling() -> None:
    moved = Course(id="next-session", meeting="next-session", moved=2)
    world = scene()
    world.put(moved)
    course = world.do(lawful(KIND)).things["course/next-session"]
    assert isinstance(course, Course)
    assert (moved.sequence, course.sequence) == (2, 3)


@pytest.mark.parametrize(
    ("rule", "who"),
    [
        (Attribution.ON_THE_RECORD, "public"),
        (Attribution.CHATHAM_HOUSE, "public"),
        (Attribution.CLOSED, "body"),
    ],
)
def test_who_may_see_the_meeting_sees_why(rule: Attribution, who: str) -> None:
    world = scene()
    meeting: Meeting = replace(NEXT_MEETING, attribution=rule)
    world.put(meeting)
    act = lawful(KIND)
    seen = act.seen_by_default(world.lent(act))
    assert (seen["*"], seen["by"]) == (who, "own")
