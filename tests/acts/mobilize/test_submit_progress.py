"""What is submitted is what was drafted and cleared, word for word."""

from dataclasses import replace

import pytest

from comity.core.progress import Progress
from comity.core.review import Clearance, ProgressSubmitted, Reviewed, Wish
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import CLEARED, COMMITMENT, NOW, SUBMITTED, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "mobilize.submit-progress"
TOLD = Progress(
    id="told", commitment="duty-desk", party="arvenia", cycle="2026", grade=CLEARED.grade
)
THIS_CYCLE = replace(SUBMITTED, cycle="2026")

WRONG = (
    wrong("of another's", "not-your-draft", by="max", on_behalf_of="meridonia"),
    wrong("shown to the programme", "submission-shown", audiences={"words": "programme"}),
    wrong("hidden from the secretariat", "submission-shown", audiences={"words": "own"}),
    wrong("not cleared", "not-cleared", draft="desk-2026-draft"),
    wrong("in other words", "not-as-drafted", words="The desk is staffed."),
    wrong("without its gaps", "not-as-drafted", gaps=None),
    wrong(
        "that tells nothing",
        "nothing-told",
        world=[replace(CLEARED, words="")],
        words=None,
    ),
    wrong(
        "of another commitment",
        "draft-of-another",
        world=[replace(COMMITMENT, id="other")],
        commitment="other",
    ),
    wrong("twice", "draft-is-past", world=[replace(CLEARED, submitted="first")]),
    wrong("of a cycle that is reported", "cycle-reported", world=[TOLD]),
    wrong("beside one that waits", "cycle-submitted", world=[THIS_CYCLE]),
    wrong(
        "of a cycle without a year",
        "cycle-without-year",
        world=[replace(CLEARED, cycle="next")],
        cycle="next",
    ),
    wrong("of nothing known", "no-such-progress-draft", draft="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_lies_with_the_secretariat_and_the_draft_is_past() -> None:
    world = scene().do(lawful(KIND))
    assert world.things[CLEARED.thing] == replace(CLEARED, submitted="desk-2026")
    assert world.things["progress-submitted/desk-2026"] == ProgressSubmitted(
        id="desk-2026",
        commitment="duty-desk",
        party="arvenia",
        draft=CLEARED.id,
        cycle="2026",
        grade=CLEARED.grade,
        words=CLEARED.words,
        gaps=CLEARED.gaps,
        wish=Wish.MAY_BE_PUBLISHED,
        on=When(f"{NOW:%Y-%m-%dT%H:%M:%SZ}"),
    )


def test_where_no_clearance_is_wanted_none_is_needed() -> None:
    draft = replace(CLEARED, cleared=None, cleared_by="", clearance=Clearance.NOBODY_ELSE)
    assert codes(KIND, draft) == ()


def test_after_one_was_kept_the_cycle_may_be_submitted_again() -> None:
    assert codes(KIND, replace(THIS_CYCLE, status=Reviewed.KEPT)) == ()
