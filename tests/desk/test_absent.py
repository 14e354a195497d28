"""A party that is suspended, withdrew or was succeeded: what it may no longer do and see, and what it still may."""

from typing import Any

from comity.core.party import Party
from comity.core.text import Proposal, Silence, Text
from comity.desk.look import Look
from tests.desk.house import CHAIR, PEOPLE, House, silence

UNTIL = "2026-03-09T18:00:00+00:00[Etc/UTC]"
NORTH, SOUTH = PEOPLE["north"], PEOPLE["south"]
OWN = {"id": "mine", "text": "text", "paragraph": "p1", "change": "replace", "words": "All do."}


def suspend(house: House) -> None:
    house.do("parties.suspend-party", id="rest", of_party="north", why="It paid nothing.")


def test_a_suspended_party_does_nothing_until_it_is_lifted(house: House) -> None:
    position = {"by": NORTH, "party": "north", "on": "paragraph/p1", "stance": "support"}
    suspend(house)
    refused = house.refused("reframe.take-position", **position)
    assert refused == ("party-suspended", "no-such-paragraph")
    house.do("parties.lift-suspension", absence="rest")
    house.do("reframe.take-position", **position)


def test_it_sees_nothing_of_the_room_meanwhile(house: House) -> None:
    house.do("reframe.propose-words", by=SOUTH, party="south", **OWN)

    def sees() -> tuple[bool, bool]:
        viewer = house.desk.viewer(NORTH)
        found = house.desk.read(viewer, Look.things, ["text/text", "proposal/mine"])
        return tuple(name in found for name in ("text/text", "proposal/mine"))  # type: ignore[return-value]

    before = sees()
    suspend(house)
    meanwhile = sees()
    house.do("parties.lift-suspension", absence="rest")
    assert (before, meanwhile, sees()) == ((True, True), (False, False), (True, True))


def test_what_it_was_asked_before_it_still_sees_and_answers(house: House) -> None:
    house.do("reframe.open-silence", by=CHAIR, **silence(house))
    suspend(house)
    found = house.desk.read(house.desk.viewer(NORTH), Look.find, Silence, "quiet")
    assert found is not None
    house.do("reframe.break-silence", by=NORTH, party="north", silence="quiet")


def test_its_desk_asks_only_what_it_may_still_answer(house: House) -> None:
    house.do("reframe.open-round", by=CHAIR, id="round", text="text", deadline=UNTIL)
    ballot: dict[str, Any] = {"on": "paragraph/p1", "motion": "That it stand."}
    ballot |= {
        "method": "recorded-vote",
        "majority": "simple-majority",
        "quorum": 1,
        "deadline": UNTIL,
    }
    house.do("reframe.open-ballot", by=CHAIR, id="ballot", **ballot)

    def asked() -> list[str]:
        return [each.what for each in house.desk.read(house.desk.viewer(NORTH), Look.owed)]

    before = asked()
    suspend(house)
    meanwhile = asked()
    house.do("parties.withdraw-party", by=NORTH, party="north", id="gone")
    assert (before[:2], meanwhile, asked()) == (["round", "vote"], ["round"], [])


def test_it_is_not_asked_in_a_silence_that_is_opened_meanwhile(house: House) -> None:
    suspend(house)
    house.do("reframe.open-silence", by=CHAIR, **silence(house))
    found = house.desk.read(house.desk.viewer(CHAIR), Look.find, Silence, "quiet")
    assert found is not None
    assert found["parties"].value == ("host", "islands", "south")
    refused = house.refused("reframe.break-silence", by=NORTH, party="north", silence="quiet")
    assert refused == ("no-such-silence",)


def test_it_is_offered_only_what_it_may_still_do(house: House) -> None:
    asked = [("reframe.take-position/1", {"on": "text/text"}), ("operate.nominate-contact/1", {})]
    suspend(house)
    offered = house.desk.read(house.desk.viewer(NORTH), Look.offers, asked)
    assert [each.kind for each in offered] == ["operate.nominate-contact/1"]


def test_who_withdrew_gives_no_mandate_and_may_end_its_own(house: House) -> None:
    suspend(house)
    house.do("parties.withdraw-party", by=NORTH, party="north", id="gone")
    refused = house.refused("parties.withdraw-party", by=NORTH, party="north", id="again")
    assert "party-withdrew" in refused
    given = {"person": NORTH, "for_party": "north", "powers": ["speak"], "start": "2026-03-01"}
    assert house.refused("parties.give-mandate", by=NORTH, party="north", **given) == (
        "party-withdrew",
    )
    [row] = house.store.rows(
        "SELECT e.key FROM entity_index i JOIN entity e ON e.thing=i.thing"
        " WHERE i.name='mandate.person' AND i.value=?",
        (NORTH,),
    )
    house.do("parties.end-mandate", by=NORTH, party="north", mandate=row[0])


def test_a_succeeded_party_is_told_so(house: House) -> None:
    house.do(
        "parties.succeed-party",
        id="union",
        of_party="north",
        how="merged",
        on="2026-03-01",
        successor="south",
    )
    position = {"by": NORTH, "party": "north", "on": "paragraph/p1", "stance": "support"}
    assert "party-succeeded" in house.refused("reframe.take-position", **position)


def test_a_renamed_party_is_everywhere_called_by_its_new_name(house: House) -> None:
    house.do(
        "parties.succeed-party",
        id="name",
        of_party="north",
        how="renamed",
        on="2026-03-01",
        name="Northland",
    )
    found = house.desk.read(house.desk.viewer(None), Look.find, Party, "north")
    assert found is not None
    assert found["name"].value == "Northland"
    house.do("reframe.propose-words", by=NORTH, party="north", **OWN)


def test_who_stands_aside_takes_no_part_in_the_item_and_may_take_back_its_words(
    house: House,
) -> None:
    house.do("reframe.propose-words", by=NORTH, party="north", **OWN)
    house.do("parties.step-aside", by=NORTH, party="north", id="aside", about="paragraph/p1")
    for on in ("paragraph/p1", "proposal/mine"):
        position = {"on": on, "stance": "support"}
        refused = house.refused("reframe.take-position", by=NORTH, party="north", **position)
        assert refused == ("stands-aside",)
    other = {"on": "paragraph/p2", "stance": "support"}
    house.do("reframe.take-position", by=NORTH, party="north", **other)
    house.do("reframe.withdraw-proposal", by=NORTH, party="north", proposal="mine")
    found = house.desk.read(house.desk.viewer(SOUTH), Look.find, Proposal, "mine")
    assert found is not None
    assert found["status"].value == "withdrawn"


def test_an_interest_is_told_to_the_room_and_to_nobody_outside(house: House) -> None:
    declared = {"id": "ships", "about": "text/text", "words": "We own two ships."}
    house.do("parties.declare-interest", by=NORTH, party="north", **declared)
    seen = {
        who: "interest/ships"
        in house.desk.read(house.desk.viewer(who), Look.things, ["interest/ships"])
        for who in (CHAIR, SOUTH, PEOPLE["watchers"], None)
    }
    assert seen == {CHAIR: True, SOUTH: True, PEOPLE["watchers"]: True, None: False}
    assert house.desk.read(house.desk.viewer(SOUTH), Look.find, Text, "text") is not None


def test_who_withdrew_may_still_take_back_what_it_endorsed(house: House) -> None:
    norm = {"instrument": "list", "instrument_title": "A list", "number": "1", "title": "Core"}
    house.do("reframe.put-forward-norm", id="core", **norm)
    backs = {"id": "backs", "of": "norm/core", "extent": "whole"}
    house.do("mobilize.endorse", by=NORTH, party="north", **backs)
    house.do("parties.withdraw-party", by=NORTH, party="north", id="gone")
    asked: list[tuple[str, dict[str, str]]] = [
        ("operate.nominate-contact/1", {}),
        ("mobilize.withdraw-endorsement/1", {}),
    ]
    offered = house.desk.read(house.desk.viewer(NORTH), Look.offers, asked)
    assert [each.kind for each in offered] == ["mobilize.withdraw-endorsement/1"]
    again = {**backs, "id": "again"}
    assert "party-withdrew" in house.refused("mobilize.endorse", by=NORTH, party="north", **again)
    house.do("mobilize.withdraw-endorsement", by=NORTH, party="north", endorsement="backs")
