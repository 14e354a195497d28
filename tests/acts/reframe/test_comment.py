"""Somebody comments on what was put out for comments."""

from dataclasses import replace

import pytest

from comity.core.audience import Audience
from comity.core.consultation import Comment, ConsultationStatus
from comity.core.when import When
from tests.acts.lawful import SECRETARIAT, lawful
from tests.acts.scene import CONSULTATION, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "reframe.comment"

WRONG = (
    wrong("for somebody else", "comment-of-another", from_whom="A reader"),
    wrong(
        "once it is closed",
        "consultation-closed",
        world=[replace(CONSULTATION, status=ConsultationStatus.CLOSED)],
    ),
    wrong("without words", "nothing-said", words=" "),
    wrong("in no request", "no-such-consultation", consultation="nothing"),
    wrong("under an id that is taken", "id-taken", id="name-the-office"),
    wrong(
        "from inside an exercise",
        "crosses-the-exercise",
        on_behalf_of="herring",
    ),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_after_the_last_day_it_stands_and_is_marked_late() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["comment/too-early"] == Comment(
        id="too-early",
        consultation="harbour-asks",
        party="arvenia",
        words="Seven in the morning is early on an island.",
        on="paragraph 7",
        late=True,
    )


def test_on_the_last_day_it_is_in_time() -> None:
    world = scene()
    world.put(replace(CONSULTATION, closes=When("2026-11-23")))
    found = world.do(lawful(KIND)).things["comment/too-early"]
    assert isinstance(found, Comment)
    assert not found.late


def test_the_secretariat_enters_what_it_received_from_others() -> None:
    assert codes(KIND, from_whom="A reader in the islands", **SECRETARIAT) == ()


def test_an_observer_may_comment() -> None:
    assert codes(KIND, on_behalf_of="lantern") == ()


def test_a_confidential_one_is_known_to_the_body_alone() -> None:
    act = lawful(KIND, confidential=True)
    assert act.seen_by_default(scene().lent(act)) == {"*": Audience.BODY, "by": Audience.OWN}
