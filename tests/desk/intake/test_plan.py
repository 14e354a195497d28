import pytest

from comity.core.errors import Malformed
from comity.core.party import Party
from comity.desk.intake import KINDS, Plan, columns_of, enter, plan, try_out, undo
from comity.desk.intake.entering import Entered, For
from comity.desk.outcome import Refused, Stands
from comity.desk.readings.paging import whole
from comity.sheets import read_csv
from tests.desk.house import HOST, House

HERE = For(person=HOST, party="host")


def planned(house: House, words: str, *, what: str = "organizations", **given: str) -> Plan:
    sheet, wanted = read_csv(words.encode()), KINDS[what]
    given = {"standing": "named", "form": "company", **given} if what == "organizations" else given
    matched = columns_of(sheet, wanted, asked={})
    return house.desk.read(
        house.desk.viewer(HOST), plan, wanted, sheet, matched=matched, given=given
    )


def entered(
    house: House, found: Plan, *, what: str = "organizations", actor: For = HERE
) -> Entered:
    return enter(house.desk, KINDS[what], found.enter, actor=actor, done=lambda *_: None)


def named(house: House) -> dict[str, str]:
    seen = house.desk.read(house.desk.viewer(None), whole, Party)
    return {
        each.id: f"{each.name}, {each.country}" for each in seen if str(each.standing) == "named"
    }


def reasons(found: Plan) -> list[tuple[int, str]]:
    return [(each.row.number, each.why) for each in found.left]


def test_each_row_is_entered_once_however_often_the_list_is_taken_in(house: House) -> None:
    words = "name,country\nCable Works,ARV\nCable Makers,ARV\n"
    assert len(entered(house, planned(house, words)).acts) == 2
    assert named(house) == {"cable-works": "Cable Works, ARV", "cable-makers": "Cable Makers, ARV"}
    again = planned(house, words)
    assert (again.enter, again.left) == ((), ())
    assert [thing for _, thing in again.same] == ["party/cable-works", "party/cable-makers"]


def test_what_may_be_one_is_set_aside_with_what_it_stands_beside(house: House) -> None:
    found = planned(house, "name,country\nCable Works,ARV\nCable Works Ltd,MER\nCable Works,ARV\n")
    assert [each.row.number for each in found.enter] == [2]
    assert [(row.number, thing) for row, thing in found.same] == [(4, "row 2")]
    assert reasons(found) == [(3, "maybe-same")]
    beside = found.left[0].beside
    assert beside is not None
    assert beside.differs == (("name", "Cable Works Ltd", "Cable Works"), ("country", "MER", "ARV"))


def test_a_person_decides_that_two_are_two(house: House) -> None:
    words = "name,country,decision\nCable Works,ARV,\nCable Works,MER,enter\n"
    entered(house, planned(house, words))
    assert sorted(named(house).values()) == ["Cable Works, ARV", "Cable Works, MER"]
    assert planned(house, words).enter == ()


def test_a_list_changes_nothing_that_stands(house: House) -> None:
    found = planned(house, "name,form,standing\nNorth,company,party\n")
    assert reasons(found) == [(2, "differs")]
    beside = found.left[0].beside
    assert beside is not None
    assert (beside.thing, beside.differs) == ("party/north", (("form", "company", "state"),))


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("name,form\n,state\n", "name"),
        ("name,form\nA,guild\n", "form"),
        ("name,about\nA,B,C\n", "row"),
        ("name\nA\u202eB\n", "name"),
        (f"name\n{'long ' * 200}\n", "name"),
        ("name,decision\nA,perhaps\n", "decision"),
    ],
)
def test_a_row_that_cannot_be_read_says_in_which_field(
    house: House, words: str, field: str
) -> None:
    found = planned(house, words)
    assert reasons(found) == [(2, "unread")]
    assert found.left[0].error is not None
    assert found.left[0].error.what == field


def test_a_list_without_names_is_no_list_of_organizations(house: House) -> None:
    with pytest.raises(Malformed):
        planned(house, "land\nARV\n")


def test_a_rule_is_against_one_row_and_not_against_the_others(house: House) -> None:
    found = planned(house, "name,zone\nA,Nowhere/At All\nB,UTC\n")
    outcomes = [type(outcome) for _, outcome in entered(house, found).outcomes]
    assert outcomes == [Refused, Stands]


def test_a_dry_run_judges_every_row_and_lets_none_stand(house: House) -> None:
    size = house.desk.read(house.desk.viewer(None), lambda look: look.size)
    found = planned(house, "name,zone\nA,Nowhere/At All\nB,UTC\n")
    tried = try_out(house.desk, KINDS["organizations"], found.enter, actor=HERE)
    assert [type(outcome) for _, outcome in tried] == [Refused, Stands]
    assert house.desk.read(house.desk.viewer(None), lambda look: look.size) == size
    assert named(house) == {}
    assert len(entered(house, found).acts) == 1


def test_an_import_is_undone_whole_and_can_be_taken_in_again(house: House) -> None:
    words = "name\nA\nB\n"
    first = entered(house, planned(house, words))
    struck = undo(house.desk, first.batch, actor=HERE, why="The wrong list.")
    assert [(act, type(outcome)) for act, outcome in struck] == [
        (act, Stands) for act in reversed(first.acts)
    ]
    assert named(house) == {}
    assert undo(house.desk, first.batch, actor=HERE, why="The wrong list.") == []
    assert len(entered(house, planned(house, words)).acts) == 2
    assert named(house) == {"a": "A, ", "b": "B, "}


def test_nobody_undoes_by_a_name_that_is_not_an_import(house: House) -> None:
    entered(house, planned(house, "name\nA\n"))
    assert undo(house.desk, "%", actor=HERE, why="No.") == []


def test_what_others_rest_on_stands_when_an_import_is_undone(house: House) -> None:
    first = entered(house, planned(house, "name\nA\n", standing="party"))
    house.do("parties.seat-member", body="room", role="member", for_party="a", start="2026-03-01")
    ((_, outcome),) = undo(house.desk, first.batch, actor=HERE, why="The wrong list.")
    assert isinstance(outcome, Refused)
    assert outcome.codes == ("others-rest-on-it",)


def test_a_person_has_an_id_that_says_nothing_of_them_and_is_met_again(house: House) -> None:
    words = "name,office\nAda Example,Registrar\nAda Example,Clerk\n"
    found = planned(house, words, what="people")
    assert [each.fields for each in found.enter] == [{"name": "Ada Example", "office": "Registrar"}]
    assert reasons(found) == [(3, "maybe-same")]
    entered(house, found, what="people")
    again = planned(house, words, what="people")
    assert (again.enter, [row.number for row, _ in again.same]) == ((), [2])


def test_what_is_entered_from_a_source_is_only_recorded(house: House) -> None:
    entered(
        house, planned(house, "name\nA\n"), actor=For(person=HOST, party="host", source="A list")
    )
    seen = house.desk.read(house.desk.viewer(None), lambda look: look.find(Party, "a"))
    assert seen is not None
    assert (seen.is_recorded, str(seen.source)) == (True, "A list")
