"""Any list as of any past day, as far as the record knows it now."""

from datetime import UTC, datetime

import pytest

from comity.core.support import Commitment
from comity.desk.readings.as_of import AsOf, as_of
from comity.desk.readings.body import body
from comity.desk.readings.listed import listed
from comity.desk.readings.mobilize import mobilize
from comity.desk.readings.norms import norms
from comity.desk.readings.parties import PartiesPage, parties
from comity.desk.readings.support import support
from comity.desk.viewer import PUBLIC
from tests.desk.house import CHAIR, PEOPLE, House


def listed_on(house: House, on: str) -> list[str]:
    page = house.desk.read(house.desk.viewer(None), parties, on=on)
    return [str(each["name"]) for group in page.taking_part for each in group.parties]


def page_of(house: House, on: str) -> PartiesPage:
    return house.desk.read(house.desk.viewer(None), parties, on=on)


def rename(house: House, on: str, name: str) -> None:
    house.do("parties.succeed-party", of_party="north", how="renamed", on=on, name=name)


@pytest.mark.parametrize(
    ("asked", "end"),
    [
        ("2018-05-20", datetime(2018, 5, 20, 23, 59, 59, 999999, tzinfo=UTC)),
        (" 2018-05 ", datetime(2018, 5, 31, 23, 59, 59, 999999, tzinfo=UTC)),
        ("2018", datetime(2018, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)),
    ],
)
def test_a_day_a_month_and_a_year_are_meant_to_their_end(asked: str, end: datetime) -> None:
    assert as_of(asked).end == end


@pytest.mark.parametrize("asked", ["20.5.2018", "2018-02-30", "x" * 90, "2018-05-20T12:00:00Z"])
def test_what_is_no_day_is_told_back_and_the_list_stands_as_it_is(asked: str) -> None:
    assert as_of(asked) == AsOf(not_a_day=asked[:40])


def test_nothing_asked_is_now() -> None:
    assert as_of("") == AsOf()


def test_a_party_is_listed_from_the_day_on_which_it_was_admitted(house: House) -> None:
    house.wait(days=5)
    house.do("parties.admit-party", id="late", name="Late", form="state", standing="party")
    assert "Late" not in listed_on(house, "2026-03-06")
    assert "Late" in listed_on(house, "2026-03-07")
    assert listed_on(house, "2026-03-01") == []


def test_a_party_has_the_name_it_had_on_that_day(house: House) -> None:
    house.wait(days=30)
    rename(house, "2026-03-10", "Northland")
    rename(house, "2026-03-20", "Northern Union")
    found = [
        [each for each in listed_on(house, day) if each.startswith("North")]
        for day in ("2026-03-09", "2026-03-10", "2026-03-19", "2026-03-20", "")
    ]
    assert found == [[each] for each in ("North", *["Northland"] * 2, *["Northern Union"] * 2)]


def test_beside_a_name_stands_what_held_on_that_day(house: House) -> None:
    house.wait(days=8)
    house.do("parties.suspend-party", id="rest", of_party="north", why="It paid nothing.")
    house.wait(days=5)
    house.do("parties.lift-suspension", absence="rest")
    days = ("2026-03-09", "2026-03-10", "2026-03-14", "2026-03-15", "")
    found = [sorted(page_of(house, day).beside.absences) for day in days]
    assert found == [[], ["north"], ["north"], [], []]


def test_a_body_has_the_seats_that_were_held_on_that_day(house: House) -> None:
    house.wait(days=10)
    [seat] = house.store.rows(
        "SELECT i.thing FROM entity_index i JOIN entity_index j ON j.thing=i.thing"
        " WHERE i.name='seat.party' AND i.value='north' AND j.name='seat.body' AND j.value='room'"
    )
    house.do("parties.end-seat", seat=seat[0].partition("/")[2])
    house.do("parties.seat-member", body="room", role="member", for_party="north", start="2026-04")

    def seated(on: str) -> list[str]:
        page = house.desk.read(house.desk.viewer(CHAIR), body, id="room", on=on)
        assert page is not None
        return [str(each["party"]) for each in page.seats if str(each["party"]) == "north"]

    found = [seated(day) for day in ("2026-02-28", "2026-03-11", "2026-03-12", "2026-04-01", "")]
    assert found == [[], ["north"], [], ["north"], ["north", "north"]]


def test_support_and_norms_are_counted_from_their_own_dates(house: House) -> None:
    house.do("parties.note-support", of="north", as_what="supporter", since="2019")
    told = {"source": "a list", "effective": "2021-05-02"}
    own = {"instrument": "list", "instrument_title": "A list", "number": "1", "title": "Core"}
    house.do("reframe.put-forward-norm", **own, **told)
    public = house.desk.viewer(None)
    supporters = [
        len(house.desk.read(public, support, on=day).supporters) for day in ("2018", "2019-01-01")
    ]
    instruments = [
        len(house.desk.read(public, norms, on=day).instruments) for day in ("2021-05-01", "2021-05")
    ]
    assert (supporters, instruments) == ([0, 1], [0, 1])


def test_what_was_entered_in_error_is_in_no_list_of_any_day(house: House) -> None:
    receipt = house.do(
        "parties.admit-party", id="wrong", name="Wrong", form="state", standing="party"
    )
    house.wait(days=3)
    assert "Wrong" in listed_on(house, "2026-03-02")
    house.do("programme.strike", act=receipt.index, why="Never applied.")
    assert "Wrong" not in listed_on(house, "2026-03-02")


def test_endorsements_and_commitments_are_as_they_were_on_that_day(house: House) -> None:
    house.do("reframe.put-recommendation", id="rec", who="Ports", should="Answer.")
    mine = {"by": PEOPLE["north"], "party": "north"}
    house.wait(days=5)
    house.do("mobilize.endorse", id="backs", of="recommendation/rec", extent="whole", **mine)
    house.wait(days=5)
    promise = {"id": "crews", "on": "recommendation/rec", "does": "Hire crews."}
    house.do("mobilize.make-commitment", **promise, **mine)
    house.wait(days=5)
    house.do("mobilize.pass-on-endorsement", endorsement="backs", to_party="south", how="merged")
    house.wait(days=5)
    house.do("mobilize.withdraw-endorsement", endorsement="backs", why="It left.")

    def told(on: str) -> tuple[list[str], list[str], list[tuple[str, bool]]]:
        page = house.desk.read(PUBLIC, mobilize, on=on)
        stands = [
            (str(each["holder"]), bool(each.value("withdrawn"))) for each in page.backings.values()
        ]
        return (
            [each.id for each in page.real.endorsements],
            [each.id for each in page.real.commitments],
            stands,
        )

    assert [told(day) for day in ("2026-03-06", "2026-03-07", "2026-03-12", "2026-03-17", "")] == [
        ([], [], []),
        (["backs"], [], [("north", False)]),
        (["backs"], ["crews"], [("north", False)]),
        (["backs"], ["crews"], [("south", False)]),
        (["backs"], ["crews"], [("south", True)]),
    ]


def test_a_list_that_is_taken_away_is_of_that_day_too(house: House) -> None:
    house.do("reframe.put-recommendation", id="rec", who="Ports", should="Answer.")
    house.wait(days=5)
    promise = {"id": "crews", "on": "recommendation/rec", "does": "Hire crews."}
    house.do("mobilize.make-commitment", by=PEOPLE["north"], party="north", **promise)
    reading = listed(Commitment)
    found = [
        [each.id for each in house.desk.read(PUBLIC, reading, on=day).rows]
        for day in ("2026-03-06", "2026-03-07", "no day")
    ]
    assert found == [[], ["crews"], ["crews"]]
