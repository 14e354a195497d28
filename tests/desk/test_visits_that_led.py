"""What a visit led to is shown where the visit is, and in the life of the sentence, to those who may know of it."""

import pytest

from comity.desk.readings.sentence import sentence
from comity.desk.readings.target import target
from comity.desk.viewer import PUBLIC, Viewer
from tests.desk.house import PEOPLE, House

NORTH = PEOPLE["north"]


@pytest.fixture(autouse=True)
def carried(house: House) -> None:
    house.do("reframe.put-recommendation", id="rec", who="Ports", should="Answer.")
    of = {"of": "recommendation/rec", "extent": "whole"}
    door = {"id": "ports", "name": "Ministry of Ports", "carries": of["of"]}
    house.do("mobilize.name-target", by=NORTH, party="north", **door)
    house.do(
        "mobilize.log-advocacy",
        by=NORTH,
        party="north",
        id="visit",
        carries=of["of"],
        target="Ministry of Ports",
        outcome="will-endorse",
    )
    house.do(
        "mobilize.endorse",
        by=PEOPLE["south"],
        party="south",
        id="backs",
        follows=["advocacy/visit"],
        **of,
    )


def after(house: House, viewer: Viewer) -> dict[str, str]:
    page = house.desk.read(viewer, sentence, id="rec")
    assert page is not None
    return {
        each.thing.thing: str(each.after)
        for stretch in page.stretches
        for each in (*stretch.stations, *stretch.more)
        if each.thing.type in ("endorsement", "advocacy")
    }


def test_the_door_tells_what_its_visit_led_to(house: House) -> None:
    page = house.desk.read(house.desk.viewer(NORTH), target, id="ports")
    assert page is not None
    assert {key: [each.id for each in led] for key, led in page.led_to.items()} == {
        "visit": ["backs"]
    }


def test_the_life_of_the_sentence_tells_it_to_those_who_take_part(house: House) -> None:
    assert after(house, house.desk.viewer(NORTH)) == {
        "advocacy/visit": "",
        "endorsement/backs": "North",
    }


def test_the_public_learns_of_no_visit_from_the_endorsement(house: House) -> None:
    assert after(house, PUBLIC) == {"endorsement/backs": ""}
