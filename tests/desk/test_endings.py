"""What ends something stands beside it, for whoever may end it and for nobody else."""

from typing import Any

from comity.desk.readings.act_page import act_page
from comity.desk.readings.body import body
from comity.desk.readings.party import party
from comity.desk.readings.record_act import act
from tests.desk.house import HOST, PEOPLE, House

NORTH, SOUTH = PEOPLE["north"], PEOPLE["south"]


def read(house: House, person: str, question: Any, **told: Any) -> Any:
    return house.desk.read(house.desk.viewer(person), question, **told)


def kinds(page: Any) -> set[str]:
    return {offer.kind for offers in page.endings.values() for offer in offers}


def test_a_mandate_is_ended_by_the_host_or_by_its_own_party(house: House) -> None:
    for person, wanted in ((HOST, True), (NORTH, True), (SOUTH, False), ("", False)):
        page = read(house, person, party, id="north")
        assert ("parties.end-mandate/1" in kinds(page)) is wanted, person
        assert "parties.end-mandate/1" not in {each.kind for each in page.offers}


def test_what_has_ended_is_not_ended_again(house: House) -> None:
    (mandate,) = read(house, HOST, party, id="north").mandates
    house.do("parties.end-mandate", mandate=mandate.id)
    page = read(house, HOST, party, id="north")
    assert [each.id for each in page.mandates] == [mandate.id]
    assert page.endings == {}


def test_a_seat_is_ended_by_the_host_only(house: House) -> None:
    seats = read(house, HOST, body, id="room").seats
    assert set(read(house, HOST, body, id="room").endings) == {each.id for each in seats}
    assert read(house, NORTH, body, id="room").endings == {}


def test_the_words_of_an_act_are_offered_to_be_erased_to_the_host_alone(house: House) -> None:
    index = house.do("parties.register-person", id="newcomer", name="A Newcomer").index
    page = read(house, HOST, act, index=index)
    assert [part.name for part in page.erasable] == ["name"]
    assert read(house, NORTH, act, index=index).erasable == []
    (digest,) = [part.digest for part in page.erasable]
    form = read(house, HOST, act_page, verb="programme.erase", given={"digests": digest})
    assert [(each.deed.index, [part.name for part in each.parts]) for each in form.bound] == [
        (index, ["name"])
    ]
    house.do("programme.erase", digests=[digest], why="Asked for by law.")
    assert read(house, HOST, act, index=index).erasable == []


def test_a_digest_of_what_one_may_not_see_leads_to_no_form(house: House) -> None:
    told = {"on": "paragraph/p1", "stance": "concern", "reason": "Our reason."}
    own_only = {"reason": "own"}
    receipt = house.do("reframe.take-position", by=NORTH, party="north", **told, audience=own_only)
    index = receipt.index
    own = read(house, NORTH, act, index=index)
    (digest,) = [part.digest for part in own.proof.parts if part.name == "reason"]
    asked = {"verb": "programme.erase", "given": {"digests": digest}}
    assert read(house, SOUTH, act_page, **asked) is None
    unknown = {"verb": "programme.erase", "given": {"digests": "A" * 43}}
    assert read(house, HOST, act_page, **unknown) is None
