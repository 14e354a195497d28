"""A draft is its party's own, may be unfinished, and may be drafted anew."""

from dataclasses import replace

import pytest

from comity.core.progress import Grade
from comity.core.review import Clearance, ProgressDraft
from comity.core.support import Commitment
from tests.acts.lawful import lawful
from tests.acts.scene import COMMITMENT, DRAFT, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "mobilize.draft-progress"
OTHER: Commitment = replace(COMMITMENT, id="other")

WRONG = (
    wrong("of another's", "not-your-commitment", by="max", on_behalf_of="meridonia", replaces=None),
    wrong("shown to the programme", "draft-shown", audiences={"words": "programme"}),
    wrong("in the place of one on another", "draft-of-another", world=[OTHER], commitment="other"),
    wrong(
        "in the place of one that was submitted",
        "draft-is-past",
        world=[replace(DRAFT, submitted="desk-2026")],
    ),
    wrong(
        "in the place of one that was replaced",
        "draft-is-past",
        world=[replace(DRAFT, replaced_by="another")],
    ),
    wrong("of a cycle without a year", "cycle-without-year", cycle="next"),
    wrong("of a cycle that has figures and no year", "cycle-without-year", cycle="half 1 of 20261"),
    wrong("on nothing known", "no-such-commitment", commitment="nothing", replaces=None),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_takes_the_place_of_the_one_before_and_wants_a_clearance_of_its_own() -> None:
    cleared = replace(DRAFT, cleared_by="ann")
    world = scene()
    world.put(cleared)
    world.do(lawful(KIND))
    assert world.things[DRAFT.thing] == replace(cleared, replaced_by="desk-2026-anew")
    assert world.things["progress-draft/desk-2026-anew"] == ProgressDraft(
        id="desk-2026-anew",
        commitment="duty-desk",
        party="arvenia",
        cycle="2026",
        grade=Grade.DONE,
        obstacles="The night.",
        drafted_by="ann",
        clearance=Clearance.SECOND_PERSON,
    )


def test_unfinished_is_lawful() -> None:
    assert codes(KIND, grade="done", words=None, replaces=None) == ()
