"""The chair declares; the software never does."""

from dataclasses import replace

import pytest

from comity.core.ballot import Result
from comity.core.text import Adoption, Agreement, SilenceStatus, TextStatus
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import EARLIER_BALLOT, HELD, QUIET_TEXT, SILENCE, TEXT, scene
from tests.acts.world import World
from tests.acts.wrong import Wrong, refused, wrong

KIND = "reframe.declare-adoption"

WRONG = (
    wrong("twice", "text-adopted", text="accord"),
    wrong(
        "of an old revision", "text-revised", world=[replace(TEXT, revised_by="understanding-2")]
    ),
    wrong(
        "by the silence of another text", "not-of-this-text", world=[HELD], silence="annex-silence"
    ),
    wrong("by a silence that runs", "silence-not-held", text="annex", silence="annex-silence"),
    wrong(
        "by a silence that was broken",
        "silence-not-held",
        world=[replace(SILENCE, status=SilenceStatus.BROKEN)],
        text="annex",
        silence="annex-silence",
    ),
    wrong("past a silence that runs", "silence-running", text="annex"),
    wrong(
        "past one that asks for more time",
        "silence-running",
        world=[replace(SILENCE, status=SilenceStatus.EXTENSION_ASKED)],
        text="annex",
    ),
    wrong("without naming the silence that held", "silence-not-named", world=[HELD], text="annex"),
    wrong(
        "as unopposed, where nobody was asked", "level-needs-silence", level="no-objection-received"
    ),
    wrong("by vote, where nobody voted", "level-needs-ballot", level="by-vote"),
    wrong(
        "by a vote on another text",
        "level-needs-ballot",
        level="by-vote",
        follows=["ballot/earlier-ballot"],
    ),
    wrong(
        "by a vote that was lost",
        "level-needs-ballot",
        world=[replace(EARLIER_BALLOT, result=Result.NOT_CARRIED)],
        text="guide",
        level="by-vote",
        follows=["ballot/earlier-ballot"],
    ),
    wrong(
        "by a vote on one paragraph",
        "level-needs-ballot",
        world=[replace(EARLIER_BALLOT, on="paragraph/guide-p1")],
        text="guide",
        level="by-vote",
        follows=["ballot/earlier-ballot"],
    ),
    wrong("without a reason", "nothing-said", reason=""),
    wrong("of no text", "no-such-text", text="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def by_silence() -> World:
    world = scene()
    world.put(HELD, replace(QUIET_TEXT, status=TextStatus.SILENCE_HELD))
    return world


def test_by_silence_the_date_is_that_of_the_expiry() -> None:
    act = lawful(
        KIND,
        text="annex",
        silence="annex-silence",
        level="no-objection-received",
        at="2026-11-29T08:00:00+00:00",
    )
    world = by_silence().do(act)
    assert world.things["adoption/understanding-adopted"] == Adoption(
        id="understanding-adopted",
        text="annex",
        body="conference",
        level=Agreement.NO_OBJECTION_RECEIVED,
        reason="No delegation asked for the floor.",
        adopted_on=When("2026-11-27T23:00:00Z"),
        silence="annex-silence",
    )
    assert world.things["text/annex"] == replace(QUIET_TEXT, status=TextStatus.ADOPTED)


def test_in_the_room_the_date_is_that_of_the_declaration() -> None:
    adoption = scene().do(lawful(KIND)).things["adoption/understanding-adopted"]
    assert isinstance(adoption, Adoption)
    assert adoption.adopted_on == When("2026-11-23T12:00:00Z")


def test_a_recorded_adoption_is_dated_as_exactly_as_its_source() -> None:
    act = lawful(KIND, source="a report", effective="2019-10")
    adoption = scene().do(act).things["adoption/understanding-adopted"]
    assert isinstance(adoption, Adoption)
    assert adoption.adopted_on == When("2019-10")


def test_a_ballot_on_the_whole_that_was_carried_is_enough() -> None:
    act = lawful(KIND, text="guide", level="by-vote", follows=["ballot/earlier-ballot"])
    found = scene().do(act).things["adoption/understanding-adopted"]
    assert isinstance(found, Adoption)
    assert found.level is Agreement.BY_VOTE
