"""Who may know who is invited and who comes, what waits on whose desk, and what is taken along; on both stores."""

from typing import Any

import pytest

from comity.core.party import Attribution
from comity.desk.look import Look
from comity.desk.readings.desk_page import desk as desk_page
from comity.desk.readings.invitation import invitation
from comity.desk.readings.meeting import MeetingPage, meeting
from comity.desk.readings.pack import file_of, pack
from comity.desk.readings.paging import A_PAGE
from comity.desk.readings.standing import standing
from tests.desk.house import CHAIR, HOST, PEOPLE, House

NORTH, SOUTH, WATCHERS = PEOPLE["north"], PEOPLE["south"], PEOPLE["watchers"]
BY = "2026-03-20T12:00:00+00:00[Etc/UTC]"
LINK = "https://rooms.example/planted-link"
MEETING = {"id": "round", "name": "The round", "form": "session", "start": "2026-04-07"}


def convened(house: House, *, rule: str = "chatham-house") -> None:
    house.do("convene.convene-meeting", **MEETING, body="room", attribution=rule)
    house.do(
        "convene.invite", id="north-card", meeting="round", invited="north", places=2, answer_by=BY
    )


def page(house: House, person: str) -> MeetingPage:
    found: MeetingPage | None = house.desk.read(house.desk.viewer(person), meeting, id="round")
    assert found is not None
    return found


def invited(house: House, person: str) -> list[str]:
    guests = page(house, person).guests
    return sorted(row.invitation.id for row in (*guests.mine, *guests.others))


def answered(house: House, person: str) -> list[str]:
    guests = page(house, person).guests
    return [row.reply.id for row in (*guests.mine, *guests.others) if row.reply]


def comes(house: House, **more: Any) -> int:
    """Let the north answer that it comes; return the act."""
    told = {"invitation": "north-card", "answer": "comes", **more}
    return house.do("convene.answer-invitation", by=NORTH, party="north", **told).index


def owed(house: House, person: str) -> list[str]:
    found = house.desk.read(house.desk.viewer(person), desk_page)
    assert found is not None
    return [due.owing.what for due in found.owed]


def test_an_invitation_waits_on_the_desk_of_whom_it_names_until_it_is_answered(
    house: House,
) -> None:
    convened(house)
    assert owed(house, NORTH).count("invitation") == 1
    assert owed(house, SOUTH).count("invitation") == 0
    answer = comes(house)
    assert owed(house, NORTH).count("invitation") == 0
    house.do("programme.strike", act=answer, by=NORTH, party="north", why="Too soon.")
    assert owed(house, NORTH).count("invitation") == 1


def test_what_is_cancelled_waits_on_nobodys_desk(house: House) -> None:
    convened(house)
    house.do("convene.cancel-meeting", meeting="round")
    assert owed(house, NORTH).count("invitation") == 0


def test_the_room_knows_who_is_invited_and_only_the_secretariat_who_answered(house: House) -> None:
    convened(house)
    comes(house, delegates=["A planted name"])
    assert {who: invited(house, who) for who in (HOST, NORTH, SOUTH, "")} == {
        HOST: ["north-card"],
        NORTH: ["north-card"],
        SOUTH: ["north-card"],
        "": [],
    }
    assert {who: answered(house, who) for who in (HOST, NORTH, SOUTH, CHAIR, "")} == {
        HOST: ["invitation.north-card.north"],
        NORTH: ["invitation.north-card.north"],
        SOUTH: [],
        CHAIR: [],
        "": [],
    }


def test_whoever_is_not_of_the_room_knows_of_their_own_invitation_alone(house: House) -> None:
    told = {"name": "Guests", "form": "state", "standing": "party"}
    house.do("parties.admit-party", id="guests", **told)
    house.do("parties.register-person", id="g7t2rr", name="Person of guests")
    mandate = {"person": "g7t2rr", "for_party": "guests", "start": "2026-03-01"}
    house.do("parties.give-mandate", powers=["speak"], **mandate)
    convened(house)
    house.do("convene.invite", id="guests-card", meeting="round", invited="guests", answer_by=BY)
    assert invited(house, "g7t2rr") == ["guests-card"]
    assert invited(house, SOUTH) == ["north-card"]
    seen = house.desk.read(
        house.desk.viewer("g7t2rr"), invitation, id="guests-card", party="guests"
    )
    assert seen is not None
    other = house.desk.read(house.desk.viewer(SOUTH), invitation, id="guests-card", party="south")
    assert other is None


def test_the_joining_link_is_seen_by_the_parties_it_is_for(house: House) -> None:
    convened(house)
    told = {"meeting": "round", "joining": LINK, "access": "Planted access."}
    house.do("convene.arrange-meeting", for_parties=["north"], seats=20, **told)
    seen = {who: page(house, who).arrangement for who in (HOST, NORTH, SOUTH, WATCHERS, "")}
    links = {who: each.value("joining") for who, each in seen.items() if each is not None}
    assert links == {HOST: LINK, NORTH: LINK, SOUTH: None, WATCHERS: None, "": None}
    assert {each.value("seats") for each in seen.values() if each is not None} == {20}


@pytest.mark.parametrize(("present", "told"), [(9, None), (10, 10)])
def test_a_small_number_leaves_the_room_no_more_than_a_name(
    house: House, present: int, told: int | None
) -> None:
    convened(house)
    house.wait(days=40)
    house.do(
        "convene.record-attendance",
        meeting="round",
        present=present,
        parties=["north"],
        names=["A planted name"],
    )
    seen = page(house, "").prepared.attendance
    assert seen is not None
    assert {name: seen.value(name) for name in ("present", "parties", "names")} == {
        "present": told,
        "parties": None,
        "names": None,
    }
    chair = page(house, CHAIR).prepared.attendance
    assert chair is not None
    assert chair.value("present") == present


def test_what_a_meeting_asks_waits_on_the_partys_desk_until_it_is_done(house: House) -> None:
    convened(house)
    house.wait(days=40)
    told = {"charged": "south", "does": "Name a port.", "by_when": "2026-04-20"}
    house.do("convene.assign-action", id="port", meeting="round", **told)
    assert owed(house, SOUTH).count("action") == 1
    assert owed(house, NORTH).count("action") == 0
    assert page(house, "").prepared.actions == []
    done = {"action": "port", "on": "2026-04-10", "words": "It is Sill."}
    house.do("convene.report-action", by=SOUTH, party="south", **done)
    assert owed(house, SOUTH).count("action") == 0
    (row,) = page(house, NORTH).prepared.actions
    assert row.action.value("told") == "It is Sill."


def test_a_pack_holds_what_its_reader_may_see_and_never_how_to_join(house: House) -> None:
    convened(house)
    lodged = house.desk.lodge(b"For the room.", media_type="text/plain", person=NORTH)
    paper = {"title": "For the room", "about": "meeting/round", "symbol": "R/1"}
    house.do("programme.file-paper", by=NORTH, party="north", id="paper", file=lodged, **paper)
    house.do("convene.set-agenda", meeting="round", items=[{"title": "First", "papers": "R/1"}])
    house.do("convene.arrange-meeting", meeting="round", joining=LINK, for_parties=["north"])
    inside = house.desk.read(house.desk.viewer(SOUTH), pack, id="round")
    outside = house.desk.read(house.desk.viewer(""), pack, id="round")
    assert inside is not None
    assert outside is not None
    [bound] = inside.files.values()
    south, public = house.desk.viewer(SOUTH), house.desk.viewer("")
    assert house.desk.read(south, file_of, digest=bound.digest) == b"For the room."
    assert house.desk.read(public, file_of, digest=bound.digest) is None
    assert [each.text.id for each in inside.texts] == ["text"]
    assert (dict(outside.files), list(outside.papers), list(outside.texts)) == ({}, [], [])
    assert LINK not in repr(house.desk.read(house.desk.viewer(NORTH), pack, id="round"))


def test_a_pack_holds_the_text_that_its_agenda_names_whosever_it_is(house: House) -> None:
    convened(house)
    house.do("parties.found-body", id="other", name="Another room", form="conference")
    text: dict[str, Any] = {
        "title": "Elsewhere",
        "ids": ["e1"],
        "numbers": ["1"],
        "words": ["Ports show cables."],
    }
    seat = {"role": "chair", "person": CHAIR, "for_party": "host", "start": "2026-03-01"}
    house.do("parties.seat-member", body="other", **seat)
    house.do("reframe.table-text", by=CHAIR, id="elsewhere", body="other", **text)
    items = [{"title": "First", "about": "text/elsewhere"}]
    house.do("convene.set-agenda", meeting="round", items=items)
    found = house.desk.read(house.desk.viewer(SOUTH), pack, id="round")
    assert found is not None
    assert [each.text.id for each in found.texts] == ["elsewhere", "text"]
    assert [str(each["words"]) for each in found.texts[0].paragraphs] == ["Ports show cables."]


def test_a_closed_meeting_is_packed_for_its_members_alone(house: House) -> None:
    convened(house, rule=Attribution.CLOSED)
    assert house.desk.read(house.desk.viewer(""), pack, id="round") is None
    assert house.desk.read(house.desk.viewer(SOUTH), pack, id="round") is not None


def test_a_form_that_says_something_anew_begins_with_what_stands(house: House) -> None:
    convened(house)
    items = [
        {"title": "First", "begins": "09:30"},
        {"title": "Second"},
        {"title": "Third", "day": 1, "time": "14:00", "minutes": 90},
    ]
    house.do("convene.set-agenda", meeting="round", items=items)
    house.do("convene.arrange-meeting", meeting="round", seats=20, for_parties=["north"])
    viewer = house.desk.viewer(HOST)
    begins = {
        verb: house.desk.read(viewer, standing, verb=verb, given={"meeting": "round"})
        for verb in ("convene.set-agenda", "convene.arrange-meeting", "convene.enter-minutes")
    }
    assert begins == {
        "convene.set-agenda": {
            "items:title": "First\nSecond\nThird",
            "items:day": "\n\n1",
            "items:time": "\n\n14:00",
            "items:minutes": "\n\n90",
            "items:begins": "09:30\n\n",
            "items:papers": "\n\n",
            "items:about": "\n\n",
        },
        "convene.arrange-meeting": {"seats": "20", "for_parties": "north"},
        "convene.enter-minutes": {},
    }


def test_a_move_tells_nobody_outside_which_invitations_it_touched(house: House) -> None:
    convened(house)
    moved = house.do("convene.move-meeting", meeting="round", start="2026-04-08").index

    def of_the_card(look: Look) -> list[int]:
        return [deed.index for deed in look.minutes(thing="invitation/north-card")]

    desk = house.desk
    assert moved in desk.read(desk.viewer(SOUTH), of_the_card)
    assert desk.read(desk.viewer(""), of_the_card) == []


def test_the_answers_to_an_open_invitation_are_listed_a_page_at_a_time_and_ones_own_always(
    house: House,
) -> None:
    convened(house)
    house.do("convene.invite", id="open", meeting="round", places=500, answer_by=BY)
    names = [f"ally-{number:03d}" for number in range(A_PAGE + 3)]
    for each in names:
        told = {"name": each.title(), "form": "company", "standing": "party"}
        house.do("parties.admit-party", id=each, **told)
    for each in names:
        told = {"invitation": "open", "answer": "comes"}
        house.do(
            "convene.answer-invitation", concerns=each, source="A list", effective="2026", **told
        )
    comes(house, invitation="open")

    def answers(who: str, after: str = "") -> tuple[list[str], str]:
        found = house.desk.read(house.desk.viewer(who), meeting, id="round", after=after)
        assert found is not None
        rows = (*found.guests.mine, *found.guests.others)
        theirs = [row.reply.id for row in rows if row.reply and row.invitation.id == "open"]
        return theirs, found.more.get("answers", "")

    own = "invitation.open.north"
    every = sorted([own, *(f"invitation.open.recorded.{each}" for each in names)])
    first, more = answers(HOST)
    rest, last = answers(HOST, more)
    assert (len(first), last) == (A_PAGE, "")
    assert sorted([*first, *rest]) == every
    assert own in answers(NORTH, more)[0]
    assert page(house, HOST).guests.taken["open"] == len(names) + 1


def test_who_answers_once_more_begins_with_what_was_answered(house: House) -> None:
    convened(house)
    comes(house, people=2, delegates=["Ann, head"], requires="A ramp.")
    given = {"invitation": "north-card"}
    begins = [
        house.desk.read(house.desk.viewer(each), standing, "convene.answer-invitation", given)
        for each in (NORTH, SOUTH, HOST)
    ]
    said = {"answer": "comes", "people": "2", "delegates": "Ann, head", "requires": "A ramp."}
    assert begins == [said, {}, {}]
