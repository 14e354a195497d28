"""Minutes say who said what, so they stay in the room unless it was on the record."""

from dataclasses import replace

import pytest

from comity.core.attendance import Minutes
from comity.core.course import Course
from comity.core.party import Attribution
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import MEETING, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "convene.enter-minutes"

WRONG = (
    wrong(
        "of what was cancelled",
        "already-cancelled",
        world=[Course(id="third-session", meeting="third-session", cancelled=True)],
    ),
    wrong(
        "before the meeting begins",
        "meeting-not-begun",
        world=[replace(MEETING, start=When("2026-11-24"))],
    ),
    wrong("without words", "nothing-said", words=" "),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_latest_minutes_stand() -> None:
    world = scene().do(lawful(KIND), lawful(KIND, words="Arvenia asked for a list."))
    assert world.things["minutes/third-session"] == Minutes(
        id="third-session", meeting="third-session", words="Arvenia asked for a list."
    )


@pytest.mark.parametrize(
    ("rule", "body", "who"),
    [
        (Attribution.ON_THE_RECORD, "conference", "public"),
        (Attribution.CHATHAM_HOUSE, "conference", "body"),
        (Attribution.CHATHAM_HOUSE, "", "secretariat"),
        (Attribution.CLOSED, "conference", "body"),
    ],
)
def test_off_the_record_those_in_the_room_read_them(rule: Attribution, body: str, who: str) -> None:
    world = scene()
    world.put(replace(MEETING, attribution=rule, body=body))
    act = lawful(KIND)
    seen = act.seen_by_default(world.lent(act))
    assert seen.get("words", seen["*"]) == who
