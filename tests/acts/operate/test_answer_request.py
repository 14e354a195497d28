"""That nothing can be done is an answer too."""

from dataclasses import replace
from datetime import timedelta

import pytest

from comity.core.request import Help
from tests.acts.lawful import lawful
from tests.acts.scene import NOW, REQUEST, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "operate.answer-request"
ANSWERED = replace(REQUEST, help=Help.IN_PART, words="The ship may come; the sound closes at dusk.")

WRONG = (
    wrong("by who asked", "not-your-request", by="ann", on_behalf_of="arvenia"),
    wrong("twice", "request-answered", world=[replace(REQUEST, answered=NOW)]),
    wrong(
        "wider than it was marked",
        "wider-than-its-mark",
        audiences={"words": "public"},
    ),
    wrong(
        "before it was asked",
        "answered-before-asked",
        source="a log",
        effective="2026-11-22",
        concerns="meridonia",
        on_behalf_of="harbour",
        by="ines",
    ),
    wrong("without a word", "nothing-said", words=" "),
    wrong("what never was", "no-such-request", request="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_who_answers_has_heard() -> None:
    found = scene().do(lawful(KIND)).things["request/farrow-sound"]
    assert found == replace(ANSWERED, acknowledged=NOW, answered=NOW)


def test_an_answer_after_its_time_stands_and_keeps_when_it_was_heard() -> None:
    world = scene()
    world.put(replace(REQUEST, acknowledged=NOW))
    late = REQUEST.answer_by.instant + timedelta(hours=1)
    found = world.do(lawful(KIND, at=late)).things["request/farrow-sound"]
    assert found == replace(ANSWERED, acknowledged=NOW, answered=late)
