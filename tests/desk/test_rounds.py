"""A round from its opening to its close: who is asked, who sees which answer, and what is then owed."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from comity.core.consensus import Answer, Round
from comity.desk import clerk
from comity.desk.look import Look
from comity.desk.outcome import Stands
from comity.desk.readings.round import round_page
from comity.desk.replay import check
from comity.store.database import Database
from tests.desk.house import CHAIR, PEOPLE, House, furnished, silence
from tests.desk.office import Office
from tests.desk.test_asked import ask, leave

NORTH, SOUTH, ISLANDS = PEOPLE["north"], PEOPLE["south"], PEOPLE["islands"]
HEARD: dict[str, Any] = {"text": "text", "level": "consensus", "reason": "As heard."}


@pytest.fixture
def asked(house: House) -> House:
    house.do("reframe.open-round", by=CHAIR, **{**silence(house), "id": "first"})
    return house


def answer(house: House, party: str, reply: str, **more: Any) -> None:
    house.do(
        "reframe.answer-round",
        by=PEOPLE[party],
        party=party,
        round="first",
        reply=reply,
        **more,
    )


def owed(look: Look) -> list[tuple[str, str]]:
    return [(each.what, each.thing) for each in look.owed()]


ROUND = ("round", "round/first")
OBJECTION = {"reason": "Not at night.", "cure": "By day."}


def test_each_party_asked_owes_an_answer_until_it_gave_one(asked: House) -> None:
    assert ROUND in ask(asked, NORTH, owed)
    answer(asked, "north", "support")
    assert ROUND not in ask(asked, NORTH, owed)
    assert ROUND in ask(asked, SOUTH, owed)
    assert ROUND not in ask(asked, PEOPLE["watchers"], owed)


def test_an_answer_to_the_chair_alone_is_one_that_others_know_nothing_of(asked: House) -> None:
    answer(asked, "north", "object", to_chair=True, **OBJECTION)
    answer(asked, "islands", "support")
    seen = lambda look: sorted(str(each["party"]) for each in look.all(Answer, round="first"))  # noqa: E731
    assert ask(asked, CHAIR, seen) == ["islands", "north"]
    assert ask(asked, NORTH, seen) == ["islands", "north"]
    assert ask(asked, SOUTH, seen) == ["islands"]
    page = asked.desk.read(asked.desk.viewer(SOUTH), round_page, id="first")
    assert page is not None
    assert (page.tally, page.cures, str(page.waiting)) == ([("support", 1)], [], "")
    told = asked.desk.read(asked.desk.viewer(CHAIR), round_page, id="first")
    assert told is not None
    assert [str(each.row["cure"]) for each in told.cures] == ["By day."]
    assert str(told.waiting) == "South, The Host"


def test_a_party_that_answered_the_chair_alone_and_then_openly_is_among_the_open_answers(
    asked: House,
) -> None:
    answer(asked, "north", "object", to_chair=True, **OBJECTION)
    answer(asked, "north", "concern", reason="Too long.")
    answer(asked, "north", "can-live-with")
    answer(asked, "islands", "support")
    latest = asked.desk.read(asked.desk.viewer(CHAIR), lambda look: look.size) - 2

    def told(person: str) -> list[tuple[str, str, str, str, int]]:
        page = asked.desk.read(asked.desk.viewer(person), round_page, id="first")
        assert page is not None
        return [
            (
                str(each.party),
                str(each.row["reply"].value),
                str(each.row["reason"]),
                str(each.row["cure"]),
                each.row.act_of("reply"),
            )
            for each in page.answers
        ]

    expected = [
        ("North", "can-live-with", "", "", latest),
        ("Islands", "support", "", "", latest + 1),
    ]
    assert [told(each) for each in (CHAIR, NORTH, SOUTH, ISLANDS)] == [expected] * 4


def test_the_answer_that_stands_names_the_act_that_gave_it(asked: House) -> None:
    answer(asked, "north", "concern", reason="Too short.")
    answer(asked, "north", "support")
    latest = asked.desk.read(asked.desk.viewer(NORTH), lambda look: look.size) - 1
    page = asked.desk.read(asked.desk.viewer(SOUTH), round_page, id="first")
    assert page is not None
    (row,) = [each.row for each in page.answers]
    assert (str(row["reply"]), row.act_of("reply"), row.act) == ("support", latest, latest - 1)


def test_no_answer_to_the_chair_alone_takes_the_place_of_one_that_the_room_knew(
    asked: House,
) -> None:
    answer(asked, "north", "concern", reason="Too short.")
    own = {"round": "first", "reply": "support", "to_chair": True}
    refused = asked.refused("reframe.answer-round", by=NORTH, party="north", **own)
    assert refused == ("answered-openly",)
    page = asked.desk.read(asked.desk.viewer(SOUTH), round_page, id="first")
    assert page is not None
    assert page.tally == [("concern", 1)]


def test_nor_by_the_audience_that_it_is_signed_with(asked: House) -> None:
    answer(asked, "north", "concern", reason="Too short.")
    own = {"round": "first", "reply": "support", "audience": {"reply": "chair"}}
    refused = asked.refused("reframe.answer-round", by=NORTH, party="north", **own)
    assert refused == ("answered-openly",)
    answer(asked, "south", "support", audience={"reply": "chair"})
    answer(asked, "south", "concern", reason="Too short.", to_chair=True)
    kept = ask(asked, SOUTH, lambda look: look.find(Answer, "round.first.south"))
    assert (kept.value("reply"), kept.value("to_chair")) == ("concern", True)
    assert check(asked.desk).differing == ()


def test_the_desk_closes_it_and_the_chair_decides(asked: House) -> None:
    asked.stay(days=4, seconds=1)
    assert [type(each) for each in clerk.work(asked.desk).closed] == [Stands]
    found = ask(asked, NORTH, lambda look: look.find(Round, "first"))
    assert (found["status"].value, found["interrupted_minutes"].value) == ("closed", 0)
    assert ask(asked, CHAIR, owed) == [("decide", "round/first")]
    asked.do("reframe.declare-adoption", by=CHAIR, id="done", follows=["round/first"], **HEARD)
    assert ask(asked, CHAIR, owed) == []
    assert check(asked.desk).differing == ()


def test_minutes_in_which_no_answer_could_arrive_are_told(asked: House) -> None:
    asked.wait(days=4, seconds=1)
    clerk.work(asked.desk)
    found = ask(asked, NORTH, lambda look: look.find(Round, "first"))
    # Whole minutes only: the one in which it ended is not counted.
    assert found["interrupted_minutes"].value == 24 * 60 - 1


def test_a_text_adopted_meanwhile_asks_nobody_any_more(asked: House) -> None:
    asked.do("reframe.declare-adoption", by=CHAIR, id="done", **HEARD)
    assert ROUND not in ask(asked, NORTH, owed)


def test_a_later_round_takes_what_an_earlier_one_left_to_decide(asked: House) -> None:
    asked.stay(days=4, seconds=1)
    clerk.work(asked.desk)
    asked.do("reframe.open-round", by=CHAIR, **{**silence(asked), "id": "second"})
    assert ask(asked, CHAIR, owed) == [("round", "round/second")]


def test_who_was_asked_and_lost_its_seat_still_sees_the_round_and_answers(asked: House) -> None:
    leave(asked, "south")
    assert ROUND in ask(asked, SOUTH, owed)
    answer(asked, "south", "concern")
    page = asked.desk.read(asked.desk.viewer(SOUTH), round_page, id="first")
    assert page is not None
    assert [str(each.row["reply"].value) for each in page.mine] == ["concern"]


def test_each_party_asked_is_written_to_once(tmp_path: Path, store: Database) -> None:
    house = furnished(tmp_path / "house", store, is_simulated=False)
    office = Office()
    house.do("reframe.open-round", by=CHAIR, **{**silence(house), "id": "first"})
    clerk.work(house.desk, now=house.now + timedelta(minutes=1), post=office)
    assert sorted(letter.party for letter in office.brought) == [
        "host",
        "islands",
        "north",
        "south",
    ]
