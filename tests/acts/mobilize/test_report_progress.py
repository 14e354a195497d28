"""Nobody grades a party but itself, and a gap is stated as plainly as a success."""

from dataclasses import replace

import pytest

from comity.core.progress import Grade, Progress
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "mobilize.report-progress"
TOLD = Progress(
    id="duty-desk-2026",
    commitment="duty-desk",
    party="arvenia",
    cycle="2026",
    grade=Grade.PARTLY,
    words="The desk is staffed by day.",
    gaps="Two people for the night.",
    on=When("2026-11-23T12:00:00Z"),
)

WRONG = (
    wrong("of another's", "not-your-commitment", by="max", on_behalf_of="meridonia"),
    wrong("that something was done and not what", "nothing-told", words=None),
    wrong("twice in a cycle", "cycle-reported", world=[replace(TOLD, id="first")]),
    wrong("of a cycle without a year", "cycle-without-year", cycle="next"),
    wrong("on nothing known", "no-such-commitment", commitment="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_report_stands_beside_the_promise() -> None:
    assert scene().do(lawful(KIND)).things["progress/duty-desk-2026"] == TOLD


def test_what_is_only_planned_needs_no_words_and_the_next_cycle_is_another() -> None:
    assert codes(KIND, grade="planned", words=None) == ()
    assert codes(KIND, replace(TOLD, id="first", cycle="2025")) == ()


@pytest.mark.parametrize("cycle", ["2027", "the first half of 2027", "2027H1", "2027年", "٢٠٢٧"])
def test_a_cycle_is_called_as_its_party_likes_where_its_year_is_in_it(cycle: str) -> None:
    assert codes(KIND, cycle=cycle) == ()


def test_what_was_reported_elsewhere_is_recorded_as_it_was_called_there() -> None:
    recorded = {"source": "Its letter of June.", "concerns": "arvenia"}
    assert codes(KIND, cycle="next", **recorded) == ()
