"""A party steps aside on one item."""

from dataclasses import replace

import pytest

from comity.core.interest import Recusal
from comity.core.text import TextStatus
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import INTEREST, TEXT, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "parties.step-aside"
ASIDE = Recusal(
    id="meridonia-aside",
    about="text/understanding",
    party="meridonia",
    interest="meridonia-ships",
    words="We own two of the ships.",
    on=When("2026-11-23T12:00:00Z"),
)

WRONG = (
    wrong("twice", "already-aside", world=[replace(ASIDE, id="before")]),
    wrong(
        "for another's interest",
        "interest-of-another",
        world=[replace(INTEREST, party="arvenia")],
    ),
    wrong("while a silence runs", "silence-runs", about="text/annex"),
    wrong("once it is adopted", "text-adopted", world=[replace(TEXT, status=TextStatus.ADOPTED)]),
    wrong("on what never was", "no-such-text", about="text/nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_stands_aside_and_is_not_asked() -> None:
    world = scene().do(lawful(KIND), lawful("reframe.open-silence"))
    assert world.things["recusal/meridonia-aside"] == ASIDE
    silence = world.things["silence/understanding-silence"]
    assert silence.parties == ("arvenia", "brightwater")  # type: ignore[attr-defined]


def test_on_one_paragraph_it_stays_among_those_asked_on_the_text() -> None:
    world = scene().do(
        lawful(KIND, about="paragraph/understanding-p7"), lawful("reframe.open-silence")
    )
    silence = world.things["silence/understanding-silence"]
    assert silence.parties == ("arvenia", "brightwater", "meridonia")  # type: ignore[attr-defined]
