"""Later, never earlier."""

from dataclasses import replace

import pytest

from comity.core.text import Silence, SilenceStatus
from comity.core.when import Deadline
from tests.acts.lawful import lawful
from tests.acts.scene import EXPIRES, HELD, SILENCE, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "reframe.extend-silence"

WRONG = (
    wrong("once broken", "already-broken", world=[replace(SILENCE, status=SilenceStatus.BROKEN)]),
    wrong("once held", "silence-not-running", world=[HELD]),
    wrong(
        "after it expired",
        "deadline-passed",
        at=EXPIRES.instant,
    ),
    wrong("to the same time", "not-later", deadline=EXPIRES.text),
    wrong(
        "to an earlier time", "not-later", deadline="2026-11-25T18:00:00-05:00[America/New_York]"
    ),
    wrong(
        "to a time that has passed",
        "deadline-not-ahead",
        world=[replace(SILENCE, status=SilenceStatus.EXTENSION_ASKED)],
        at="2026-12-03T00:00:00+00:00",
    ),
    wrong("without a reason", "nothing-said", reason=" "),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_silence_runs_until_the_new_time() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["silence/annex-silence"] == replace(
        SILENCE, deadline=Deadline("2026-12-01T18:00:00-05:00[America/New_York]"), extended=1
    )


def test_a_silence_that_the_clerk_could_not_close_runs_again() -> None:
    asked = replace(SILENCE, status=SilenceStatus.EXTENSION_ASKED)
    world = scene()
    world.put(asked)
    world.do(lawful(KIND, at=EXPIRES.instant))
    silence = world.things["silence/annex-silence"]
    assert isinstance(silence, Silence)
    assert silence.status is SilenceStatus.RUNNING
