"""The page of an act before it is done: what is filled in already, and who would see which part."""

from typing import Any

from comity.desk.look import Look
from comity.desk.readings.act_page import BREAKING, act_page, audiences
from comity.desk.seen import Seen
from tests.desk.house import PEOPLE, House


def asked(house: House, verb: str, **given: str) -> Any:
    def question(look: Look) -> Any:
        return act_page(look, verb=verb, given=given)

    return house.desk.read(house.desk.viewer(PEOPLE["north"]), question)


def test_who_names_a_paragraph_has_named_its_text(house: House) -> None:
    page = asked(house, "reframe.propose-words", paragraph="p1")
    assert dict(page.given) == {"paragraph": "p1", "text": "text"}
    assert dict(page.choices) == {}


def test_what_is_named_stands_as_it_was_named(house: House) -> None:
    page = asked(house, "reframe.propose-words", paragraph="p1", text="text")
    assert dict(page.given) == {"paragraph": "p1", "text": "text"}


def test_an_objection_is_told_in_a_closed_room_as_its_form_tells_it(house: House) -> None:
    def question(look: Look) -> Seen[Any]:
        return look.things(["body/room"])["body/room"]

    room = house.desk.read(house.desk.viewer(PEOPLE["north"]), question)
    told = audiences(f"{BREAKING}/1", body=room)
    assert (told["kind"], told["by"], told["on_behalf_of"], told["words"]) == (
        "body",
        "own",
        "chair",
        "chair",
    )
