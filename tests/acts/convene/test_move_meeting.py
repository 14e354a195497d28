"""A meeting is moved ahead, in time or place, and what was said of it before stands with it."""

from dataclasses import replace
from typing import Any

import pytest

from comity.core.course import Course
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import NEXT_MEETING, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "convene.move-meeting"
STANDS: dict[str, Any] = {"start": "2026-12-07T09:00:00Z", "place": "Harbour"}

WRONG = (
    wrong("to end before it starts", "ends-before-it-starts", end="2026-12-07"),
    wrong("to no zone", "no-such-zone", zone="Atlantic/Atlantis"),
    wrong("to a time that is past", "deadline-not-ahead", start="2026-11-22"),
    wrong(
        "when it is cancelled",
        "already-cancelled",
        world=[Course(id="next-session", meeting="next-session", cancelled=True)],
    ),
    wrong("when it has begun", "meeting-begun", at="2026-12-07T09:00:01Z"),
    wrong("to where it is", "not-moved", **STANDS),
    wrong("that never was", "no-such-meeting", meeting="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_is_held_then_and_there_and_the_time_before_stands_with_it() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["meeting/next-session"] == replace(
        NEXT_MEETING, start=When("2026-12-08T09:00:00Z"), place="Harbour, the net loft"
    )
    assert world.things["course/next-session"] == Course(
        id="next-session",
        meeting="next-session",
        moved=1,
        before=When("2026-12-07T09:00:00Z"),
        why="The customs house is let.",
    )


def test_a_place_or_zone_that_is_not_said_stays() -> None:
    moved = scene().do(lawful(KIND, place=None)).things["meeting/next-session"]
    assert moved == replace(NEXT_MEETING, start=When("2026-12-08T09:00:00Z"))


def test_another_zone_alone_is_a_move() -> None:
    assert codes(KIND, zone="Pacific/Auckland", **STANDS) == ()
