"""A party is renamed, merged or succeeded."""

from dataclasses import replace
from typing import Any

import pytest

from comity.core.absence import Absence, How, Succession, Why
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import BRIGHTWATER, NOW, SEATS, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "parties.succeed-party"
GONE = Succession(
    id="before",
    party="brightwater",
    how=How.MERGED,
    on=When("2025"),
    successor="lantern",
    before="Brightwater",
)
RENAMED: dict[str, Any] = {"how": "renamed", "successor": None, "name": "Clearwater"}

WRONG = (
    wrong("before its day", "not-yet", on="2027"),
    wrong("twice", "already-succeeded", world=[GONE]),
    wrong("that never was", "no-such-party", of_party="nobody"),
    wrong("of who runs the programme", "runs-the-programme", of_party="harbour"),
    wrong("by nobody", "successor-missing", successor=None),
    wrong("by itself", "succeeds-itself", successor="brightwater"),
    wrong(
        "by one that was itself succeeded",
        "successor-is-gone",
        world=[replace(GONE, party="elsewhere")],
    ),
    wrong("under a name of its own", "name-of-another", name="Clearwater"),
    wrong("renamed to nothing", "new-name-missing", **{**RENAMED, "name": " "}),
    wrong("renamed to the same", "same-name", **{**RENAMED, "name": "Brightwater"}),
    wrong("renamed to another party", "renamed-is-the-same", **{**RENAMED, "successor": "lantern"}),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_its_seats_are_empty_and_it_takes_no_part() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["succession/brightwater-to-elsewhere"] == replace(
        GONE,
        id="brightwater-to-elsewhere",
        how=How.SUCCEEDED,
        on=When("2026-11-01"),
        successor="elsewhere",
    )
    assert world.things["absence/brightwater-to-elsewhere"] == Absence(
        id="brightwater-to-elsewhere", party="brightwater", because=Why.SUCCEEDED, start=NOW
    )
    assert world.things["seat/s-brightwater"] == replace(SEATS[2], ended=NOW)
    assert world.things["party/brightwater"] == BRIGHTWATER


def test_one_that_is_renamed_goes_on_as_it_was() -> None:
    world = scene().do(lawful(KIND, **RENAMED))
    assert world.things["party/brightwater"] == replace(BRIGHTWATER, name="Clearwater")
    assert world.things["seat/s-brightwater"] == SEATS[2]
    assert world.things["succession/brightwater-to-elsewhere"] == Succession(
        id="brightwater-to-elsewhere",
        party="brightwater",
        how=How.RENAMED,
        on=When("2026-11-01"),
        name="Clearwater",
        before="Brightwater",
    )
    assert "absence/brightwater-to-elsewhere" not in world.things


def test_names_follow_one_another_and_several_go_into_one() -> None:
    world = scene().do(lawful(KIND, **RENAMED))
    again = {**RENAMED, "id": "again", "name": "Stillwater"}
    world.do(lawful(KIND, **again), lawful(KIND, id="in", how="merged"))
    assert world.refusals(lawful(KIND, id="too", of_party="lantern", how="merged")) == []


def test_what_a_source_tells_may_lie_ahead_of_nobody() -> None:
    act = lawful(KIND, source="its own notice", effective="2027", on="2027", concerns="brightwater")
    assert scene().refusals(act) == []
