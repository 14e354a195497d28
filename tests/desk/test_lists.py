"""A list that is longer than a page goes on, and what it does not show is never left out in silence."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from comity.core.programme import WorkArea
from comity.desk.readings import paging
from comity.desk.readings.act_page import act_page
from comity.desk.readings.bodies import bodies
from comity.desk.readings.body import body
from comity.desk.readings.commitment import commitment
from comity.desk.readings.endorsement import endorsement
from comity.desk.readings.meeting import meeting
from comity.desk.readings.parties import parties
from comity.desk.readings.party import party
from comity.desk.readings.record import record
from comity.desk.readings.reframe import reframe
from comity.desk.readings.work import area, objective, work
from tests.desk.house import CHAIR, HOST, PEOPLE, House

MANY = 12
A_PAGE = 10
"""Pages are made short, so that a dozen things are many."""


@pytest.fixture(autouse=True)
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "A_PAGE", A_PAGE)
    monkeypatch.setattr(paging, "AT_ONCE", 5)


def ids(name: str) -> list[str]:
    return [f"{name}-{number:02}" for number in range(MANY)]


def filled(house: House) -> None:
    house.do("programme.set-objective", id="aim", title="Aim", words="To aim.", place=2)
    for name in ids("area"):
        house.do("programme.open-work-area", id=name, title=name, objectives=["aim"])
    for name in ids("group"):
        told = {"name": name, "form": "breakthrough-group", "work_area": "area-00"}
        house.do("parties.found-body", id=name, **told)
    for name in ids("person"):
        house.do("parties.register-person", id=name, name=name)
        mandate: dict[str, Any] = {"person": name, "for_party": "north", "powers": ["speak"]}
        house.do("parties.give-mandate", id=f"of-{name}", **mandate, start="2026-03-01")
        seat = {"body": "room", "role": "member", "person": name, "for_party": "north"}
        house.do("parties.seat-member", id=f"seat-{name}", **seat, start="2026-03-01")
    for name in ids("text"):
        table: dict[str, Any] = {"title": name, "body": "room", "numbers": ["1"], "words": ["W."]}
        house.do("reframe.table-text", by=CHAIR, id=name, ids=[f"{name}-p1"], **table)
    told = {"name": "Round", "form": "session", "start": "2026-03-01", "body": "room"}
    house.do("convene.convene-meeting", id="round", **told, work_area="area-00")
    for name in ids("outcome"):
        told = {"id": name, "meeting": "round", "words": name}
        house.do("convene.record-outcome", **told)


def read(house: House, question: Callable[..., Any], person: str = HOST, **told: Any) -> Any:
    return house.desk.read(house.desk.viewer(person), question, **told)


def all_of(house: House, question: Callable[..., Any], name: str, **told: Any) -> list[str]:
    """Go on with one list until it ends, and return every id it showed."""
    shown: list[str] = []
    after = ""
    while True:
        page = read(house, question, after=after, **told)
        shown += sorted(each.id for each in getattr(page, name))
        after = page.more.get(name, "") if isinstance(page.more, Mapping) else page.more
        if not after:
            return shown


LISTS: Sequence[tuple[str, Callable[..., Any], str, Mapping[str, str], list[str]]] = [
    ("seats of a body", body, "seats", {"id": "room"}, [f"seat-{each}" for each in ids("person")]),
    ("texts of a body", body, "texts", {"id": "room"}, ids("text")),
    ("mandates of a party", party, "mandates", {"id": "north"}, [f"of-{e}" for e in ids("person")]),
    ("outcomes of a meeting", meeting, "outcomes", {"id": "round"}, ids("outcome")),
    ("areas", work, "areas", {}, ids("area")),
    ("groups of an area", area, "bodies", {"id": "area-00"}, ids("group")),
    ("groups", bodies, "groups", {}, ids("group")),
]


@pytest.mark.parametrize(("_says", "question", "name", "told", "wanted"), LISTS)
def test_a_long_list_goes_on_until_everything_was_shown_once(
    house: House,
    _says: str,
    question: Callable[..., Any],
    name: str,
    told: Mapping[str, str],
    wanted: list[str],
) -> None:
    filled(house)
    shown = all_of(house, question, name, **told)
    assert len(shown) == len(set(shown))
    assert set(wanted) <= set(shown)
    assert len(shown) > A_PAGE


def test_what_followed_from_an_endorsement_goes_on_until_everything_was_shown_once(
    house: House,
) -> None:
    north = {"by": PEOPLE["north"], "party": "north"}
    call: dict[str, Any] = {"title": "A call", "summary": "Leave it.", "issued": "2017-11"}
    house.do("reframe.issue-call", id="call", **call)
    house.do("mobilize.endorse", **north, id="backs", of="call/call", extent="whole")
    promise: dict[str, Any] = {"on": "endorsement/backs", "does": "Keep a desk."}
    for name in ids("promise"):
        house.do("mobilize.make-commitment", **north, id=name, **promise)
    shown = all_of(house, endorsement, "commitments", id="backs")
    assert shown == ids("promise")
    told: dict[str, Any] = {"commitment": "promise-00", "grade": "done", "words": "Done."}
    for name in ids("cycle"):
        house.do("mobilize.report-progress", **north, id=name, cycle=f"2026, {name}", **told)
    assert sorted(all_of(house, commitment, "progress", id="promise-00")) == ids("cycle")


def test_every_text_is_on_some_page_of_reframe(house: House) -> None:
    filled(house)
    shown, after = [], ""
    while True:
        page = read(house, reframe, person=CHAIR, after=after)
        shown += [each.id for each in (*page.negotiated, *page.settled)]
        after = page.more.get("texts", "")
        if not after:
            break
    assert sorted(shown) == ["text", *ids("text")]


def test_an_objective_names_every_area_that_serves_it(house: House) -> None:
    filled(house)
    page = read(house, objective, id="aim")
    assert [each.id for each in page.areas] == ids("area")


def test_what_is_read_whole_is_read_whole(house: House) -> None:
    for name in ids("area"):
        house.do("programme.open-work-area", id=name, title=name)
    found = read(house, lambda look: paging.whole(look, WorkArea))
    assert [each.id for each in found] == ids("area")


def test_a_field_that_could_name_too_much_lists_nothing_rather_than_some(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[str, Any] = {"verb": "parties.give-mandate", "given": {}}
    monkeypatch.setattr("comity.desk.readings.act_page.MOST", 5)
    few = read(house, act_page, **asked)
    assert len(few.choices["for_party"]) == 5
    house.do("parties.admit-party", id="one-more", name="One More", form="state", standing="party")
    many = read(house, act_page, **asked)
    assert "for_party" not in many.choices


def test_the_record_is_read_for_one_party_or_one_thing(house: House) -> None:
    told = {"on": "paragraph/p1", "stance": "support"}
    house.do("reframe.take-position", by=PEOPLE["north"], party="north", **told)
    of_party = read(house, record, person=PEOPLE["north"], of="party/north")
    of_thing = read(house, record, person=PEOPLE["north"], of="paragraph/p1")
    assert [each.deed.verb for each in of_party.rows] == ["reframe.take-position"]
    assert [each.deed.verb for each in of_thing.rows] == [
        "reframe.take-position",
        "reframe.table-text",
    ]
    assert read(house, record, of="paragraph/none") is None
    assert read(house, record, person="", of="paragraph/p1") is None


def test_a_page_costs_as_many_questions_with_many_rows_as_with_few(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    execute = house.store._execute

    def counted(sql: str, values: Any) -> Any:
        asked.append(sql)
        return execute(sql, values)

    pages: list[tuple[Callable[..., Any], dict[str, str]]] = [
        (body, {"id": "room"}),
        (party, {"id": "north"}),
        (reframe, {}),
        (bodies, {}),
        (parties, {}),
        (parties, {"on": "2026-03-02"}),
        (body, {"id": "room", "on": "2026-03-02"}),
    ]

    def costs() -> list[int]:
        monkeypatch.setattr(house.store, "_execute", counted)
        found = []
        for question, told in pages:
            asked.clear()
            read(house, question, **told)
            found.append(len(asked))
        monkeypatch.setattr(house.store, "_execute", execute)
        return found

    house.do("parties.register-person", id="newcomer", name="A Newcomer")
    first: dict[str, Any] = {
        "person": "newcomer",
        "for_party": "north",
        "powers": ["speak"],
        "start": "2026-03-01",
    }
    house.do("parties.give-mandate", id="another", **first)
    house.do("parties.found-body", id="a-group", name="A Group", form="breakthrough-group")
    told = {"name": "A Session", "form": "session", "start": "2026-03-01", "body": "room"}
    house.do("convene.convene-meeting", id="a-session", **told)
    before = costs()
    filled(house)
    assert costs() == before
