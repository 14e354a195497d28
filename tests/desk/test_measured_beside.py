"""What is counted beside an adopted text stands on that text's page."""

from collections.abc import Mapping
from typing import Any

from comity.desk.readings.adoption import adoption
from tests.desk.house import CHAIR, PEOPLE, House

FAULTS: Mapping[str, Any] = {
    "name": "Faults in a year",
    "unit": "faults",
    "taken_from": "The forum's log",
    "baseline": 31,
    "baseline_on": "2025",
}


def adopted(house: House) -> None:
    told = {"id": "done", "text": "text", "level": "consensus", "reason": "Nobody objected."}
    house.do("reframe.declare-adoption", by=CHAIR, **told)


def counted(house: House, person: str) -> list[str]:
    page = house.desk.read(house.desk.viewer(person), adoption, id="done")
    assert page is not None
    return [each.id for each in page.measures]


def define(house: House, of: str, **told: Any) -> None:
    north = {"by": PEOPLE["north"], "party": "north"}
    house.do("mobilize.define-measure", **north, **{**FAULTS, "of": of, **told})


def test_what_is_counted_beside_a_promise_is_not_counted_beside_the_text(house: House) -> None:
    adopted(house)
    house.do(
        "mobilize.make-commitment",
        by=PEOPLE["north"],
        party="north",
        id="promise",
        on="adoption/done",
        does="Keep a desk.",
    )
    define(house, "commitment/promise", id="of-the-promise", name="Nights kept")
    assert counted(house, CHAIR) == []


def test_beside_the_text_or_one_of_its_paragraphs_it_is_there(house: House) -> None:
    adopted(house)
    define(house, "adoption/done", id="faults")
    define(house, "paragraph/p1", id="ships", name="Ships that were asked")
    assert counted(house, CHAIR) == ["faults", "ships"]
