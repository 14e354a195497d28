"""What was kept for its time is listed for the secretariat, and for nobody else."""

from datetime import timedelta
from typing import Any

from comity.desk.readings.retention import Retention, retention
from tests.desk.house import HOST, PEOPLE, House


def read(house: House, person: str = HOST) -> Retention | None:
    return house.desk.read(house.desk.viewer(person), retention)


def listed(house: House) -> dict[str, list[str]]:
    page = read(house)
    assert page is not None
    return {
        "contacts": [each.thing.id for each in page.contacts],
        "people": [each.thing.id for each in page.people],
        "replies": [each.thing.id for each in page.replies],
    }


def test_a_person_is_listed_two_years_after_the_last_mandate_ended(house: House) -> None:
    person = "q8w2er"
    house.do("parties.register-person", id=person, name="Person who left")
    given: dict[str, Any] = {
        "person": person,
        "for_party": "north",
        "powers": ["speak"],
        "start": "2026-03-01",
    }
    house.do("parties.give-mandate", id="left", **given)
    house.do("parties.end-mandate", mandate="left")
    ended = house.now
    house.now = ended + timedelta(days=729)
    assert listed(house)["people"] == []
    house.now = ended + timedelta(days=731)
    assert listed(house)["people"] == [person]
    assert read(house, PEOPLE["north"]) is None


def test_who_has_another_mandate_is_not_listed(house: House) -> None:
    house.now += timedelta(days=5000)
    assert listed(house)["people"] == []


def test_a_contact_is_listed_a_year_after_it_was_replaced_until_it_is_erased(house: House) -> None:
    north: dict[str, Any] = {"by": PEOPLE["north"], "party": "north"}
    told: dict[str, Any] = {"level": "technical", "office": "Desk", "telephone": "+000 1"}
    first = house.do("operate.nominate-contact", id="first", **told, **north).index
    house.do("operate.nominate-contact", id="second", replaces="first", **told, **north)
    house.wait(days=364)
    assert listed(house)["contacts"] == []
    house.wait(days=2)
    assert listed(house)["contacts"] == ["first"]
    proof = house.desk.read(house.desk.viewer(PEOPLE["north"]), lambda look: look.proof(first))
    assert proof is not None
    digests = [part.digest for part in proof.parts if part.name == "telephone"]
    house.do("programme.erase", digests=digests, why="It is no longer needed.")
    assert listed(house)["contacts"] == []
