"""Whom an invitation names answers it without a mandate, and sees and does nothing else by it."""

from typing import Any

import pytest

from comity.core.invitation import Coming
from comity.desk import guest
from comity.desk.readings.invitation import invitation
from comity.desk.readings.meeting import meeting
from tests.desk.house import HOST, PEOPLE, House

GUEST, OTHER = "g7t2rr", "o3k9mm"
BY = "2026-03-20T12:00:00+00:00[Etc/UTC]"
CARD: dict[str, Any] = {"invitation": "card", "answer": "comes"}


@pytest.fixture
def asked(house: House) -> House:
    """The north is asked to a meeting, and by name somebody of it who has no mandate."""
    for person in (GUEST, OTHER):
        house.do("parties.register-person", id=person, name=f"Person {person}")
    house.do(
        "convene.convene-meeting",
        id="round",
        name="The round",
        form="session",
        start="2026-04-01",
        body="room",
        attribution="chatham-house",
    )
    house.do(
        "convene.invite",
        id="card",
        meeting="round",
        invited="north",
        guest=GUEST,
        places=3,
        answer_by=BY,
    )
    return house


def answer(house: House, person: str, *, party: str = "north", **other: Any) -> tuple[str, ...]:
    return house.refused("convene.answer-invitation", by=person, party=party, **{**CARD, **other})


def test_the_guest_answers_for_their_party_and_it_is_its_answer(asked: House) -> None:
    asked.do("convene.answer-invitation", by=GUEST, party="north", **CARD)
    host = asked.desk.viewer(HOST)
    (reply,) = asked.desk.read(host, lambda look: look.all(Coming, invitation="card"))
    assert (reply.value("party"), reply.value("people")) == ("north", 1)
    asked.do("convene.answer-invitation", by=PEOPLE["north"], party="north", people=3, **CARD)
    (reply,) = asked.desk.read(host, lambda look: look.all(Coming, invitation="card"))
    assert reply.value("people") == 3


def test_nobody_else_without_a_mandate_may_and_learns_nothing_by_trying(asked: House) -> None:
    assert answer(asked, OTHER) == answer(asked, OTHER, invitation="nothing")
    assert "no-such-invitation" in answer(asked, OTHER)
    assert answer(asked, GUEST, party="south") == ("no-mandate", "no-such-invitation")


def test_a_guest_comes_alone(asked: House) -> None:
    assert answer(asked, GUEST, people=2) == ("guest-comes-alone",)


def test_a_guest_may_do_nothing_else_by_it(asked: House) -> None:
    asked.do("convene.answer-invitation", by=GUEST, party="north", **CARD)
    codes = asked.refused(
        "convene.replace-delegate",
        by=GUEST,
        party="north",
        id="swap",
        invitation="card",
        leaves="Person g7t2rr",
        comes="A friend",
        because="ill",
    )
    assert "no-mandate" in codes


def test_a_guest_sees_the_invitation_and_its_meeting_and_the_page_of_neither(asked: House) -> None:
    viewer = asked.desk.guest(GUEST, invitation="card")
    assert viewer is not None
    page = asked.desk.read(viewer, invitation, id="card", party="north")
    assert page is not None
    assert str(page.meeting["name"]) == "The round"
    assert asked.desk.read(asked.desk.viewer(GUEST), invitation, id="card", party="north") is None
    assert asked.desk.read(asked.desk.viewer(GUEST), meeting, id="nothing") is None
    assert asked.desk.guest(OTHER, invitation="card") is None
    assert asked.desk.guest(GUEST, invitation="nothing") is None


def test_who_has_a_mandate_is_who_they_are(asked: House) -> None:
    asked.do(
        "parties.give-mandate",
        person=GUEST,
        for_party="north",
        powers=["speak"],
        start="2026-03-01",
    )
    assert asked.desk.guest(GUEST, invitation="card") == asked.desk.viewer(GUEST)
    asked.do("convene.answer-invitation", by=GUEST, party="north", people=2, **CARD)


def test_an_invitation_without_a_name_names_nobody(asked: House) -> None:
    asked.do("convene.invite", id="south", meeting="round", invited="south", answer_by=BY)
    assert guest.named_in(asked.store, "south") is None
