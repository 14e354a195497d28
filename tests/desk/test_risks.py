"""A risk is kept from all but those it names: from its own party, from the secretariat, from the record's own files."""

from pathlib import Path
from typing import Any

import pytest

from comity.cli.log_source import Folder
from comity.core.party import Mandate
from comity.core.risk import Risk
from comity.desk import draft
from comity.desk.export import export
from comity.desk.look import Look
from comity.desk.outcome import Refused
from comity.desk.readings.retention import retention
from comity.desk.readings.risks import FEW, newest_risks, risks_about
from comity.desk.readings.target import target
from comity.desk.replay import check
from comity.desk.viewer import PUBLIC, Viewer
from comity.record import (
    Seen,
    SigningKey,
    b64,
    build_statement,
    make_part,
    read_part,
    sign_statement,
)
from comity.record.export import Verified, verify_log
from comity.store import log
from tests.desk.house import CHAIR, HOST, PEOPLE, House

NORTH, SOUTH, ISLANDS = PEOPLE["north"], PEOPLE["south"], PEOPLE["islands"]
SECOND, OFFICER = "n9s4ef", "k9r3pe"
TOLD = (CHAIR, SOUTH)
KNOW = (NORTH, *TOLD)
KEPT_FROM = (HOST, OFFICER, SECOND, ISLANDS, "")
SAID = {"id": "watched", "about": "target/ports", "words": "Narwhals watch the door."}


@pytest.fixture(autouse=True)
def flagged(house: House) -> None:
    house.do("reframe.put-recommendation", id="rec", who="Ports", should="Answer.")
    for person, party, powers in (
        (SECOND, "north", ["speak", "endorse", "nominate"]),
        (OFFICER, "host", ["administer", "record", "speak"]),
    ):
        house.do("parties.register-person", id=person, name=f"Another of {party}")
        mandate: dict[str, Any] = {
            "person": person,
            "for_party": party,
            "powers": powers,
            "start": "2026-03-01",
        }
        house.do("parties.give-mandate", **mandate)
    door = {"id": "ports", "name": "Ministry of Ports", "carries": "recommendation/rec"}
    house.do("mobilize.name-target", by=NORTH, party="north", **door)
    house.do("mobilize.flag-risk", by=NORTH, party="north", told=list(TOLD), **SAID)


def viewer(house: House, person: str) -> Viewer:
    return house.desk.viewer(person) if person else PUBLIC


def traces(house: House, person: str) -> list[str]:
    """Name every way in which somebody can come to know that a risk was flagged."""

    def found(look: Look) -> list[str]:
        act = look.size - 1
        ways: dict[str, Any] = {
            "the thing": look.find(Risk, "watched"),
            "its list": look.all(Risk, about="target/ports"),
            "its count": look.count(Risk, about="target/ports"),
            "the newest": newest_risks(look).rows,
            "the door": risks_about(look, "target/ports").rows,
            "the act": look.deed(act),
            "its proof": look.proof(act),
            "the minutes": [each for each in look.minutes(limit=200) if each.index == act],
            "its party's minutes": [
                each for each in look.minutes(party="north", limit=200) if each.index == act
            ],
            "minutes of the door": [
                each for each in look.minutes(thing="target/ports") if each.index == act
            ],
            "minutes of who is named": [
                each for each in look.minutes(thing=f"person/{SOUTH}") if each.index == act
            ],
            "minutes of it": look.minutes(thing="risk/watched"),
            "a search": look.search("narwhals"),
            "what waits": [each for each in look.owed() if "risk" in each.thing],
            "letters": look.letters([act]),
            "mail": [each for each in look.mailed(before=None, limit=50) if each.index == act],
            "the file of parts": [
                text for _, texts in look.log.rows(act, act + 1) for text in texts
            ],
        }
        return [way for way, what in ways.items() if what]

    return house.desk.read(viewer(house, person), found)


SEEN = [
    *("the thing", "its list", "its count", "the newest", "the door", "the act", "its proof"),
    *("the minutes", "its party's minutes", "minutes of the door", "minutes of who is named"),
    *("minutes of it", "a search", "the file of parts"),
]


def test_who_flagged_it_and_those_named_read_all_of_it(house: House) -> None:
    assert {person: traces(house, person) for person in KNOW} == dict.fromkeys(KNOW, SEEN)
    for person in KNOW:
        page = house.desk.read(viewer(house, person), target, id="ports")
        assert page is not None
        assert [each.value("words") for each in page.risks.rows] == [SAID["words"]]


def test_a_desk_shows_the_latest_and_says_that_there_are_older_ones(house: House) -> None:
    def shown(person: str) -> tuple[list[str], bool]:
        found = house.desk.read(viewer(house, person), newest_risks)
        return [each.id for each in found.rows], found.is_more

    for number in range(2, FEW + 1):
        own = {**SAID, "id": f"watched{number}", "told": [SOUTH]}
        house.do("mobilize.flag-risk", by=NORTH, party="north", **own)
    newest = [f"watched{number}" for number in range(FEW, 1, -1)]
    assert shown(NORTH) == ([*newest, "watched"], False)
    house.do("mobilize.flag-risk", by=NORTH, party="north", **{**SAID, "id": "w", "told": [SOUTH]})
    assert {person: shown(person) for person in (NORTH, SOUTH, CHAIR, HOST)} == {
        NORTH: (["w", *newest], True),
        SOUTH: (["w", *newest], True),
        CHAIR: (["watched"], False),
        HOST: ([], False),
    }


def test_nobody_else_finds_any_trace_of_it(house: House) -> None:
    assert {person: traces(house, person) for person in KEPT_FROM} == {
        person: [] for person in KEPT_FROM
    }


def test_the_secretariat_is_not_told_that_something_may_be_erased(house: House) -> None:
    page = house.desk.read(viewer(house, HOST), retention)
    assert "narwhals" not in repr(page).casefold()
    assert "watched" not in repr(page)


@pytest.mark.parametrize("person", ["", HOST, SECOND])
def test_an_export_of_others_holds_no_word_of_it_and_verifies(
    house: House, person: str, tmp_path: Path
) -> None:
    export(house.desk, viewer(house, person), tmp_path / "out")
    files = [each for each in (tmp_path / "out").rglob("*") if each.is_file()]
    # `Narwhals` in base64, wherever it may begin.
    shapes = (b"Narwhals", b"TmFyd2hhbH", b"5hcndoYWxz", b"OYXJ3aGFsc")
    assert [each for each in files for shape in shapes if shape in each.read_bytes()] == []
    assert isinstance(verify_log(Folder(str(tmp_path / "out"))), Verified)


@pytest.mark.parametrize("person", KNOW)
def test_an_export_of_who_is_named_has_it_and_verifies(
    house: House, person: str, tmp_path: Path
) -> None:
    export(house.desk, viewer(house, person), tmp_path / "out")
    assert isinstance(verify_log(Folder(str(tmp_path / "out"))), Verified)


def test_to_others_it_is_as_unknown_as_what_is_not_there(house: House) -> None:
    size = house.desk.read(PUBLIC, lambda look: look.size)
    opens = [{"part": "words", "audience": "public"}]
    for act in (size - 1, size + 5):
        refused = house.refused("programme.open", by=SECOND, party="north", act=act, opens=opens)
        assert refused == ("no-such-act",)


@pytest.mark.parametrize("audience", ["public", "programme", "own", "secretariat"])
def test_nobody_opens_it_and_it_is_flagged_for_nobody_else(house: House, audience: str) -> None:
    size = house.desk.read(PUBLIC, lambda look: look.size)
    opens = [{"part": "words", "audience": audience}]
    opened = house.refused("programme.open", by=NORTH, party="north", act=size - 1, opens=opens)
    assert "does-not-widen" in opened
    said = {**SAID, "id": "again", "told": [SOUTH], "audience": {"words": audience}}
    assert house.refused("mobilize.flag-risk", by=NORTH, party="north", **said) == (
        "audience-not-allowed",
    )


def test_no_other_kind_is_for_persons(house: House) -> None:
    refused = house.ask(
        "reframe.take-position",
        by=NORTH,
        party="north",
        on="paragraph/p1",
        stance="support",
        audience={"reason": "persons"},
        reason="Because.",
    )
    assert isinstance(refused, Refused)
    assert "audience-not-allowed" in refused.codes


def test_who_loses_their_mandate_still_reads_what_was_told_to_them(house: House) -> None:
    held = house.desk.read(viewer(house, HOST), lambda look: look.all(Mandate, person=SOUTH))
    for each in held:
        house.do("parties.end-mandate", mandate=each.id)
    assert house.desk.viewer(SOUTH).parties == {}
    assert house.desk.read(viewer(house, SOUTH), lambda look: look.find(Risk, "watched"))


def test_what_is_made_elsewhere_names_the_same_people(house: House) -> None:
    asked = {"kind": "mobilize.flag-risk/1", "on_behalf_of": "north", **SAID, "id": "other"}
    made = draft.draft(house.desk, {**asked, "told": [SOUTH]}, person=NORTH)
    assert isinstance(made, draft.Draft)
    named = {read_part(text).name: read_part(text).value for text in made.parts}
    assert (named["told"], named["persons"]) == ([SOUTH], [SOUTH])
    assert set(named["audience"]["parts"].values()) == {"persons"}
    others = [
        make_part("persons", [ISLANDS], salt=bytes(16)).text
        if read_part(text).name == "persons"
        else text
        for text in made.parts
    ]
    head = log.head(house.store)
    statement = build_statement(
        [read_part(text) for text in others],
        origin=head.origin,
        seen=Seen(head.size, head.frontier.root()),
        nonce="elsewhere",
    ).data
    sent: dict[str, Any] = {"statement": b64.to_standard(statement), "parts": others}
    sent["signature"] = sign_statement(statement, key=SigningKey(bytes(range(32)))).value()
    refused = house.desk.submit(sent, person=NORTH)
    assert isinstance(refused, Refused)
    assert refused.codes == ("hidden-from-those-bound", "key-not-registered")


def test_a_replay_gives_the_same(house: House) -> None:
    assert check(house.desk).differing == ()
