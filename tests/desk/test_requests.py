"""A request is read by whom its mark allows, and escalated to everybody of a party that did not hear."""

from datetime import timedelta
from typing import Any

import pytest

from comity.core.request import Request
from comity.desk import clerk
from comity.desk.look import Look
from comity.desk.outcome import Stands
from comity.desk.replay import check
from comity.desk.viewer import PUBLIC
from tests.desk.house import CHAIR, HOST, PEOPLE, House
from tests.desk.office import Office

NORTH, SOUTH, ISLANDS = PEOPLE["north"], PEOPLE["south"], PEOPLE["islands"]
SPEAKER = "q8w4er"
"""Who speaks for the south, and keeps none of its contacts."""


@pytest.fixture
def directory(house: House) -> House:
    house.do("parties.register-person", id=SPEAKER, name="A speaker")
    house.do(
        "parties.give-mandate",
        person=SPEAKER,
        for_party="south",
        powers=["speak"],
        start="2026-03-01",
    )
    house.do(
        "operate.nominate-contact",
        by=SOUTH,
        party="south",
        id="south-desk",
        level="technical",
        office="The desk",
        telephone="+999 1",
    )
    return house


def asked(house: House, mark: str, **more: Any) -> dict[str, Any]:
    def at(hours: int) -> str:
        return (house.now + timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%S+00:00[Etc/UTC]")

    return {
        "id": f"ask-{mark}",
        "of_party": "south",
        "contact": "south-desk",
        "title": "A fault",
        "template": "access",
        "urgency": "urgent",
        "mark": mark,
        "happened": "No light.",
        "asks": "May the ship come?",
        "acknowledge_by": at(1),
        "answer_by": at(4),
        **more,
    }


def see(house: House, ident: str) -> set[str]:
    """Return who of five can find a request."""
    viewers = {
        "north": house.desk.viewer(NORTH),
        "south": house.desk.viewer(SOUTH),
        "islands": house.desk.viewer(ISLANDS),
        "host": house.desk.viewer(HOST),
        "public": PUBLIC,
    }
    return {
        name
        for name, viewer in viewers.items()
        if house.desk.read(viewer, lambda look: look.find(Request, ident)) is not None
    }


@pytest.mark.parametrize(
    ("mark", "readers"),
    [
        ("clear", {"north", "south", "islands", "host", "public"}),
        ("green", {"north", "south", "islands", "host"}),
        ("amber", {"north", "south"}),
        ("amber-strict", {"north", "south"}),
        ("red", {"north", "south"}),
    ],
)
def test_the_mark_says_who_reads_it_and_all_that_is_said_about_it(
    directory: House, mark: str, readers: set[str]
) -> None:
    directory.do("operate.request-assistance", by=NORTH, party="north", **asked(directory, mark))
    assert see(directory, f"ask-{mark}") == readers
    about = {"by": SOUTH, "party": "south", "request": f"ask-{mark}"}
    directory.do("operate.acknowledge-request", **about)
    receipt = directory.do("operate.answer-request", help="help-given", words="It may.", **about)
    told = {
        name
        for name, viewer in {
            "islands": directory.desk.viewer(ISLANDS),
            "north": directory.desk.viewer(NORTH),
            "host": directory.desk.viewer(HOST),
        }.items()
        if (deed := directory.desk.read(viewer, Look.deed, receipt.index))
        and deed["words"].is_value
    }
    assert told == readers - {"south", "public"}
    assert check(directory.desk).differing == ()


def test_nobody_names_a_third_party_where_the_mark_keeps_it_out(directory: House) -> None:
    fields = asked(directory, "red", audience={"happened": "named", "named": ["islands"]})
    refused = directory.refused("operate.request-assistance", by=NORTH, party="north", **fields)
    assert refused == ("wider-than-its-mark",)


def test_words_are_not_kept_from_the_party_that_is_asked(directory: House) -> None:
    fields = asked(directory, "green", audience={"asks": "own"})
    refused = directory.refused("operate.request-assistance", by=NORTH, party="north", **fields)
    assert refused == ("hidden-from-those-bound",)


def owed(house: House, person: str) -> list[str]:
    return [each.what for each in house.desk.read(house.desk.viewer(person), Look.owed)]


def test_what_nobody_heard_in_time_is_asked_of_everybody_who_speaks_for_the_party(
    directory: House,
) -> None:
    directory.do("operate.request-assistance", by=NORTH, party="north", **asked(directory, "red"))
    assert (owed(directory, SOUTH), owed(directory, SPEAKER)) == (
        ["acknowledge", "positions"],
        ["positions"],
    )
    directory.wait(minutes=58)
    assert clerk.work(directory.desk).closed == []
    directory.wait(minutes=2)
    assert [type(each) for each in clerk.work(directory.desk).closed] == [Stands]
    assert clerk.work(directory.desk).closed == []
    assert owed(directory, SPEAKER) == ["escalated", "positions"]
    directory.do("operate.acknowledge-request", by=SPEAKER, party="south", request="ask-red")
    assert (owed(directory, SOUTH), owed(directory, SPEAKER)) == (
        ["answer-request", "positions"],
        ["positions"],
    )
    assert check(directory.desk).differing == ()


def test_the_host_is_not_told_of_an_escalation_between_two_others(directory: House) -> None:
    directory.do("operate.request-assistance", by=NORTH, party="north", **asked(directory, "amber"))
    before = directory.desk.read(directory.desk.viewer(CHAIR), Look.minutes, limit=3)
    directory.wait(hours=2)
    clerk.work(directory.desk)
    assert directory.desk.read(directory.desk.viewer(CHAIR), Look.minutes, limit=3) == before


def test_the_party_that_is_asked_is_written_to_and_then_the_one_that_asked(
    directory: House,
) -> None:
    office = Office()
    directory.do("operate.request-assistance", by=NORTH, party="north", **asked(directory, "amber"))
    directory.wait(seconds=61)
    clerk.work(directory.desk, post=office)
    assert office.brought_to() == [SOUTH]
    directory.do("operate.acknowledge-request", by=SOUTH, party="south", request="ask-amber")
    directory.wait(seconds=61)
    clerk.work(directory.desk, post=office)
    assert office.brought_to() == [SOUTH, NORTH]


def test_where_nobody_heard_in_time_both_are_written_to(directory: House) -> None:
    office = Office()
    directory.do("operate.request-assistance", by=NORTH, party="north", **asked(directory, "amber"))
    directory.wait(seconds=61)
    clerk.work(directory.desk, post=office)
    office.brought.clear()
    directory.wait(hours=1)
    clerk.work(directory.desk)
    directory.wait(seconds=61)
    clerk.work(directory.desk, post=office)
    assert sorted(office.brought_to()) == sorted([NORTH, SOUTH])
