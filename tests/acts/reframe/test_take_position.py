"""A party says where it stands; the latest counts."""

from dataclasses import replace

import pytest

from comity.core.audience import Audience
from comity.core.text import Position, ProposalStatus, Stance
from tests.acts.lawful import lawful
from tests.acts.scene import PROPOSAL, TEXT, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "reframe.take-position"

WRONG = (
    wrong(
        "on words that were withdrawn",
        "proposal-withdrawn",
        world=[replace(PROPOSAL, status=ProposalStatus.WITHDRAWN)],
        on="proposal/one-day",
    ),
    wrong("on an adopted text", "text-adopted", on="text/accord"),
    wrong(
        "on an old revision", "text-revised", world=[replace(TEXT, revised_by="understanding-2")]
    ),
    wrong("on nothing", "no-such-paragraph", on="paragraph/nothing"),
    wrong("on practice", "crosses-the-exercise", on="paragraph/drill-p1"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_latest_position_stands() -> None:
    world = scene().do(lawful(KIND))
    name = "position/paragraph.understanding-p7.arvenia"
    first = Position(
        id="paragraph.understanding-p7.arvenia",
        on="paragraph/understanding-p7",
        text="understanding",
        party="arvenia",
        stance=Stance.CONCERN,
        reason="Two hours is short at night.",
        cure="Four hours at night.",
    )
    assert world.things[name] == first
    world.do(lawful(KIND, stance="can-live-with", reason="", cure=""))
    assert world.things[name] == replace(first, stance=Stance.CAN_LIVE_WITH, reason="", cure="")


@pytest.mark.parametrize("on", ["text/understanding", "proposal/one-day", "text/annex"])
def test_it_may_be_on_a_text_or_a_proposal(on: str) -> None:
    assert codes(KIND, on=on) == ()


def test_a_note_for_the_capital_stays_with_the_party() -> None:
    act = lawful(KIND)
    assert act.seen_by_default(scene().lent(act)) == {
        "*": Audience.BODY,
        "by": Audience.OWN,
        "for_capital": Audience.OWN,
    }
