"""The chair asks each party whether a text can stand."""

from dataclasses import replace

import pytest

from comity.core.consensus import Round, RoundStatus
from comity.core.text import TextStatus
from comity.core.when import Deadline
from tests.acts.lawful import lawful
from tests.acts.scene import NOW, ROUND, SEATS, TEXT, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "reframe.open-round"

WRONG = (
    wrong("now", "deadline-not-ahead", deadline="2026-11-23T12:00:00+00:00[Europe/Lisbon]"),
    wrong("while a round on it is open", "round-running", text="guide"),
    wrong("on a text under silence", "asked-by-silence", text="annex"),
    wrong(
        "once its silence has held",
        "asked-by-silence",
        world=[replace(TEXT, status=TextStatus.SILENCE_HELD)],
    ),
    wrong("on an adopted text", "text-adopted", text="accord"),
    wrong(
        "on an old revision", "text-revised", world=[replace(TEXT, revised_by="understanding-2")]
    ),
    wrong(
        "where nobody has a voice",
        "nobody-has-a-voice",
        world=[replace(seat, ended=NOW) for seat in SEATS],
    ),
    wrong("of no text", "no-such-text", text="nothing"),
    wrong("under an id that is taken", "id-taken", id="guide-round"),
    wrong("as of another day", "takes-effect-when-received", effective="2026-11-20"),
    wrong(
        "on a text of an exercise", "crosses-the-exercise", "nobody-has-a-voice", text="drill-text"
    ),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_round_runs_and_the_electorate_is_frozen() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["round/understanding-round"] == Round(
        id="understanding-round",
        text="understanding",
        body="conference",
        deadline=Deadline("2026-11-24T12:00:00-05:00[America/New_York]"),
        opened=NOW,
        parties=("arvenia", "brightwater", "meridonia"),
        asks="Can it stand if paragraph 7 begins next year?",
    )
    assert world.things["text/understanding"] == TEXT


def test_a_text_whose_silence_was_broken_may_be_asked_about() -> None:
    assert codes(KIND, replace(TEXT, status=TextStatus.SILENCE_BROKEN)) == ()


def test_a_closed_round_is_followed_by_the_next() -> None:
    closed = replace(ROUND, status=RoundStatus.CLOSED, closed=NOW)
    world = scene()
    world.put(closed)
    world.do(lawful(KIND, text="guide"))
    assert world.things["round/guide-round"] == replace(closed, followed_by="understanding-round")
