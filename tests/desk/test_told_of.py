"""What others told of a promise stands on the desk of whoever may reply, for a while, until they do."""

import pytest

from comity.desk.readings.told_of import LATELY, told_of
from tests.desk.house import CHAIR, HOST, PEOPLE, House

NORTH, SOUTH = PEOPLE["north"], PEOPLE["south"]


@pytest.fixture(autouse=True)
def promised(house: House) -> None:
    house.do("reframe.put-recommendation", id="rec", who="Ports", should="Answer.")
    house.do(
        "mobilize.make-commitment",
        by=NORTH,
        party="north",
        id="promise",
        on="recommendation/rec",
        does="We answer in an hour.",
        by_when="2027",
    )


def told(house: House, key: str, *, by: str = SOUTH, party: str = "south") -> None:
    of = {"of": "commitment/promise", "confidence": "stated", "words": "Nobody answered."}
    house.do("mobilize.give-evidence", by=by, party=party, id=key, **of)


def waits(house: House, person: str) -> list[str]:
    found = house.desk.read(house.desk.viewer(person), told_of)
    assert {str(each.value("of")) for each in found.rows} <= set(found.promises)
    return [each.id for each in found.rows]


def test_it_stands_on_the_desk_of_whoever_speaks_for_the_party_and_on_no_other(
    house: House,
) -> None:
    told(house, "one")
    told(house, "two")
    desks = {who: waits(house, who) for who in (NORTH, SOUTH, HOST, CHAIR, PEOPLE["islands"])}
    assert desks == {
        NORTH: ["two", "one"],
        SOUTH: [],
        HOST: [],
        CHAIR: [],
        PEOPLE["islands"]: [],
    }


def test_what_a_party_tells_of_itself_asks_nothing(house: House) -> None:
    told(house, "own", by=NORTH, party="north")
    assert waits(house, NORTH) == []


def test_it_goes_when_the_party_replied(house: House) -> None:
    told(house, "one")
    told(house, "two")
    house.do(
        "mobilize.reply-to-evidence",
        by=NORTH,
        party="north",
        id="reply",
        evidence="one",
        words="We did.",
    )
    assert waits(house, NORTH) == ["two"]


def test_after_three_months_a_desk_speaks_of_it_no_more(house: House) -> None:
    told(house, "one")
    house.wait(days=LATELY.days - 1)
    assert waits(house, NORTH) == ["one"]
    house.wait(days=1)
    assert waits(house, NORTH) == []


def test_what_is_more_than_fits_is_said_to_be(house: House) -> None:
    for number in range(7):
        told(house, f"e{number}")
    found = house.desk.read(house.desk.viewer(NORTH), told_of)
    assert ([each.id for each in found.rows], found.is_more) == (
        ["e6", "e5", "e4", "e3", "e2", "e1"],
        True,
    )
