"""People and what they may do, from the terminal: ordinary acts by the officer, told in words and in JSON."""

from pathlib import Path

import pytest

from tests.contracts.command import Said, comity
from tests.contracts.test_init import init

Begun = tuple[Path, str]


@pytest.fixture
def begun(tmp_path: Path) -> Begun:
    """A programme that stands empty, and its officer."""
    folder = tmp_path / "talks"
    return folder, str(init(folder, "--json").json["person"])


def said(begun: Begun, *words: str) -> Said:
    return comity(*words, "--data", begun[0], "--by", begun[1])


def added(begun: Begun, name: str = "Ana Reyes", *more: str) -> str:
    found = said(begun, "person", "add", "--name", name, *more, "--json")
    assert found.code == 0, found
    return str(found.json["person"])


def test_a_person_is_entered_and_can_be_let_in_by_letter(begun: Begun) -> None:
    person = added(begun, "Ana Reyes", "--office", "Deputy", "--mail", "Ana@Ministry.example")
    (shown,) = said(begun, "person", "show", person, "--json").json["people"]
    assert shown == {
        "id": person,
        "name": "Ana Reyes",
        "office": "Deputy",
        "country": "",
        "mandates": [],
        "seats": [],
    }
    assert said(begun, "person", "list").out.splitlines()[-1] != "Nobody is entered yet."
    exported = comity("export", "--data", begun[0], begun[0].parent / "out", "--as", begun[1])
    assert exported.code == 0, exported
    files = (path for path in (begun[0].parent / "out").rglob("*") if path.is_file())
    every = b"".join(path.read_bytes() for path in files)
    assert b"ministry.example" not in every.lower()


def test_a_mandate_is_given_listed_and_ended_once(begun: Begun) -> None:
    person = added(begun)
    told = ("--for", "harbour-secretariat", "--power", "speak", "--power", "endorse")
    given = said(begun, "role", "give", person, *told, "--json").json
    (role,) = said(begun, "role", "list", "--person", person, "--json").json["roles"]
    assert (role["id"], role["powers"], role["start"], role["ended"]) == (
        given["id"],
        ["speak", "endorse"],
        given["start"],
        "",
    )
    ended = said(begun, "role", "end", given["id"], "--why", "Posted elsewhere.", "--json")
    assert (ended.code, ended.json["is"]) == (0, "mandate")
    (role,) = said(begun, "role", "list", "--person", person, "--json").json["roles"]
    assert role["ended"] != ""
    again = said(begun, "role", "end", given["id"])
    assert (again.code, "already-ended" in again.err) == (1, True)


def test_a_seat_is_of_a_person_or_of_a_party(begun: Begun) -> None:
    person = added(begun)
    where = ("--in", "conference-on-cables")
    whose = ("--for", "harbour-secretariat")
    chair = said(begun, "role", "give", person, *where, "--as", "chair", *whose)
    party = said(begun, "role", "give", *where, "--as", "member", *whose)
    assert (chair.code, party.code) == (0, 0)
    found = said(begun, "role", "list", *where, "--json").json["roles"]
    assert sorted((each["role"], each["person"], each["party"]) for each in found) == [
        ("chair", person, "harbour-secretariat"),
        ("member", "", "harbour-secretariat"),
    ]
    ended = said(begun, "role", "end", found[0]["id"], "--json")
    assert (ended.code, ended.json["is"]) == (0, "seat")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("person", "add"), 2, "--name is missing"),
        (("person", "show"), 2, "an ID goes with show"),
        (("person", "show", "nobody"), 1, "no person 'nobody'"),
        (("person", "add", "--name", "A", "--mail", "nowhere"), 2, "--mail: expected an address"),
        (("role", "give", "x"), 2, "say either --power (a mandate) or --in BODY"),
        (("role", "give", "--power", "speak"), 2, "a mandate is given to a person"),
        (("role", "give", "x", "--in", "room"), 2, "a seat is --in a body"),
        (("role", "give", "x", "--for", "y", "--power", "speak"), 1, "(no-such-person)"),
        (("role", "end"), 2, "say which"),
        (("role", "end", "nothing"), 1, "no mandate and no seat is called 'nothing'"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(
    begun: Begun, words: tuple[str, ...], code: int, told: str
) -> None:
    found = said(begun, *words)
    assert (found.code, found.out) == (code, "")
    assert told in found.err


def test_who_administers_for_nobody_must_say_for_whom(begun: Begun) -> None:
    person = added(begun)
    found = comity("person", "add", "--name", "B", "--data", begun[0], "--by", person)
    assert found.code == 1
    assert "--on-behalf-of is missing" in found.err
    stranger = comity("person", "list", "--data", begun[0], "--by", "nobody")
    assert (stranger.code, "knows no person 'nobody'" in stranger.err) == (1, True)


def test_a_list_names_whom_it_is_about_beside_their_ids(begun: Begun) -> None:
    person = added(begun)
    told = ("--for", "harbour-secretariat", "--power", "speak", "--start", "2026-11-01")
    key = said(begun, "role", "give", person, *told, "--json").json["id"]
    seat = ("--in", "conference-on-cables", "--as", "chair", "--for", "harbour-secretariat")
    held = said(begun, "role", "give", person, *seat, "--start", "2026-11-01", "--json").json["id"]
    host = "Harbour Secretariat (harbour-secretariat)"
    may = f"{key}  may speak for {host}, from 2026-11-01"
    sits = (
        f"{held}  chair in Conference on cables (conference-on-cables) for {host}, from 2026-11-01"
    )
    assert said(begun, "role", "list", "--person", person).out.splitlines() == sorted(
        [f"Ana Reyes ({person}): {may}", f"Ana Reyes ({person}): {sits}"]
    )
    shown = said(begun, "person", "show", person).out.splitlines()
    assert shown == [f"{person}  Ana Reyes", f"    {may}", f"    {sits}"]
