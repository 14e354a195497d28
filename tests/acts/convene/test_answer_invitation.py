"""Who comes takes places; the last of them is taken once."""

from dataclasses import replace
from typing import Any

import pytest

from comity.core.invitation import Answer, Arrangement, Coming, Seating, Uptake
from tests.acts.lawful import lawful
from tests.acts.scene import ANSWER_BY, INVITATION, UPTAKE, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "convene.answer-invitation"
ROOM = Arrangement(id="workshop", meeting="workshop", seats=10)

WRONG = (
    wrong("for another party", "not-your-invitation", by="max", on_behalf_of="meridonia"),
    wrong("when it is cancelled", "already-cancelled", world=[replace(INVITATION, lapsed=True)]),
    wrong("when it has begun", "meeting-begun", at="2026-12-07T09:00:01Z"),
    wrong("with more names than people", "more-names-than-people", people=1),
    wrong(
        "for two, by a guest without a mandate",
        "guest-comes-alone",
        by="zoe",
        world=[replace(INVITATION, person="zoe")],
    ),
    wrong("for more than it has places", "places-taken", people=4),
    wrong(
        "into a room that is full",
        "seats-taken",
        world=[ROOM, Seating(id="workshop", meeting="workshop", taken=9)],
    ),
    wrong("to what was never sent", "no-such-invitation", invitation="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_who_comes_takes_places_and_seats() -> None:
    world = scene().do(lawful(KIND))
    reply = Coming(
        id="invitation.workshop-arvenia.arvenia",
        invitation="workshop-arvenia",
        meeting="workshop",
        party="arvenia",
        answer=Answer.COMES,
        people=2,
        delegates=("Ann, head of delegation", "A second, to be named"),
        requires="A ramp.",
    )
    assert world.things[reply.thing] == reply
    assert world.things["uptake/workshop-arvenia"] == Uptake(
        id="workshop-arvenia", invitation="workshop-arvenia", taken=2
    )
    assert world.things[INVITATION.thing] == INVITATION
    assert world.things["seating/workshop"] == Seating(id="workshop", meeting="workshop", taken=2)


@pytest.mark.parametrize(
    ("first", "then", "taken"),
    [("comes", "declines", 0), ("comes", "tentative", 0), ("declines", "comes", 2)],
)
def test_another_answer_gives_back_what_the_first_took(first: str, then: str, taken: int) -> None:
    world = scene()
    world.put(ROOM)
    world.do(lawful(KIND, answer=first), lawful(KIND, answer=then))
    assert world.things["seating/workshop"] == Seating(
        id="workshop", meeting="workshop", taken=taken
    )
    assert world.things["uptake/workshop-arvenia"] == Uptake(
        id="workshop-arvenia", invitation="workshop-arvenia", taken=taken
    )


def test_a_party_may_answer_anew_in_a_full_room_and_keep_its_own_seats() -> None:
    room = replace(ROOM, seats=3)
    world = scene()
    world.put(room)
    world.do(lawful(KIND), lawful(KIND, people=3))
    assert world.things["seating/workshop"] == Seating(id="workshop", meeting="workshop", taken=3)


def test_an_open_invitation_is_used_as_often_as_it_has_places_and_stays_open() -> None:
    # Meridonia has taken one of three already.
    world = scene()
    asked: dict[str, Any] = {"invitation": "workshop-open", "people": 1, "delegates": None}
    for party, person in (("arvenia", "ann"), ("brightwater", "eve")):
        world.do(lawful(KIND, by=person, on_behalf_of=party, **asked))
    late = lawful(KIND, by="leo", on_behalf_of="lantern", **asked)
    assert [each.code for each in world.refusals(late)] == ["places-taken"]
    assert world.things[UPTAKE.thing] == replace(UPTAKE, taken=3)


@pytest.mark.parametrize(
    ("at", "late"), [("2026-12-01T11:59:59Z", False), ("2026-12-01T12:00:00Z", True)]
)
def test_an_answer_in_the_stated_second_is_late_and_stands(at: str, late: bool) -> None:
    assert f"{ANSWER_BY.instant:%Y-%m-%dT%H:%M:%SZ}" == "2026-12-01T12:00:00Z"
    reply = scene().do(lawful(KIND, at=at)).things["coming/invitation.workshop-arvenia.arvenia"]
    assert isinstance(reply, Coming)
    assert reply.late is late


def test_who_declines_needs_no_place() -> None:
    assert codes(KIND, answer="declines", people=900) == ()


def test_what_somebody_needs_is_for_the_secretariat_alone() -> None:
    act = lawful(KIND)
    assert act.seen_by_default(scene().lent(act)) == {"*": "secretariat", "by": "own"}
