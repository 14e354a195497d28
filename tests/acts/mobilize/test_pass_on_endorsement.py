"""Renamed, succeeded or merged: the endorsement is one and the same."""

from dataclasses import replace

import pytest

from comity.core.endorsing import Backing, Passing
from comity.core.when import When
from tests.acts.lawful import SECRETARIAT, lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "mobilize.pass-on-endorsement"
STANDS = Backing(id="arvenia-backs", endorsement="arvenia-backs", holder="arvenia")

WRONG = (
    wrong("by another", "not-your-endorsement", by="max", on_behalf_of="meridonia"),
    wrong("to itself", "passes-to-itself", to_party="arvenia"),
    wrong(
        "after it was withdrawn",
        "endorsement-withdrawn",
        world=[replace(STANDS, withdrawn=When("2026-10"))],
    ),
    wrong("to nobody known", "no-such-party", to_party="nobody"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_another_stands_behind_it_now_and_may_pass_it_on_again() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["backing/arvenia-backs"] == replace(
        STANDS, holder="brightwater", passed=Passing.MERGED, passed_on=When("2026-11-23T12:00:00Z")
    )
    again = lawful(KIND, to_party="meridonia", how="renamed", **SECRETARIAT)
    assert world.refusals(again) == []


def test_the_secretariat_passes_it_on() -> None:
    assert codes(KIND, **SECRETARIAT) == ()
