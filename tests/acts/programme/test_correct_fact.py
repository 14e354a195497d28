"""A fact is corrected, where everybody sees it."""

from dataclasses import replace
from typing import Any

import pytest

from comity.core.audience import Audience
from comity.core.correction import CORRECTABLE, Correction
from comity.core.entity import entity_type, hints
from comity.core.party import Attribution
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import MEETING, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "programme.correct-fact"
NOTHING: dict[str, Any] = {"start": None, "place": None}

WRONG = (
    wrong("without a fact", "nothing-corrected", **NOTHING),
    wrong("that it does not have", "not-a-fact-of-it", summary="A summary."),
    wrong("to what it says", "says-so-already", name=MEETING.name),
    wrong("to end before it starts", "ends-before-it-starts", end="2026-11-16"),
    wrong("of what never was", "no-such-meeting", of="meeting/nothing"),
    wrong("without saying why", "nothing-said", why=" "),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_thing_says_it_as_corrected_and_all_else_stays() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["meeting/third-session"] == replace(
        MEETING, start=When("2026-11-17"), place="Harbour"
    )
    assert world.things["correction/a-day-later"] == Correction(
        id="a-day-later",
        of="meeting/third-session",
        fields=("start", "place"),
        why="The minutes give the day after.",
        on=When("2026-11-23T12:00:00Z"),
    )


@pytest.mark.parametrize("kind", sorted(CORRECTABLE))
def test_every_fact_that_can_be_corrected_is_one_of_the_thing(kind: str) -> None:
    assert set(CORRECTABLE[kind]) - set(hints(entity_type(kind))) == set()


@pytest.mark.parametrize(
    ("rule", "told"),
    [(Attribution.ON_THE_RECORD, Audience.PUBLIC), (Attribution.CLOSED, Audience.BODY)],
)
def test_of_a_meeting_it_is_told_as_the_meeting_is(rule: Attribution, told: Audience) -> None:
    world = scene()
    world.put(replace(MEETING, attribution=rule))
    act = lawful(KIND)
    assert act.seen_by_default(world.lent(act))["*"] is told
