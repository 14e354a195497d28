"""A signer says who sees an act: nobody wider than the room allows, nobody narrower than those it binds."""

from typing import Any

import pytest

from comity.core.text import Position, Silence, SilenceStatus, Text
from comity.desk.look import Look
from comity.desk.outcome import Refused
from comity.web.twin import twin
from tests.desk.house import CHAIR, PEOPLE, House, silence

NORTH, SOUTH = PEOPLE["north"], PEOPLE["south"]
RECORDED: Any = {
    "on": "paragraph/p1",
    "stance": "oppose",
    "concerns": "north",
    "source": "Said in the room",
}


def told(house: House, kind: str, **own: Any) -> list[tuple[str, str, str]]:
    """Return code, rule and field of every reason why an act is out of order."""
    outcome = house.ask(kind, **own)
    assert isinstance(outcome, Refused), outcome
    return [(each.code, each.rule, each.field) for each in outcome.refusals]


@pytest.fixture
def sitting(house: House) -> House:
    """The host's people, who record, sit in the room."""
    house.do(
        "parties.seat-member", body="room", role="secretariat", for_party="host", start="2026-03-01"
    )
    return house


def audiences(house: House, index: int) -> dict[str, str]:
    rows = house.store.rows("SELECT name, audience FROM part WHERE act=?", (index,))
    return {name: audience for name, audience in rows if name not in ("audience", "received")}


def test_a_source_does_not_lift_the_rule_of_the_room(sitting: House) -> None:
    index = sitting.do("reframe.take-position", **RECORDED).index
    assert audiences(sitting, index) == {
        "kind": "body",
        "by": "own",
        "on_behalf_of": "body",
        "on": "body",
        "stance": "body",
        "concerns": "body",
        "source": "body",
    }
    name = "paragraph.p1.recorded.north"
    outside = sitting.desk.read(sitting.desk.viewer(None), lambda look: look.find(Position, name))
    assert outside is None


@pytest.mark.parametrize("part", ["kind", "stance", "concerns", "source", "on_behalf_of"])
@pytest.mark.parametrize("wider", ["public", "programme", "secretariat"])
def test_who_records_tells_nobody_outside_the_room(sitting: House, part: str, wider: str) -> None:
    assert told(sitting, "reframe.take-position", **RECORDED, audience={part: wider}) == [
        ("audience-not-allowed", "1.11", part)
    ]


def test_in_a_room_on_the_record_what_is_recorded_is_as_public_as_its_source(house: House) -> None:
    house.do("parties.found-body", id="hall", name="The Hall", form="conference")
    index = house.do(
        "reframe.table-text",
        id="old",
        title="On letters",
        body="hall",
        ids=["o1"],
        numbers=["1"],
        words=["Letters arrive."],
        source="A book",
    ).index
    assert set(audiences(house, index).values()) == {"public", "own"}


def test_nobody_hides_an_objection_from_those_whose_silence_was_asked(house: House) -> None:
    house.do("reframe.open-silence", by=CHAIR, **silence(house))
    names = ("kind", "silence", "on_behalf_of", "words")
    objection: Any = {"by": NORTH, "party": "north", "silence": "quiet", "words": "No."}
    hidden = dict.fromkeys(names, "own")
    outcome = house.ask("reframe.break-silence", **objection, audience=hidden)
    assert isinstance(outcome, Refused)
    assert [(each.field, dict(each.facts)) for each in outcome.refusals] == [
        ("kind", {"audience": "own", "least": "body"}),
        ("on_behalf_of", {"audience": "own", "least": "chair"}),
        ("silence", {"audience": "own", "least": "body"}),
    ]
    house.do("reframe.break-silence", **objection, audience={"words": "own"})
    seen = house.desk.read(house.desk.viewer(SOUTH), lambda look: look.find(Silence, "quiet"))
    assert seen is not None
    assert seen.value("status") is SilenceStatus.BROKEN


@pytest.mark.parametrize("narrow", ["own", "chair", "secretariat", "body-then"])
@pytest.mark.parametrize("part", ["kind", "deadline", "text", "short_notice"])
def test_a_silence_is_opened_before_all_who_are_asked(house: House, part: str, narrow: str) -> None:
    opened = {**silence(house), "short_notice": "Winter."}
    assert told(house, "reframe.open-silence", by=CHAIR, **opened, audience={part: narrow}) == [
        ("hidden-from-those-bound", "1.10", part)
    ]


def test_named_parties_are_not_all_members(house: House) -> None:
    narrow = {"kind": "named", "named": ["north"]}
    assert told(house, "reframe.open-silence", by=CHAIR, **silence(house), audience=narrow) == [
        ("hidden-from-those-bound", "1.10", "kind")
    ]


def test_an_adoption_is_hidden_from_no_member(house: House) -> None:
    declared = {"id": "done", "text": "text", "level": "consensus", "reason": "As heard."}
    assert told(
        house, "reframe.declare-adoption", by=CHAIR, **declared, audience={"reason": "chair"}
    ) == [("hidden-from-those-bound", "1.10", "reason")]


def test_a_position_binds_nobody_and_may_be_kept(house: House) -> None:
    names = ("kind", "on", "stance", "on_behalf_of")
    kept = dict.fromkeys(names, "own")
    house.do(
        "reframe.take-position",
        by=NORTH,
        party="north",
        on="paragraph/p1",
        stance="oppose",
        audience=kept,
    )


def test_what_the_room_never_saw_is_struck_without_telling_it(house: House) -> None:
    names = ("kind", "on", "stance", "on_behalf_of")
    kept: Any = {"on": "paragraph/p1", "stance": "oppose", "audience": dict.fromkeys(names, "own")}
    index = house.do("reframe.take-position", by=NORTH, party="north", **kept).index
    own: Any = {"by": NORTH, "party": "north", "act": index, "why": "A slip."}
    sealed = dict.fromkeys(("kind", "act", "why", "on_behalf_of"), "own")
    house.do("programme.strike", **own, audience=sealed)


def test_what_the_room_saw_is_struck_before_the_room(house: House) -> None:
    taken: Any = {"on": "paragraph/p1", "stance": "oppose"}
    index = house.do("reframe.take-position", by=NORTH, party="north", **taken).index
    own: Any = {"by": NORTH, "party": "north", "act": index, "why": "A slip."}
    assert told(house, "programme.strike", **own, audience={"act": "own"}) == [
        ("hidden-from-those-bound", "1.10", "act")
    ]
    house.do("programme.strike", **own, audience={"why": "own"})


def test_what_everybody_saw_is_struck_before_everybody(house: House) -> None:
    party: Any = {"id": "guest", "name": "Guest", "form": "state", "standing": "party"}
    index = house.do("parties.admit-party", **party).index
    own: Any = {"act": index, "why": "A slip."}
    assert told(house, "programme.strike", **own, audience={"kind": "own"}) == [
        ("hidden-from-those-bound", "1.10", "kind")
    ]
    struck = house.do("programme.strike", **own).index
    assert audiences(house, struck)["kind"] == "public"


def test_nobody_is_told_the_number_of_an_act_that_is_sealed_from_them(house: House) -> None:
    taken: Any = {"on": "paragraph/p1", "stance": "oppose"}
    house.do("reframe.take-position", by=NORTH, party="north", **taken)
    hidden = dict.fromkeys(("kind", "on", "on_behalf_of"), "own")
    second: Any = {**taken, "stance": "support", "audience": hidden}
    index = house.do("reframe.take-position", by=NORTH, party="north", **second).index

    def origins(look: Look) -> tuple[set[int], str]:
        seen = look.find(Position, "paragraph.p1.north")
        assert seen is not None
        return {each.act for each in seen.origins.values()}, str(twin(seen))

    numbers, written = house.desk.read(house.desk.viewer(SOUTH), origins)
    assert numbers == {index - 1}
    assert str(index) not in written
    assert house.desk.read(house.desk.viewer(NORTH), origins)[0] == {index - 1, index}


def test_who_changed_a_text_is_told_to_those_who_know_of_the_act(house: House) -> None:
    opened = house.do("reframe.open-silence", by=CHAIR, **silence(house)).index

    def origin(look: Look) -> int:
        seen = look.find(Text, "text")
        assert seen is not None
        return seen.origins["status"].act

    assert house.desk.read(house.desk.viewer(SOUTH), origin) == opened
