"""What a source says is noted."""

from dataclasses import replace
from typing import Any

import pytest

from comity.core.knowledge import SourcedClaim
from comity.core.when import When
from tests.acts.lawful import FIELDS, lawful
from tests.acts.scene import CLAIM, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "programme.note-claim"
SAME: dict[str, Any] = {"says": CLAIM.says, "stands_in": CLAIM.stands_in}

WRONG = (
    wrong("twice from one source", "already-noted", **SAME),
    wrong("as of a day to come", "not-yet", as_of="2027"),
    wrong("of what never was", "no-such-work-area", about="work-area/nothing"),
    wrong("without its source", "nothing-said", stands_in=" "),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_stands_beside_the_thing_with_its_source() -> None:
    own = {**FIELDS[KIND], "as_of": When("2025-06")}
    world = scene().do(lawful(KIND))
    assert world.things["claim/three-ministries"] == SourcedClaim(**own)


def test_another_source_may_say_the_same_and_the_same_source_more() -> None:
    world = scene().do(lawful(KIND, **{**SAME, "stands_in": "Another"}))
    assert world.refusals(lawful(KIND, id="more", stands_in=CLAIM.stands_in)) == []


def test_what_is_known_of_one_thing_says_nothing_of_another() -> None:
    world = scene()
    world.put(replace(CLAIM, about="norm/norm-1"))
    assert world.refusals(lawful(KIND, **SAME)) == []
