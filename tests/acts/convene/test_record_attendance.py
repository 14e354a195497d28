"""Who was there is told as the rule of the meeting lets it be told, and no small number tells it."""

from dataclasses import replace

import pytest

from comity.acts.programme.open import TELLS_WHO_WAS_THERE
from comity.core.attendance import Attendance
from comity.core.course import Course
from comity.core.meeting import Meeting
from comity.core.party import Attribution
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import MEETING, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "convene.record-attendance"

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
    wrong("of nobody", "nobody-told", present=None, parties=None, names=None),
    wrong("with a party twice", "party-twice", parties=["arvenia", "arvenia"]),
    wrong("with more names than people", "fewer-than-named", present=1),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_these_were_there() -> None:
    assert scene().do(lawful(KIND)).things["attendance/third-session"] == Attendance(
        id="third-session",
        meeting="third-session",
        present=31,
        parties=("arvenia", "meridonia"),
        names=("Ann of Arvenia", "Max of Meridonia"),
    )


def test_names_may_be_told_without_a_count_and_a_count_without_names() -> None:
    assert codes(KIND, present=None, parties=None) == ()
    assert codes(KIND, parties=None, names=None) == ()


def seen(meeting: Meeting, *, present: int) -> dict[str, str]:
    world = scene()
    world.put(meeting)
    act = lawful(KIND, present=present)
    return {part: str(who) for part, who in act.seen_by_default(world.lent(act)).items()}


@pytest.mark.parametrize(
    ("rule", "parts"),
    [
        (Attribution.ON_THE_RECORD, {"*": "public", "by": "own", "names": "programme"}),
        (
            Attribution.CHATHAM_HOUSE,
            {
                "*": "public",
                "by": "own",
                "parties": "chair",
                "names": "chair",
                "concerns": "chair",
            },
        ),
        (
            Attribution.CLOSED,
            {"*": "body", "by": "own", "parties": "body", "names": "body"},
        ),
    ],
)
def test_names_and_parties_stay_where_the_rule_keeps_them(
    rule: Attribution, parts: dict[str, str]
) -> None:
    assert seen(replace(MEETING, attribution=rule), present=31) == parts


@pytest.mark.parametrize(("present", "who"), [(9, "chair"), (10, "public")])
def test_a_number_below_ten_is_kept_as_close_as_the_parties(present: int, who: str) -> None:
    found = seen(MEETING, present=present)
    assert found.get("present", found["*"]) == who


def test_nobody_opens_what_it_keeps() -> None:
    assert {"present", "parties", "names"} <= TELLS_WHO_WAS_THERE
