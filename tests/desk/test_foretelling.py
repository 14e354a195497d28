"""Who is told before an act is entered to see it, sees it afterwards: form, preview and record agree."""

from collections.abc import Mapping
from typing import Any

import pytest

from comity.desk.foretelling import seen_by
from comity.desk.look import Look
from comity.desk.readings.act_page import act_page
from tests.desk.house import CHAIR, HOST, PEOPLE, House

ROOM: Mapping[str, Any] = {
    "meeting": "dialogue",
    "words": "A contact answers.",
    "speakers": ["north"],
}


@pytest.fixture
def dialogue(house: House) -> House:
    """A dialogue under the Chatham House Rule, held yesterday, which asked something of the north."""
    own = {"name": "Dialogue", "form": "dialogue", "start": "2026-03-01", "zone": "UTC"}
    house.do(
        "convene.convene-meeting", id="dialogue", body="room", attribution="chatham-house", **own
    )
    own = {"charged": "north", "does": "Name a contact", "by_when": "2026-04"}
    house.do("convene.assign-action", id="task", meeting="dialogue", **own)
    return house


def form(house: House, verb: str, *, by: str, **given: str) -> Any:
    def question(look: Look) -> Any:
        return act_page(look, verb=verb, given=given)

    return house.desk.read(house.desk.viewer(by), question).audiences


def stood(house: House, index: int, *, by: str) -> dict[str, str]:
    proof = house.desk.read(house.desk.viewer(by), Look.proof, index)
    assert proof is not None
    beside = ("audience", "received", "named", "persons")
    return {part.name: part.audience for part in proof.parts if part.name not in beside}


def test_who_spoke_is_for_the_chair_in_the_form_before_it_is_sent_and_in_the_record(
    dialogue: House,
) -> None:
    told = form(dialogue, "convene.record-outcome", by=HOST, meeting="dialogue")
    envelope = {"kind": "convene.record-outcome/1", "on_behalf_of": "host", "id": "o", **ROOM}
    before = seen_by(dialogue.desk, envelope, person=HOST)
    receipt = dialogue.do("convene.record-outcome", id="o", **ROOM)
    assert before == stood(dialogue, receipt.index, by=HOST)
    assert {part: told[part] for part in before} == before
    assert (before["words"], before["speakers"]) == ("public", "chair")


def test_that_a_party_did_what_a_closed_room_asked_stays_in_the_room(dialogue: House) -> None:
    north = PEOPLE["north"]
    told = form(dialogue, "convene.report-action", by=north, action="task")
    own = {"action": "task", "on": "2026-03-01", "words": "It is named."}
    envelope = {"kind": "convene.report-action/1", "on_behalf_of": "north", **own}
    before = seen_by(dialogue.desk, envelope, person=north)
    receipt = dialogue.do("convene.report-action", by=north, party="north", **own)
    assert before == stood(dialogue, receipt.index, by=north)
    assert {part: told[part] for part in before} == before
    assert before["words"] == "body"


def test_a_closed_meeting_is_foretold_as_it_is_entered(house: House) -> None:
    own = {"name": "Closed", "form": "dialogue", "start": "2026-05-01", "zone": "UTC"}
    own |= {"id": "closed", "body": "room", "attribution": "closed"}
    envelope = {"kind": "convene.convene-meeting/1", "on_behalf_of": "host", **own}
    before = seen_by(house.desk, envelope, person=HOST)
    receipt = house.do("convene.convene-meeting", **own)
    assert before == stood(house, receipt.index, by=HOST)
    assert before["name"] == "body"


def test_who_would_see_it_is_told_also_of_what_would_be_refused(house: House) -> None:
    own = {"kind": "convene.record-outcome/1", "on_behalf_of": "host", "id": "o", **ROOM}
    assert seen_by(house.desk, own, person=CHAIR)["words"] == "public"


def test_whom_an_invitation_names_is_no_reader_for_being_named(house: House) -> None:
    own = {"name": "Round", "form": "session", "start": "2026-05-01", "body": "room"}
    house.do("convene.convene-meeting", id="round", attribution="chatham-house", **own)
    until = "2026-04-09T18:00:00+00:00[Etc/UTC]"
    own = {"id": "card", "meeting": "round", "invited": "north", "answer_by": until}
    envelope = {"kind": "convene.invite/1", "on_behalf_of": "host", **own}
    before = seen_by(house.desk, envelope, person=HOST)
    receipt = house.do("convene.invite", **own)
    assert before == stood(house, receipt.index, by=HOST)
    assert set(before.values()) == {"body", "own"}
