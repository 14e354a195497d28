"""What is called like what is here already is shown before it is entered twice; a likeness is no refusal."""

from typing import Any

import pytest

from comity.acts.register import load
from comity.core.naming import Naming
from comity.core.party import Party
from comity.desk.doubles import Alike, doubles
from comity.desk.outcome import Outcome, Receipt, Refused
from comity.desk.replay import check
from comity.desk.viewer import PUBLIC
from tests.desk.house import CHAIR, HOST, PEOPLE, House

ADMIT = {"form": "company", "standing": "named"}
MEETING = {"form": "summit", "start": "2026-05-04", "place": "Bratislava"}


def ask(
    house: House, kind: str, *, by: str = HOST, party: str = "host", **own: Any
) -> Outcome | Alike:
    house.wait(seconds=1)
    envelope = {"kind": f"{kind}/1", "on_behalf_of": party, **own}
    found = doubles(house.desk, envelope, person=by)
    return found or house.desk.submit(envelope, person=by)


def alike(house: House, kind: str, **given: Any) -> list[str]:
    """What is shown; nothing, where the act stands."""
    found = ask(house, kind, **given)
    assert isinstance(found, Alike | Receipt), found
    return [each.thing for each in found.things] if isinstance(found, Alike) else []


@pytest.mark.parametrize("name", ["Acme", "ACME", "Acmé, Inc.", "The Acme Corporation (Ltd.)"])
def test_a_name_that_is_known_otherwise_written_is_shown_and_nothing_is_entered(
    house: House, name: str
) -> None:
    house.do("parties.admit-party", id="acme", name="Acme Ltd", country="Arvenia", **ADMIT)
    size = house.desk.read(PUBLIC, lambda look: look.size)
    found = ask(house, "parties.admit-party", name=name, **ADMIT)
    assert isinstance(found, Alike)
    assert (found.field, found.name, found.count) == ("name", name, 1)
    assert [(each.thing, str(each["country"])) for each in found.things] == [
        ("party/acme", "Arvenia")
    ]
    assert house.desk.read(PUBLIC, lambda look: look.size) == size


def test_whoever_says_that_they_are_two_enters_it_and_the_record_keeps_that_they_said_so(
    house: House,
) -> None:
    receipt = ask(house, "parties.admit-party", id="two", name="North", is_another=True, **ADMIT)
    assert isinstance(receipt, Receipt)
    deed = house.desk.read(PUBLIC, lambda look: look.deed(receipt.index))
    assert deed is not None
    assert deed["is_another"].value is True
    assert check(house.desk).differing == ()


def test_what_is_not_said_leaves_no_part_in_the_leaf(house: House) -> None:
    receipt = house.do("parties.admit-party", id="acme", name="Acme", **ADMIT)
    assert [part for part in receipt.parts if '"is_another"' in part] == []


def test_two_people_are_called_ana_garcia(house: House) -> None:
    register = "parties.register-person"
    house.do(register, id="a1", name="Ana García", country="Mexico")
    assert alike(house, register, name="ana garcia", country="Spain") == ["person/a1"]
    assert alike(house, register, name="Ana García", country="Spain", is_another=True) == []
    found = ask(house, register, name="Ana Garcia")
    assert isinstance(found, Alike)
    assert found.count == 2


def test_of_many_the_first_five_are_shown_and_all_are_counted(house: House) -> None:
    for number in range(7):
        house.do("parties.register-person", id=f"a{number}", name="Ana García")
    found = ask(house, "parties.register-person", name="Ana García")
    assert isinstance(found, Alike)
    assert (len(found.things), found.count) == (5, 7)


def test_a_meeting_of_the_same_name_is_one_only_where_it_may_be_the_same_day(house: House) -> None:
    convene = "convene.convene-meeting"
    house.do(convene, id="brat", name="Hearing", **MEETING)
    assert alike(house, convene, name="Hearing", **{**MEETING, "start": "2026-05"}) == [
        "meeting/brat"
    ]
    assert alike(house, convene, name="Hearing", **{**MEETING, "start": "2026-06-04"}) == []


def test_no_meeting_of_the_day_hides_behind_hundreds_of_the_name(house: House) -> None:
    convene = "convene.convene-meeting"
    for number in range(120):
        start = f"{2027 + number // 12}-{number % 12 + 1:02}-01"
        house.do(convene, id=f"w{number:03}", name="Weekly", form="workshop", start=start)
    same = {"form": "workshop", "start": "2036-12-01"}
    assert alike(house, convene, name="weekly", **same) == ["meeting/w119"]


def test_a_party_renamed_is_no_double_of_itself_but_of_another(house: House) -> None:
    renamed = {"of_party": "north", "how": "renamed", "on": "2026-03-01"}
    assert alike(house, "parties.succeed-party", name="SOUTH", **renamed) == ["party/south"]
    assert alike(house, "parties.succeed-party", name="The North", **renamed) == []


def test_a_party_that_merged_gives_no_name_and_is_asked_nothing(house: House) -> None:
    merged = {"of_party": "north", "how": "merged", "on": "2026-03-01", "successor": "south"}
    assert alike(house, "parties.succeed-party", **merged) == []


def test_a_corrected_name_is_held_beside_others_of_its_kind(house: House) -> None:
    house.do("parties.found-body", id="hall", name="The Hall", form="conference")
    corrected = {"of": "body/hall", "why": "It was misspelt."}
    assert alike(house, "programme.correct-fact", name="Room", **corrected) == ["body/room"]
    assert alike(house, "programme.correct-fact", name="The hall", **corrected) == []


def test_what_counts_is_no_double_of_what_is_only_practised(house: House) -> None:
    house.do("programme.declare-exercise", id="drill", title="A drill")
    assert alike(house, "parties.admit-party", name="North", exercise="drill", **ADMIT) == []
    assert alike(house, "parties.admit-party", name="North", exercise="drill", **ADMIT) == [
        each.thing
        for each in house.desk.read(PUBLIC, lambda look: look.all(Party, exercise="drill"))
    ]


def test_a_text_on_the_table_is_not_tabled_twice_in_silence(house: House) -> None:
    tabled = {"body": "room", "ids": ["q1"], "numbers": ["1"], "words": ["Words."]}
    asked = {"by": CHAIR, "title": "On cables.", **tabled}
    assert alike(house, "reframe.table-text", **asked) == ["text/text"]


def test_nobody_learns_by_a_double_what_they_may_not_see(house: House) -> None:
    nominate, named = "operate.nominate-contact", {"office": "Desk", "name": "Ben Ode"}
    reached = {"level": "technical", "mail": "ben@north.example"}
    north = {"by": PEOPLE["north"], "party": "north"}
    house.do(nominate, id="ben", **named, **reached, **north)
    assert alike(house, nominate, **named, **reached, **north) == ["contact/ben"]
    assert alike(house, nominate, replaces="ben", **named, **reached, **north) == []
    # Who is named is told to their own party, and to whoever keeps the directory: not to an archivist of a paper.
    house.do("parties.register-person", id="archivist", name="Cleo Fa")
    kept = {"person": "archivist", "for_party": "host", "start": "2026-03-01"}
    house.do("parties.give-mandate", powers=["record"], **kept)
    recorded = {"source": "Note verbale 7", "concerns": "north", **named, **reached}
    assert alike(house, nominate, by="archivist", **recorded) == []


def test_reasons_against_it_are_told_first(house: House) -> None:
    outcome = ask(house, "parties.admit-party", name="North", zone="Nowhere", **ADMIT)
    assert isinstance(outcome, Refused)
    assert outcome.codes == ("no-such-zone",)


def test_a_second_press_gives_the_first_receipt_and_asks_nothing(house: House) -> None:
    said = {"name": "Acme", "nonce": "once", **ADMIT}
    first = ask(house, "parties.admit-party", **said)
    again = ask(house, "parties.admit-party", **said)
    assert isinstance(first, Receipt)
    assert isinstance(again, Receipt)
    assert (again.index, again.is_repeated) == (first.index, True)


def test_an_erased_name_is_like_no_other(house: House) -> None:
    receipt = house.do("parties.register-person", id="gone", name="Ana García")
    part = "SELECT digest FROM part WHERE act=? AND name='name'"
    digest = house.store.rows(part, (receipt.index,))[0][0]
    house.do("programme.erase", digests=[digest], why="They asked for it.")
    assert alike(house, "parties.register-person", name="Ana García") == []


def test_a_name_of_nothing_but_signs_is_like_no_other(house: House) -> None:
    house.do("parties.admit-party", id="signs", name="…", **ADMIT)
    assert alike(house, "parties.admit-party", name="…", **ADMIT) == []


def test_other_scripts_are_compared_too(house: House) -> None:
    for id_, name in (("q1", "مؤسسة النور"), ("q2", "网络安全中心")):
        house.do("parties.admit-party", id=id_, name=name, **ADMIT)
        assert alike(house, "parties.admit-party", name=f" {name} ", **ADMIT) == [f"party/{id_}"]


def test_how_many_questions_are_asked_does_not_grow(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    execute = house.store._execute

    def counted(sql: str, values: Any) -> Any:
        asked.append(sql)
        return execute(sql, values)

    def questions() -> int:
        asked.clear()
        assert alike(house, "parties.admit-party", name="North", **ADMIT) == ["party/north"]
        return len(asked)

    monkeypatch.setattr(house.store, "_execute", counted)
    few = questions()
    for number in range(60):
        house.do("parties.admit-party", id=f"x{number}", name=f"Other {number}", **ADMIT)
    assert questions() == few


def test_every_kind_that_gives_a_name_gives_it_to_what_people_call_something() -> None:
    named = {
        kind
        for kind, cls in load().items()
        if cls.MADE is not None and cls.MADE.CALLED and cls.MADE.CALLED in cls.__annotations__
    }
    asking = {kind for kind, cls in load().items() if issubclass(cls, Naming)}
    # A revision goes on under its text's title. The others rename, and make what has no name of its own.
    assert named - asking == {"reframe.issue-revision/1"}
    assert asking - named == {"parties.succeed-party/1", "programme.correct-fact/1"}
