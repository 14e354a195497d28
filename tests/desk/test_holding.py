"""For a minute the letters of an act lie in the tray: they can be held, let go, and never leave of what was struck."""

from collections.abc import Sequence
from typing import Any

from comity.desk import clerk
from comity.desk.look import Look
from comity.desk.outcome import Refused
from comity.desk.posting import come_back, given_up, write_again
from comity.desk.readings.circular import circular
from comity.desk.readings.mailing import Mailing
from comity.desk.readings.post_room import letters, post_room
from comity.desk.seen import Owing
from tests.desk.house import CHAIR, HOST, PEOPLE, House
from tests.desk.office import Office

NORTH = PEOPLE["north"]
ALL = sorted([HOST, *PEOPLE.values()])
PARTIES = sorted(["host", *PEOPLE])
NAMED = ["islands", "north", "south", "host", "watchers"]
"""The same in the order of their names: The Host stands under T."""


def sent(house: House, **more: Any) -> int:
    told: dict[str, Any] = {
        "id": "dates",
        "title": "Dates",
        "words": "Which week?",
        "body": "room",
        **more,
    }
    return house.do("programme.send-circular", **told).index


def of(house: House, index: int, *, person: str = HOST) -> Mailing:
    page = house.desk.read(house.desk.viewer(person), letters, index=index)
    assert page is not None
    return page.mailing


def test_nothing_leaves_before_the_minute_is_over(house: House) -> None:
    sent(house)
    office = Office()
    house.wait(seconds=59)
    clerk.work(house.desk, post=office)
    assert office.brought_to() == []
    house.wait(seconds=1)
    clerk.work(house.desk, post=office)
    assert sorted(office.brought_to()) == ALL


def test_what_is_held_stays_until_it_is_let_go(house: House) -> None:
    index = sent(house)
    house.do("programme.hold-letters", act=index, why="The week is wrong.")
    office = Office()
    house.wait(minutes=5)
    clerk.work(house.desk, post=office)
    assert (office.brought_to(), of(house, index).where) == ([], "held")
    house.do("programme.release-letters", act=index)
    clerk.work(house.desk, post=office)
    assert sorted(office.brought_to()) == ALL


def test_when_the_minute_is_over_the_letters_cannot_be_held_any_more(house: House) -> None:
    index = sent(house)
    house.wait(seconds=59)
    assert house.refused("programme.hold-letters", act=index) == ("letters-left",)


def test_the_letters_of_what_was_struck_do_not_leave(house: House) -> None:
    index = sent(house)
    house.do("programme.strike", act=index, why="Sent twice.")
    office = Office()
    house.wait(minutes=5)
    clerk.work(house.desk, post=office)
    assert (office.brought_to(), of(house, index).where) == ([], "struck")


def test_a_hold_that_is_struck_holds_nothing(house: House) -> None:
    index = sent(house)
    hold = house.do("programme.hold-letters", act=index).index
    house.do("programme.strike", act=hold, why="Meant for another.")
    office = Office()
    house.wait(minutes=5)
    clerk.work(house.desk, post=office)
    assert sorted(office.brought_to()) == ALL


def test_another_party_can_neither_hold_the_letters_nor_see_what_became_of_them(
    house: House,
) -> None:
    index = sent(house)
    asked: dict[str, Any] = {"by": NORTH, "party": "north", "act": index}
    assert house.refused("programme.hold-letters", **asked) == ("not-your-letters",)
    assert house.desk.read(house.desk.viewer(NORTH), letters, index=index) is None


def test_the_sender_sees_what_became_of_each_letter(house: House) -> None:
    index = sent(house)
    house.wait(seconds=61)
    clerk.work(house.desk, post=Office())
    mailing = of(house, index)
    assert [(each.id, each.letters[0].state) for each in mailing.parties] == [
        (party, "sent") for party in NAMED
    ]
    assert mailing.parties[1].letters[0].proof == f"<{index}.{NORTH}@post>"


def test_a_letter_that_came_back_stands_on_its_senders_desk_until_it_is_written_again(
    house: House,
) -> None:
    index = sent(house)
    house.wait(seconds=61)
    clerk.work(house.desk, post=Office())
    name = f"<{index}.{NORTH}@post>"
    assert come_back(house.desk, name=name, fault="5.1.1", now=house.now) == 1
    assert given_up(house.desk) == 1
    room = house.desk.read(house.desk.viewer(HOST), post_room)
    assert room is not None
    assert [(each.deed.index, each.lost) for each in room.came_back] == [(index, 1)]
    others = house.desk.read(house.desk.viewer(NORTH), post_room)
    assert others is not None
    assert others.came_back == []
    write_again(house.desk, NORTH)
    office = Office()
    clerk.work(house.desk, post=office)
    assert (office.brought_to(), given_up(house.desk)) == ([NORTH], 0)


def test_a_bounce_of_a_letter_that_nobody_sent_changes_nothing(house: House) -> None:
    sent(house)
    assert come_back(house.desk, name="<x@y>", fault="5.1.1", now=house.now) == 0


def test_what_would_go_out_is_known_before_and_nothing_stands_afterwards(house: House) -> None:
    envelope = {
        "kind": "programme.send-circular/1",
        "on_behalf_of": "host",
        "title": "Dates",
        "words": "Which week?",
        "body": "room",
    }
    size = house.desk.read(house.desk.viewer(HOST), lambda look: look.size)
    parties = house.desk.before(
        envelope, lambda look, act: [each.party for each in look.letters([act])], person=HOST
    )
    assert parties == PARTIES
    assert house.desk.read(house.desk.viewer(HOST), lambda look: look.size) == size
    silent = {**envelope, "words": " "}
    assert house.desk.before(silent, lambda _, act: act, person=HOST) is None
    assert isinstance(house.desk.submit(silent, person=HOST), Refused)


def test_who_answered_owes_nothing_and_an_answer_by_letter_that_is_recorded_counts(
    house: House,
) -> None:
    due = "2026-03-05T12:00:00+00:00[Etc/UTC]"
    sent(house, answer_by=due)
    house.do("programme.answer-circular", by=NORTH, party="north", circular="dates", words="Any.")
    house.do(
        "programme.answer-circular",
        circular="dates",
        words="The second.",
        source="A letter of 3 March",
        concerns="south",
    )
    owing = {
        party: [each.what for each in house.desk.read(house.desk.viewer(person), look_owed)]
        for party, person in PEOPLE.items()
    }
    assert {party for party, what in owing.items() if "reply" in what} == {"islands", "watchers"}
    page = house.desk.read(house.desk.viewer(CHAIR), circular, id="dates")
    assert page is not None
    assert [each.id for each in page.silent] == ["islands", "watchers"]


def look_owed(look: Look) -> Sequence[Owing]:
    return look.owed()


def test_a_circular_names_whom_it_went_to_and_who_is_silent_in_the_order_of_their_names(
    house: House,
) -> None:
    until = "2026-03-09T18:00:00+00:00[Etc/UTC]"
    house.do("parties.succeed-party", of_party="islands", how="renamed", on="2026", name="Zinnia")
    sent(house, answer_by=until)
    page = house.desk.read(house.desk.viewer(NORTH), circular, id="dates")
    assert page is not None
    order = ["north", "south", "host", "watchers", "islands"]
    assert list(page.parties) == order
    assert [each.id for each in page.silent] == [each for each in order if each != "host"]
