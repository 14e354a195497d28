"""What a meeting asks of a party waits on that party's desk."""

from dataclasses import replace

import pytest

from comity.core.attendance import Action
from comity.core.party import Attribution
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import MEETING, OUTCOME, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "convene.assign-action"

WRONG = (
    wrong("by a day that is past", "already-past", by_when="2026-11-22"),
    wrong(
        "from another meeting's outcome",
        "of-another-meeting",
        world=[replace(OUTCOME, meeting="workshop")],
    ),
    wrong("of nobody that is known", "no-such-party", charged="nobody"),
    wrong("without saying what", "nothing-said", does=" "),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_is_asked_of_the_party_and_follows_from_the_outcome() -> None:
    act = lawful(KIND)
    assert scene().do(act).things["action/arvenia-writes-the-list"] == Action(
        id="arvenia-writes-the-list",
        meeting="third-session",
        party="arvenia",
        does="Write down which ships are on the list.",
        by_when=When("2026-12-20"),
        outcome="one-list",
    )
    assert list(act.follows_from()) == [("action/arvenia-writes-the-list", "outcome/one-list")]


@pytest.mark.parametrize(
    ("rule", "body", "charged", "who"),
    [
        (Attribution.ON_THE_RECORD, "conference", "arvenia", "public"),
        (Attribution.CHATHAM_HOUSE, "conference", "arvenia", "body"),
        (Attribution.CHATHAM_HOUSE, "conference", "elsewhere", "named"),
        (Attribution.CHATHAM_HOUSE, "", "arvenia", "named"),
        (Attribution.CLOSED, "conference", "arvenia", "body"),
    ],
)
def test_off_the_record_the_room_or_the_party_knows_of_it(
    rule: Attribution, body: str, charged: str, who: str
) -> None:
    world = scene()
    world.put(replace(MEETING, attribution=rule, body=body))
    act = lawful(KIND, charged=charged)
    assert act.seen_by_default(world.lent(act)) == {"*": who, "by": "own"}
