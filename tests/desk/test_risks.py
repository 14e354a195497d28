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
from comity.desk.readings.mailing import mailings
from comity.desk.readings.retention import retention
from comity.desk.readings.risks import open_risks, others, risk, risks_about
from comity.desk.readings.target import target
from comity.desk.replay import check
from comity.desk.viewer import PUBLIC
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
from tests.desk.house import HOST, House
from tests.desk.told_to_few import (
    ISLANDS,
    KEPT_FROM,
    KNOW,
    NORTH,
    SAID,
    SECOND,
    SOUTH,
    TOLD,
    flag,
    viewer,
)


@pytest.fixture(autouse=True)
def flagged(house: House) -> None:
    flag(house)


def traces(house: House, person: str) -> list[str]:
    """Name every way in which somebody can come to know that a risk was flagged."""

    def found(look: Look) -> list[str]:
        act = look.size - 1
        ways: dict[str, Any] = {
            "the thing": look.find(Risk, "watched"),
            "its list": look.all(Risk, about="target/ports"),
            "its count": look.count(Risk, about="target/ports"),
            "those that are open": open_risks(look).rows,
            "its page": risk(look, id="watched"),
            "who else knows": others(look, id="watched"),
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
            "letters to persons": look.letters_to_persons(act),
            "letters that came back": look.returned(),
            "the letters of the programme": mailings(
                look, list(look.mailed(before=None, limit=50))
            ),
            "mail": [each for each in look.mailed(before=None, limit=50) if each.index == act],
            "the file of parts": [
                text for _, texts in look.log.rows(act, act + 1) for text in texts
            ],
        }
        return [way for way, what in ways.items() if what]

    return house.desk.read(viewer(house, person), found)


SEEN = [
    *(
        "the thing",
        "its list",
        "its count",
        "those that are open",
        "its page",
        "who else knows",
        "the door",
        "the act",
        "its proof",
    ),
    *("the minutes", "its party's minutes", "minutes of the door", "minutes of who is named"),
    *("minutes of it", "a search", "the file of parts"),
]
OWN = [*SEEN[:-1], "letters to persons", SEEN[-1]]
"""Who flagged it also reads whether its letters left."""


def test_who_flagged_it_and_those_named_read_all_of_it(house: House) -> None:
    assert {person: traces(house, person) for person in KNOW} == {
        NORTH: OWN,
        **dict.fromkeys(TOLD, SEEN),
    }
    for person in KNOW:
        page = house.desk.read(viewer(house, person), target, id="ports")
        assert page is not None
        assert [each.value("words") for each in page.risks.rows] == [SAID["words"]]


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
