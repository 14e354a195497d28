"""The programme is handed over: in one act the next host runs it, and the former does not."""

from pathlib import Path
from typing import Any

from comity.cli.log_source import Folder
from comity.core.programme import Programme
from comity.core.rights import Power
from comity.desk import clerk
from comity.desk.export import export
from comity.desk.outcome import Receipt, Stands
from comity.desk.readings.handover import handover
from comity.desk.readings.party import party
from comity.desk.rotating import revoke, rotate
from comity.desk.viewer import PUBLIC
from comity.record.export import Verified, verify_log
from tests.desk.house import CHAIR, HOST, PEOPLE, House, silence

NORTH, SOUTH = PEOPLE["north"], PEOPLE["south"]
OFFER = {"id": "to-north", "to_party": "north", "officer": NORTH, "until": "2026-03-20"}
TAKEN = "programme.take-over"


def read(house: House, person: str, question: Any, **told: Any) -> Any:
    return house.desk.read(house.desk.viewer(person), question, **told)


def offered(house: House) -> None:
    house.do("programme.offer-handover", **OFFER)


def taken(house: House) -> Receipt:
    offered(house)
    return house.do(TAKEN, by=NORTH, party="north", handover="to-north")


def asked(house: House, person: str) -> list[str]:
    return [each.what for each in read(house, person, lambda look: look.owed())]


def test_an_offer_waits_for_the_party_it_is_made_to_and_opens_to_its_officer_alone(
    house: House,
) -> None:
    offered(house)
    assert ["handover" in asked(house, each) for each in (NORTH, SOUTH, HOST)] == [
        True,
        False,
        False,
    ]
    kinds = {
        each: [offer.kind for offer in read(house, each, handover, id="to-north").offers]
        for each in (NORTH, SOUTH, HOST)
    }
    assert kinds == {NORTH: ["programme.take-over/1"], SOUTH: [], HOST: []}
    assert read(house, "", handover, id="to-north") is None


def test_after_its_last_day_an_offer_asks_nobody_and_cannot_be_taken_up(house: House) -> None:
    offered(house)
    house.wait(days=20)
    assert "handover" not in asked(house, NORTH)
    assert read(house, NORTH, handover, id="to-north").offers == []
    told = {"by": NORTH, "party": "north", "handover": "to-north"}
    assert house.refused(TAKEN, **told) == ("offer-has-lapsed",)


def test_the_next_host_administers_and_the_former_does_not(house: House) -> None:
    taken(house)
    admit = {"id": "east", "name": "East", "form": "state", "standing": "party"}
    assert house.refused("parties.admit-party", **admit) == ("mandate-ended",)
    house.do("parties.admit-party", by=NORTH, party="north", **admit)
    assert [house.desk.viewer(each).is_secretariat for each in (HOST, NORTH)] == [False, True]
    assert read(house, "", lambda look: look.find(Programme, "programme"))["host"].value == "north"
    assert [each.id for each in read(house, HOST, party, id="host").handovers] == ["to-north"]


def test_the_next_host_is_led_to_let_the_former_hosts_people_speak_again(house: House) -> None:
    taken(house)
    (offer,) = read(house, NORTH, handover, id="to-north").offers
    assert (offer.kind, offer.prefill) == ("parties.give-mandate/1", {"for_party": "host"})
    position = {"on": "paragraph/p1", "stance": "support"}
    assert house.refused("reframe.take-position", **position)[0] == "mandate-ended"
    acts = {"by": NORTH, "party": "north"}
    house.do("parties.register-person", **acts, id=HOST, name="Who hosted before")
    told: dict[str, Any] = {"person": HOST, "for_party": "host", "start": "2026-03-02"}
    house.do("parties.give-mandate", **acts, **told, powers=["speak"])
    assert house.desk.viewer(HOST).powers["host"] == {Power.SPEAK}


def test_who_sat_for_the_former_host_sits_on(house: House) -> None:
    taken(house)
    house.do("reframe.open-silence", by=CHAIR, **silence(house))


def test_what_falls_due_is_closed_for_the_host_of_that_day(house: House) -> None:
    house.do("reframe.open-silence", by=CHAIR, **silence(house))
    taken(house)
    house.stay(days=5)
    (closed,) = clerk.work(house.desk).closed
    assert isinstance(closed, Stands)
    deed = read(house, NORTH, lambda look: look.deed(closed.index))
    assert (closed.kind, deed.on_behalf_of.value) == ("reframe.close-silence/1", "north")


def test_the_next_host_attests_with_its_own_key_and_the_record_holds(
    house: House, tmp_path: Path
) -> None:
    taken(house)
    assert isinstance(rotate(house.desk, person=NORTH), Receipt)
    assert isinstance(revoke(house.desk, key="host", person=NORTH), Receipt)
    export(house.desk, PUBLIC, tmp_path / "all")
    found = verify_log(Folder(str(tmp_path / "all")))
    assert isinstance(found, Verified), found
