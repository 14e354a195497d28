"""A form that is opened without a thing, and the page of a party, offer nothing that is then refused."""

from typing import Any

from comity.desk.look import Look
from comity.desk.readings.act_page import act_page
from comity.desk.readings.party import party
from tests.desk.house import HOST, PEOPLE, House

NORTH, SOUTH = PEOPLE["north"], PEOPLE["south"]


def choices(house: House, verb: str, field: str, *, person: str = HOST) -> list[str]:
    def question(look: Look) -> Any:
        return act_page(look, verb=verb, given={})

    page = house.desk.read(house.desk.viewer(person), question)
    assert page is not None
    return sorted(each.id for each in page.choices[field])


def offered(house: House, person: str, *, of: str) -> list[tuple[str, str]]:
    page = house.desk.read(house.desk.viewer(person), party, id=of)
    assert page is not None
    wanted = ("parties.give-mandate/1", "operate.nominate-contact/1")
    return [(each.kind, each.on_behalf_of) for each in page.offers if each.kind in wanted]


def suspend(house: House, name: str) -> None:
    house.do("parties.suspend-party", id=f"{name}-rests", of_party=name, why="It paid nothing.")


def withdraw(house: House, name: str) -> None:
    house.do("parties.withdraw-party", by=PEOPLE[name], party=name, id=f"{name}-left")


def nominate(house: House, name: str, ident: str, **told: Any) -> None:
    own = {"id": ident, "level": "technical", "office": "Desk", "telephone": "+000 1", **told}
    house.do("operate.nominate-contact", by=PEOPLE[name], party=name, **own)


def test_no_withdrawal_and_nothing_that_was_lifted_is_offered_to_be_lifted(house: House) -> None:
    withdraw(house, "islands")
    suspend(house, "south")
    house.do("parties.lift-suspension", absence="south-rests")
    suspend(house, "north")
    assert choices(house, "parties.lift-suspension", "absence") == ["north-rests"]


def test_nobody_is_offered_to_ask_themselves_or_a_party_that_left(house: House) -> None:
    for name in ("north", "south", "islands"):
        nominate(house, name, f"{name}-desk")
    nominate(house, "south", "south-night", replaces="south-desk")
    withdraw(house, "islands")
    asking = "operate.request-assistance"
    assert choices(house, asking, "of_party", person=NORTH) == ["host", "south", "watchers"]
    for field in ("contact", "escalates_to"):
        assert choices(house, asking, field, person=NORTH) == ["south-night"]


def test_a_suspended_party_is_asked_still_and_who_acts_for_two_may_ask_one_for_the_other(
    house: House,
) -> None:
    suspend(house, "south")
    mandate: dict[str, Any] = {
        "person": NORTH,
        "for_party": "islands",
        "powers": ["speak"],
        "start": "2026-03-01",
    }
    house.do("parties.give-mandate", id="second", **mandate)
    found = choices(house, "operate.request-assistance", "of_party", person=NORTH)
    assert found == ["host", "islands", "north", "south", "watchers"]


def test_a_party_is_offered_to_replace_its_own_contacts_that_stand(house: House) -> None:
    for name in ("north", "south"):
        nominate(house, name, f"{name}-desk")
    nominate(house, "north", "north-night", replaces="north-desk")
    found = choices(house, "operate.nominate-contact", "replaces", person=NORTH)
    assert found == ["north-night"]


def test_nobody_is_offered_to_give_mandates_or_nominate_for_a_party_that_left(house: House) -> None:
    withdraw(house, "north")
    told = {"of_party": "south", "how": "succeeded", "successor": "islands", "on": "2026-03-01"}
    house.do("parties.succeed-party", id="follows", **told)
    found = [offered(house, person, of=of) for person in (HOST, NORTH) for of in ("north", "south")]
    assert found == [[], [], [], []]


def test_each_nominates_on_its_own_page_and_the_secretariat_gives_mandates_on_any(
    house: House,
) -> None:
    suspend(house, "south")
    giving, nominating = "parties.give-mandate/1", "operate.nominate-contact/1"
    assert offered(house, HOST, of="north") == [(giving, "host")]
    assert offered(house, SOUTH, of="south") == [(nominating, "south")]
    assert offered(house, NORTH, of="south") == []
    assert offered(house, NORTH, of="north") == [(giving, "north"), (nominating, "north")]
