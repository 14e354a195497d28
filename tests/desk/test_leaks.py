"""What somebody could learn by asking the desk for what they may not do."""

import base64
import json
from typing import Any

import pytest

from comity.desk.outcome import Refused
from comity.store import log
from tests.desk.house import PEOPLE, House

NORTH, SOUTH = PEOPLE["north"], PEOPLE["south"]


def sealed(house: House) -> int:
    """Enter a position that its party alone may see."""
    told = {"on": "paragraph/p1", "stance": "oppose", "reason": "A private grievance."}
    names = ("kind", "on_behalf_of", "on", "stance", "reason")
    mine = dict.fromkeys(names, "own")
    return house.do("reframe.take-position", by=NORTH, party="north", **told, audience=mine).index


def statement_of(house: House, index: int) -> dict[str, object]:
    with house.store.reading():
        leaf = json.loads(log.leaves(house.store, index, index + 1)[0])
    read: dict[str, object] = json.loads(base64.b64decode(leaf["p"]))
    return read


def told_of(house: House, index: int, *, by: str, party: str) -> set[tuple[str, ...]]:
    """Ask to erase each digest that the public leaf shows, and return what differs in the answers."""
    digests = statement_of(house, index)["sd"]
    assert isinstance(digests, list)
    answers = [
        house.ask("programme.erase", by=by, party=party, digests=[each], why="To find out.")
        for each in digests
    ]
    assert all(isinstance(each, Refused) for each in answers)
    return {each.codes for each in answers if isinstance(each, Refused)}


def test_asking_to_erase_does_not_tell_padding_from_what_is_sealed(house: House) -> None:
    index = sealed(house)
    assert told_of(house, index, by=SOUTH, party="south") == {
        ("mandate-lacks-power", "no-such-digest")
    }


def test_the_secretariat_learns_nothing_of_what_nobody_may_erase(house: House) -> None:
    index = sealed(house)
    row = house.store.row("SELECT digest FROM part WHERE act=? AND name='stance'", (index,))
    assert row is not None
    assert house.refused("programme.erase", digests=[row[0]], why="No.") == ("no-such-digest",)


def test_the_leaf_does_not_repeat_what_a_program_calls_its_act(house: House) -> None:
    index = house.do(
        "reframe.take-position",
        by=NORTH,
        party="north",
        on="paragraph/p1",
        stance="oppose",
        nonce="north-opposes-p1",
    ).index
    assert statement_of(house, index)["nonce"] != "north-opposes-p1"


def test_a_strike_names_no_act_that_is_sealed_from_who_asks(house: House) -> None:
    proposed = house.do(
        "reframe.propose-words",
        by=SOUTH,
        party="south",
        id="ours",
        text="text",
        paragraph="p1",
        change="replace",
        words="Other words.",
    ).index
    mine = dict.fromkeys(("kind", "on_behalf_of", "on", "stance"), "own")
    house.do(
        "reframe.take-position",
        by=NORTH,
        party="north",
        on="proposal/ours",
        stance="oppose",
        audience=mine,
    )
    outcome = house.ask("programme.strike", by=SOUTH, party="south", act=proposed, why="Mistaken.")
    assert isinstance(outcome, Refused)
    assert [(each.code, dict(each.facts)) for each in outcome.refusals] == [
        ("others-rest-on-it", {"acts": "…"})
    ]


@pytest.fixture
def met(house: House) -> House:
    """A meeting of the room, under its rule."""
    house.do(
        "convene.convene-meeting",
        id="round",
        name="A round",
        form="dialogue",
        start="2026-03-01",
        body="room",
        attribution="chatham-house",
    )
    return house


OUTCOME: Any = {"meeting": "round", "words": "It was said.", "speakers": ["north"]}


def test_nobody_tells_the_world_who_spoke_under_chatham_house(met: House) -> None:
    codes = met.refused("convene.record-outcome", **OUTCOME, audience={"speakers": "public"})
    assert codes == ("audience-not-allowed",)
