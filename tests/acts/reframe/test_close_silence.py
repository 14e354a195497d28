"""The clerk says that no objection was received, and nothing else."""

from dataclasses import replace
from datetime import timedelta

import pytest

from comity.core.text import SilenceStatus, TextStatus
from tests.acts.lawful import lawful
from tests.acts.scene import EXPIRES, HELD, QUIET_TEXT, SILENCE, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "reframe.close-silence"

WRONG = (
    wrong(
        "one microsecond early", "not-yet-expired", at=EXPIRES.instant - timedelta(microseconds=1)
    ),
    wrong("once broken", "already-broken", world=[replace(SILENCE, status=SilenceStatus.BROKEN)]),
    wrong("twice", "silence-not-running", world=[HELD]),
    wrong(
        "while the chair is asked to extend",
        "silence-not-running",
        world=[replace(SILENCE, status=SilenceStatus.EXTENSION_ASKED)],
    ),
    wrong("with more notices unproven than sent", "more-than-there-are", unproven=4),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_silence_has_held_but_the_text_is_not_adopted_by_software() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["silence/annex-silence"] == HELD
    assert world.things["text/annex"] == replace(QUIET_TEXT, status=TextStatus.SILENCE_HELD)


@pytest.mark.parametrize("doubt", [{"interrupted_minutes": 6}, {"unproven": 1}])
def test_where_an_objection_could_be_lost_the_chair_is_asked_to_extend(
    doubt: dict[str, int],
) -> None:
    world = scene().do(lawful(KIND, **doubt))
    assert world.things["silence/annex-silence"] == replace(
        SILENCE, status=SilenceStatus.EXTENSION_ASKED
    )
    assert world.things["text/annex"] == QUIET_TEXT
