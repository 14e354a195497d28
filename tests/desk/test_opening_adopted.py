"""What a room under Chatham House adopted is opened to everybody by one form that is filled in already."""

from typing import Any

from comity.accounts.endorsed import known_to_all
from comity.desk.readings.act_page import act_page
from comity.desk.readings.adoption import adoption
from comity.desk.readings.opening import to_be_opened
from tests.desk.house import CHAIR, HOST, PEOPLE, House

OPENING = "programme.open"


def read(house: House, person: str, question: Any, **told: Any) -> Any:
    return house.desk.read(house.desk.viewer(person), question, **told)


def adopted(house: House) -> None:
    told = {"id": "done", "text": "text", "level": "consensus", "reason": "Nobody objected."}
    house.do("reframe.declare-adoption", by=CHAIR, **told)


def offered(house: House, person: str) -> list[str]:
    page = read(house, person, adoption, id="done")
    return [each.kind for each in page.offers if each.kind.startswith(OPENING)] if page else []


def test_who_tabled_it_and_the_chair_are_offered_to_open_it_and_nobody_else(house: House) -> None:
    adopted(house)
    assert read(house, "", adoption, id="done") is None
    assert read(house, "", known_to_all, thing="adoption/done") is None
    assert [len(offered(house, each)) for each in (CHAIR, HOST, PEOPLE["north"])] == [1, 1, 0]


def test_the_form_begins_with_the_whole_text_and_not_with_who_tabled_it(house: House) -> None:
    adopted(house)
    (offer,) = [
        each
        for each in read(house, CHAIR, adoption, id="done").offers
        if each.kind.startswith(OPENING)
    ]
    given = {name: str(value) for name, value in offer.prefill.items()}
    begins = read(house, CHAIR, act_page, verb=OPENING, given=given).begins
    parts, audiences = (begins[f"opens:{name}"].split("\n") for name in ("part", "audience"))
    assert set(audiences) == {"public"}
    assert {"kind", "title", "words", "numbers", "ids"} <= set(parts)
    assert {"by", "on_behalf_of", "audience"} & set(parts) == set()
    rows = [{"part": part, "audience": who} for part, who in zip(parts, audiences, strict=True)]
    house.do(OPENING, by=CHAIR, act=int(given["act"]), opens=rows)
    assert read(house, "", known_to_all, thing="adoption/done")
    page = read(house, "", adoption, id="done")
    assert [str(each.row["words"]) for each in page.paragraphs] == [
        "States protect cables.",
        "Operators report faults.",
    ]
    assert offered(house, CHAIR) == []


def test_of_a_text_that_is_still_negotiated_nothing_is_filled_in(house: House) -> None:
    made = house.desk.read(house.desk.viewer(CHAIR), lambda look: look.minutes(thing="text/text"))
    given = {"act": str(made[-1].index)}
    assert read(house, CHAIR, act_page, verb=OPENING, given=given).begins == {}


def test_a_text_of_which_only_the_title_was_opened_can_be_endorsed_by_nobody_outside(
    house: House,
) -> None:
    adopted(house)
    made = house.desk.read(house.desk.viewer(CHAIR), lambda look: look.minutes(thing="text/text"))
    parts = ("kind", "title", "ids", "numbers", "body", "id")
    rows = [{"part": part, "audience": "public"} for part in parts]
    house.do(OPENING, by=CHAIR, act=made[-1].index, opens=rows)
    assert read(house, "", adoption, id="done") is not None
    assert read(house, "", known_to_all, thing="adoption/done") is None


def test_before_it_is_open_who_may_open_it_is_led_there_and_strangers_learn_nothing(
    house: House,
) -> None:
    adopted(house)
    found = {
        each: read(house, each, to_be_opened, thing="adoption/done")
        for each in (CHAIR, HOST, PEOPLE["north"], "")
    }
    assert [each and [offer.kind for offer in each.offers] for each in found.values()] == [
        ["programme.open/1"],
        ["programme.open/1"],
        [],
        None,
    ]
