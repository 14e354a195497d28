"""The chair asks for silence until an exact time."""

from dataclasses import replace

import pytest

from comity.core.text import Silence, TextStatus
from comity.core.when import Deadline
from tests.acts.lawful import lawful
from tests.acts.scene import BEFORE, NOW, SEATS, TEXT, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "reframe.open-silence"

WRONG = (
    wrong(
        "under 72 hours", "notice-too-short", deadline="2026-11-25T12:00:00+00:00[Europe/Lisbon]"
    ),
    wrong(
        "one second under 72 hours",
        "notice-too-short",
        deadline="2026-11-26T11:59:59+00:00[Europe/Lisbon]",
    ),
    wrong("now", "deadline-not-ahead", deadline="2026-11-23T12:00:00+00:00[Europe/Lisbon]"),
    wrong("in the past", "deadline-not-ahead", deadline="2026-11-20T12:00:00+00:00[Europe/Lisbon]"),
    wrong("on a text under silence", "already-under-silence", text="annex"),
    wrong(
        "on the words that were objected to",
        "silence-was-broken",
        world=[replace(TEXT, status=TextStatus.SILENCE_BROKEN)],
    ),
    wrong(
        "once it has held",
        "silence-has-held",
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
    wrong("under an id that is taken", "id-taken", id="annex-silence"),
    wrong("as of another day", "takes-effect-when-received", effective="2026-11-20"),
    wrong(
        "on a text of an exercise", "crosses-the-exercise", "nobody-has-a-voice", text="drill-text"
    ),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_text_lies_under_silence_and_the_electorate_is_frozen() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["silence/understanding-silence"] == Silence(
        id="understanding-silence",
        text="understanding",
        body="conference",
        deadline=Deadline("2026-11-27T12:00:00-05:00[America/New_York]"),
        opened=NOW,
        parties=("arvenia", "brightwater", "meridonia"),
    )
    assert world.things["text/understanding"] == replace(TEXT, status=TextStatus.UNDER_SILENCE)


def test_72_hours_are_enough() -> None:
    assert codes(KIND, deadline="2026-11-26T12:00:00+00:00[Europe/Lisbon]") == ()


def test_shorter_notice_needs_a_reason() -> None:
    soon = "2026-11-24T12:00:00+00:00[Europe/Lisbon]"
    assert codes(KIND, deadline=soon, short_notice="The ship sails on Wednesday.") == ()


def test_a_seat_attested_on_a_date_only_is_asked_in_no_decision() -> None:
    attested = replace(SEATS[1], start=None, attested_on=BEFORE)
    world = scene()
    world.put(attested)
    silence = world.do(lawful(KIND)).things["silence/understanding-silence"]
    assert isinstance(silence, Silence)
    assert silence.parties == ("brightwater", "meridonia")
