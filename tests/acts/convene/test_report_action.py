"""A party says that it has done what was asked."""

from dataclasses import replace

import pytest

from comity.core.party import Attribution
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import ACTION, MEETING, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "convene.report-action"

WRONG = (
    wrong("of what was asked of another", "not-your-action", by="ann", on_behalf_of="arvenia"),
    wrong("twice", "already-done", world=[replace(ACTION, done=When("2026-11-20"))]),
    wrong("before it was done", "not-yet", on="2026-11-24"),
    wrong("that nobody asked", "no-such-action", action="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_is_done() -> None:
    assert scene().do(lawful(KIND)).things[ACTION.thing] == replace(
        ACTION, done=When("2026-11-22"), told="It is the port of Sill."
    )


@pytest.mark.parametrize(
    ("rule", "body", "who"),
    [
        (Attribution.ON_THE_RECORD, "conference", "public"),
        (Attribution.CHATHAM_HOUSE, "conference", "body"),
        (Attribution.CHATHAM_HOUSE, "", "secretariat"),
    ],
)
def test_who_knew_of_the_asking_knows_of_the_doing(rule: Attribution, body: str, who: str) -> None:
    world = scene()
    world.put(replace(MEETING, attribution=rule, body=body))
    act = lawful(KIND)
    assert act.seen_by_default(world.lent(act)) == {"*": who, "by": "own"}
