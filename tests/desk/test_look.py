"""The one window: what is shown, to whom, and with how many questions to the store."""

# ruff: noqa: E731  A question with one line is a lambda.

from collections.abc import Callable
from typing import Any

import pytest

from comity.core.party import Mandate, Party, Person, Seat
from comity.core.programme import Paper
from comity.core.text import Paragraph, Position, Silence, Text
from comity.desk.cells import EMPTY, Sealed, Value
from comity.desk.look import Look
from comity.desk.seen import Owing
from comity.desk.viewer import PUBLIC, Viewer
from tests.desk.house import CHAIR, HOST, PEOPLE, House, silence

NORTH, SOUTH, WATCHER = PEOPLE["north"], PEOPLE["south"], PEOPLE["watchers"]


def ask(house: House, person: str | None, question: Callable[[Look], Any]) -> Any:
    return house.desk.read(house.desk.viewer(person), question)


@pytest.fixture
def spoken(house: House) -> House:
    """A position in the room, its reason for the chair alone."""
    told = {
        "on": "paragraph/p1",
        "stance": "oppose",
        "reason": "A private grievance.",
        "for_capital": "Hold.",
    }
    house.do("reframe.take-position", by=NORTH, party="north", **told, audience={"reason": "chair"})
    return house


def test_what_is_said_in_a_room_stays_in_the_room(spoken: House) -> None:
    def everything(look: Look) -> list[object]:
        return [
            look.find(Text, "text"),
            look.find(Position, "paragraph.p1.north"),
            list(look.all(Position, text="text")),
            list(look.some(Paragraph, limit=99)),
            look.count(Position, on="paragraph/p1"),
            look.counts(Position, "on"),
            list(look.minutes(kind="reframe.")),
            list(look.minutes(thing="text/text")),
            look.line("text/text"),
            list(look.search("grievance")),
            list(look.search("cables")),
            list(look.owed()),
        ]

    nothing: list[object] = [None, None, [], [], 0, {}, [], [], None, [], [], []]
    assert ask(spoken, None, everything) == nothing


def test_a_part_for_the_chair_is_seen_by_the_chair_and_by_whose_it_is(spoken: House) -> None:
    def reason(look: Look) -> object:
        found = look.find(Position, "paragraph.p1.north")
        return found and (found["reason"], found["stance"].value)

    said = Value("A private grievance.")
    assert ask(spoken, NORTH, reason) == (said, "oppose")
    assert ask(spoken, CHAIR, reason) == (said, "oppose")
    assert ask(spoken, SOUTH, reason) == (Sealed("words"), "oppose")
    assert ask(spoken, WATCHER, reason) == (Sealed("words"), "oppose")


def test_sealed_words_are_found_by_nobody_who_may_not_see_them(spoken: House) -> None:
    found = {
        who: len(ask(spoken, who, lambda look: look.search("grievance")))
        for who in (NORTH, CHAIR, SOUTH)
    }
    assert found == {NORTH: 1, CHAIR: 1, SOUTH: 0}


def test_a_sealed_field_is_never_filtered_or_counted_by(house: House) -> None:
    told: Any = {"person": SOUTH, "for_party": "south", "powers": ["speak"], "start": "2026-03-02"}
    house.do("parties.give-mandate", **told, audience={"for_party": "secretariat"})
    asked = lambda look: (
        look.count(Mandate, party="south"),
        look.counts(Mandate, "party").get("south", 0),
    )
    assert ask(house, HOST, asked) == (2, 2)
    assert ask(house, NORTH, asked) == (1, 1)


def test_who_acted_is_told_to_their_own_alone(spoken: House) -> None:
    by = lambda look: look.minutes(kind="reframe.take-position")[0].by
    assert ask(spoken, NORTH, by) == Value(NORTH)
    assert ask(spoken, SOUTH, by) == Sealed("person")


def test_a_member_who_left_sees_the_room_no_more(spoken: House) -> None:
    seat = ask(spoken, SOUTH, lambda look: next(each.id for each in look.all(Seat, party="south")))
    spoken.do("parties.end-seat", seat=seat)
    spoken.wait(seconds=1)
    assert ask(spoken, SOUTH, lambda look: look.find(Position, "paragraph.p1.north")) is None


def test_those_seated_then_see_what_was_for_them_even_after_they_left(house: House) -> None:
    told = {"on": "paragraph/p1", "stance": "oppose", "reason": "For those present."}
    everyone = dict.fromkeys(("kind", "on_behalf_of", "on", "stance", "reason"), "body-then")
    house.do("reframe.take-position", by=NORTH, party="north", **told, audience=everyone)
    seat = ask(house, SOUTH, lambda look: next(each.id for each in look.all(Seat, party="south")))
    house.do("parties.end-seat", seat=seat)
    house.wait(seconds=1)
    house.do("parties.admit-party", id="late", name="Late", form="state", standing="party")
    house.do("parties.register-person", id="latecomer", name="L")
    house.do(
        "parties.give-mandate",
        person="latecomer",
        for_party="late",
        powers=["speak"],
        start="2026-03-01",
    )
    house.do(
        "parties.seat-member",
        body="room",
        role="member",
        for_party="late",
        start=house.now.strftime("%FT%TZ"),
    )
    house.wait(seconds=1)
    find = lambda look: look.find(Position, "paragraph.p1.north") is not None
    assert (ask(house, SOUTH, find), ask(house, "latecomer", find)) == (True, False)


def test_named_parties_alone_see_what_is_for_them(house: House) -> None:
    told = {"on": "paragraph/p1", "stance": "oppose", "reason": "Between us."}
    audience = {"reason": "named", "named": ["south"]}
    index = house.do(
        "reframe.take-position", by=NORTH, party="north", **told, audience=audience
    ).index
    reason = lambda look: look.deed(index)["reason"]
    assert ask(house, SOUTH, reason) == Value("Between us.")
    assert ask(house, PEOPLE["islands"], reason) == Sealed("words")
    names = lambda look: {part.name for part in look.proof(index).parts}
    assert "named" in ask(house, SOUTH, names)
    assert "named" not in ask(house, PEOPLE["islands"], names)


def test_a_name_is_for_the_programme(house: House) -> None:
    name = lambda look: look.find(Person, NORTH)["name"]
    assert ask(house, SOUTH, name) == Value("Person of north")
    assert ask(house, None, name) == Sealed("words")


def test_who_has_no_mandate_any_more_sees_the_public_and_what_they_did(spoken: House) -> None:
    mandate = ask(spoken, NORTH, lambda look: look.minutes(thing=f"person/{NORTH}")[0].makes[0])
    spoken.do("parties.end-mandate", mandate=mandate.partition("/")[2])
    spoken.wait(seconds=1)
    viewer = spoken.desk.viewer(NORTH)
    assert (viewer.parties, viewer.is_public) == ({}, False)
    kinds = [
        deed.kind for deed in spoken.desk.read(viewer, lambda look: look.minutes(kind="reframe."))
    ]
    assert kinds == ["reframe.take-position/1"]


def test_each_party_owes_its_silence_and_the_chair_what_comes_after(house: House) -> None:
    house.do("reframe.open-silence", by=CHAIR, **silence(house))
    owed = lambda look: [(each.what, each.thing, each.party) for each in look.owed()]
    assert ask(house, NORTH, owed) == [("silence", "silence/quiet", "north")]
    assert ask(house, WATCHER, owed) == []
    house.wait(days=5)
    assert ask(house, NORTH, owed) == []


def test_a_text_asks_each_voice_for_positions_on_what_is_open(house: House) -> None:
    owed = lambda look: [
        (each.thing, each.count) for each in look.owed() if each.what == "positions"
    ]
    assert ask(house, NORTH, owed) == [("text/text", 2)]
    house.do("reframe.take-position", by=NORTH, party="north", on="paragraph/p1", stance="support")
    assert ask(house, NORTH, owed) == [("text/text", 1)]
    assert ask(house, SOUTH, owed) == [("text/text", 2)]


def test_the_secretariat_is_told_of_a_mandate_that_ends_soon(house: House) -> None:
    told: dict[str, Any] = {
        "person": NORTH,
        "for_party": "north",
        "powers": ["speak"],
        "start": "2026-03-01",
    }
    house.do("parties.give-mandate", **told, id="soon", end="2026-03-20")
    house.do("parties.give-mandate", **told, id="later", end="2027-03-20")
    found: list[Owing] = ask(
        house, HOST, lambda look: [each for each in look.owed() if each.what == "mandate"]
    )
    assert [each.thing for each in found] == ["mandate/soon"]


def test_what_is_offered_is_what_one_has_the_right_to(house: House) -> None:
    asked: list[tuple[str, dict[str, Any]]] = [
        ("reframe.open-silence/1", {"text": "text"}),
        ("reframe.take-position/1", {"on": "paragraph/p1"}),
        ("parties.admit-party/1", {}),
        ("reframe.close-silence/1", {}),
    ]
    offered = lambda look: [
        (each.kind.split(".")[1], each.on_behalf_of) for each in look.offers(asked)
    ]
    assert ask(house, CHAIR, offered) == [("open-silence/1", "host"), ("take-position/1", "host")]
    assert ask(house, NORTH, offered) == [("take-position/1", "north")]
    assert ask(house, WATCHER, offered) == []
    assert ask(house, HOST, offered) == [("admit-party/1", "host")]
    assert ask(house, None, offered) == []


def test_the_life_of_a_sentence_ends_where_it_is_sealed(house: House) -> None:
    house.do("reframe.open-silence", by=CHAIR, **silence(house))
    line = ask(house, NORTH, lambda look: look.line("text/text"))
    assert [(each.child, each.parent) for each in line.links] == [("silence/quiet", "text/text")]
    assert ask(house, None, lambda look: look.line("text/text")) is None


def test_a_paper_is_given_to_who_may_see_it(house: House) -> None:
    lodged = dict(house.desk.lodge(b"%PDF", media_type="application/pdf", person=NORTH))
    told = {"id": "paper", "title": "A paper", "about": "text/text", "file": lodged}
    house.do("programme.file-paper", by=NORTH, party="north", **told)
    blob = lambda look: look.log.blob(lodged["blob"])
    found = ask(house, SOUTH, blob)
    assert (found.file[16:], found.media_type, found.length) == (b"%PDF", "application/pdf", 4)
    assert ask(house, None, blob) is None
    assert ask(house, SOUTH, lambda look: look.find(Paper, "paper"))["title"] == Value("A paper")


def test_an_absent_field_is_empty_and_an_unknown_one_an_error(house: House) -> None:
    party = ask(house, None, lambda look: look.find(Party, "north"))
    assert (party.source, party.about, party["name"]) == (EMPTY, Value(""), Value("North"))
    with pytest.raises(AttributeError):
        party.nothing  # noqa: B018


def test_a_viewer_without_an_account_is_the_public(house: House) -> None:
    assert house.desk.viewer(None) == house.desk.viewer("") == PUBLIC
    assert house.desk.viewer("nobody") == Viewer(
        person="nobody", sight=house.desk.viewer("nobody").sight
    )


DIGEST = "A" * 43

QUESTIONS: dict[str, tuple[Callable[[Look], Any], int]] = {
    "find": (lambda look: look.find(Text, "text"), 2),
    "all": (lambda look: look.all(Position, text="text"), 2),
    "some": (lambda look: look.some(Party, limit=9), 2),
    "among": (lambda look: look.among(Paragraph, "text", ["text"]), 2),
    "binding": (lambda look: look.binding([DIGEST, "none"]), 1),
    "count": (lambda look: look.count(Position, text="text"), 2),
    "counts": (lambda look: look.counts(Party, "standing"), 2),
    "minutes": (lambda look: look.minutes(), 4),
    "line": (lambda look: look.line("text/text"), 4),
    "owed": (lambda look: look.owed(), 1),
    "search": (lambda look: look.search("cables"), 5),
}


@pytest.mark.parametrize("name", list(QUESTIONS))
def test_a_question_costs_the_same_whatever_the_size(
    house: House, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    question, most = QUESTIONS[name]
    for number in range(12):
        party = ("north", "south", "islands")[number % 3]
        told = {
            "on": f"paragraph/p{number % 2 + 1}",
            "stance": "concern",
            "reason": f"cables {number}",
        }
        house.do("reframe.take-position", by=PEOPLE[party], party=party, **told)
    viewer = house.desk.viewer(NORTH)
    asked: list[str] = []
    execute = house.store._execute

    def counted(sql: str, values: Any) -> Any:
        asked.append(sql)
        return execute(sql, values)

    monkeypatch.setattr(house.store, "_execute", counted)
    house.desk.read(viewer, question)
    assert len(asked) - 2 <= most, asked


def test_a_silence_says_who_is_consulted_to_the_room(house: House) -> None:
    house.do("reframe.open-silence", by=CHAIR, **silence(house))
    found = ask(house, NORTH, lambda look: look.find(Silence, "quiet"))
    assert found["parties"].value == ("host", "islands", "north", "south")


def test_a_proof_costs_the_same_however_high_the_tree_is(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    execute = house.store._execute

    def counted(sql: str, values: Any) -> Any:
        asked.append(sql)
        return execute(sql, values)

    def costs() -> int:
        monkeypatch.setattr(house.store, "_execute", counted)
        asked.clear()
        ask(house, NORTH, lambda look: look.proof(3))
        monkeypatch.setattr(house.store, "_execute", execute)
        return len(asked)

    before = costs()
    told = {"on": "paragraph/p1", "stance": "support"}
    for _ in range(260):
        house.do("reframe.take-position", by=NORTH, party="north", **told)
    assert costs() == before
