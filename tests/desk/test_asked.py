"""Who was asked stays asked; and who came later was not there, whatever a later act claims."""

# ruff: noqa: E731  A question with one line is a lambda.

from collections.abc import Callable
from typing import Any

import pytest

from comity.core.text import Adoption, Paragraph, Position, Silence, Text
from comity.desk.look import Look
from tests.desk.house import CHAIR, PEOPLE, House, silence

NORTH, SOUTH = PEOPLE["north"], PEOPLE["south"]


def ask(house: House, person: str | None, question: Callable[[Look], Any]) -> Any:
    return house.desk.read(house.desk.viewer(person), question)


def leave(house: House, party: str) -> None:
    """End a party's seat in the room."""
    seat = house.store.rows(
        "SELECT i.thing FROM entity_index i WHERE i.name='seat.party' AND i.value=?", (party,)
    )[0][0]
    house.do("parties.end-seat", seat=seat.partition("/")[2])
    house.wait(seconds=1)


@pytest.fixture
def asked(house: House) -> House:
    """A silence runs; north has said something, and south, which was asked, has lost its seat since."""
    house.do("reframe.take-position", by=NORTH, party="north", on="paragraph/p1", stance="oppose")
    house.do("reframe.open-silence", by=CHAIR, **silence(house))
    leave(house, "south")
    return house


def shown(look: Look) -> tuple[object, ...]:
    """Return what of the silence, its text and what is beside it a viewer sees."""
    quiet, text = look.find(Silence, "quiet"), look.find(Text, "text")
    return (
        quiet and quiet.value("status", "sealed"),
        text and text.value("title", "sealed"),
        [each.value("words", "sealed") for each in look.all(Paragraph, text="text")],
        len(look.all(Position, text="text")),
    )


WORDS = ["States protect cables.", "Operators report faults."]


def test_a_party_that_lost_its_seat_still_sees_what_it_was_asked(asked: House) -> None:
    assert ask(asked, SOUTH, shown) == ("running", "On cables", WORDS, 0)
    owed = lambda look: [(each.what, each.thing) for each in look.owed()]
    assert ask(asked, SOUTH, owed) == [("silence", "silence/quiet")]
    assert ask(asked, SOUTH, lambda look: look.counts(Position, "on")) == {}


def test_it_is_offered_its_objection_may_make_it_and_sees_it_afterwards(asked: House) -> None:
    told = {"silence": "quiet", "words": "Not without us."}
    offered = lambda look: [
        each.on_behalf_of
        for each in look.offers([("reframe.break-silence/1", {"silence": "quiet"})])
    ]
    assert ask(asked, SOUTH, offered) == ["south"]
    asked.do("reframe.break-silence", by=SOUTH, party="south", **told)
    assert ask(asked, SOUTH, shown) == ("broken", "On cables", WORDS, 0)
    assert ask(asked, SOUTH, lambda look: look.minutes()[0]["words"].value) == "Not without us."


def test_it_is_told_what_became_of_what_it_was_asked(asked: House) -> None:
    asked.do("reframe.break-silence", by=NORTH, party="north", silence="quiet")
    told = {"text": "text", "level": "general-agreement", "reason": "As heard."}
    asked.do("reframe.declare-adoption", by=CHAIR, id="done", **told)
    assert ask(asked, SOUTH, shown) == ("broken", "On cables", WORDS, 0)
    found = ask(asked, SOUTH, lambda look: look.find(Adoption, "done"))
    assert found["level"].value == "general-agreement"


def test_who_lost_its_seat_before_it_opened_was_not_asked(house: House) -> None:
    leave(house, "south")
    house.do("reframe.open-silence", by=CHAIR, **silence(house))
    assert ask(house, SOUTH, shown) == (None, None, [], 0)
    told = {"by": SOUTH, "party": "south", "silence": "quiet"}
    assert "no-such-silence" in house.refused("reframe.break-silence", **told)


def test_who_speaks_for_a_party_is_shown_it_once_nobody_sits_for_the_party(house: House) -> None:
    """While the delegate sits in person, who came to their party sits nowhere; afterwards either may object."""
    leave(house, "south")
    seat = {"body": "room", "role": "member", "for_party": "south", "start": "2026-03-01"}
    house.do("parties.seat-member", id="their-own", person=SOUTH, **seat)
    house.do("parties.register-person", id="second", name="A second person")
    mandate: dict[str, Any] = {"for_party": "south", "powers": ["speak"], "start": "2026-03-01"}
    house.do("parties.give-mandate", person="second", **mandate)
    house.do("reframe.open-silence", by=CHAIR, **silence(house))
    house.wait(seconds=1)
    assert (ask(house, SOUTH, shown)[0], ask(house, "second", shown)[0]) == ("running", None)
    house.do("parties.end-seat", seat="their-own")
    house.wait(seconds=1)
    assert (ask(house, SOUTH, shown)[0], ask(house, "second", shown)[0]) == ("running", "running")


def test_without_a_mandate_nothing_is_shown(asked: House) -> None:
    mandate = ask(asked, SOUTH, lambda look: look.minutes(thing=f"person/{SOUTH}")[0].makes[0])
    asked.do("parties.end-mandate", mandate=mandate.partition("/")[2])
    asked.wait(seconds=1)
    assert ask(asked, SOUTH, shown) == (None, None, [], 0)


def test_a_struck_silence_asked_nobody(asked: House) -> None:
    opened = ask(asked, CHAIR, lambda look: look.find(Silence, "quiet"))
    asked.do("programme.strike", by=CHAIR, act=opened.act, why="Entered in error.")
    asked.wait(seconds=1)
    assert ask(asked, SOUTH, shown) == (None, None, [], 0)


@pytest.fixture
def late(house: House) -> House:
    """Something is said for those present; then the late party is seated as if it had been there before."""
    told = {"on": "paragraph/p1", "stance": "oppose", "reason": "For those present."}
    then = dict.fromkeys(("kind", "on_behalf_of", "on", "stance", "reason"), "body-then")
    house.do("reframe.take-position", by=NORTH, party="north", **told, audience=then)
    house.do("parties.admit-party", id="late", name="Late", form="state", standing="party")
    house.do("parties.register-person", id="latecomer", name="L")
    mandate: dict[str, Any] = {"for_party": "late", "powers": ["speak"], "start": "2026-03-01"}
    house.do("parties.give-mandate", person="latecomer", **mandate)
    seat = {"body": "room", "role": "member", "for_party": "late", "start": "2026-03-01"}
    house.do("parties.seat-member", **seat)
    house.wait(seconds=1)
    return house


def test_a_seat_entered_later_opens_nothing_that_was_said_before(late: House) -> None:
    find = lambda look: look.find(Position, "paragraph.p1.north") is not None
    assert (ask(late, SOUTH, find), ask(late, "latecomer", find)) == (True, False)
    assert ask(late, "latecomer", lambda look: look.search("present")) == []


def test_a_seat_entered_later_opens_what_is_said_after_it(late: House) -> None:
    told = {"on": "paragraph/p2", "stance": "oppose", "reason": "For those present."}
    then = dict.fromkeys(("kind", "on_behalf_of", "on", "stance", "reason"), "body-then")
    late.do("reframe.take-position", by=NORTH, party="north", **told, audience=then)
    find = lambda look: look.find(Position, "paragraph.p2.north") is not None
    assert ask(late, "latecomer", find)
