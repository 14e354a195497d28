"""What a group is for: by whose word, until when, on whose desk when it runs out, and as it was on any day."""

from typing import Any

from comity.core.terms_of_reference import TermsOfReference
from comity.desk.look import Look
from comity.desk.readings.body import body
from comity.desk.readings.terms import terms
from tests.desk.house import CHAIR, HOST, PEOPLE, House

GIVING = "parties.give-terms-of-reference"


def group(house: House) -> None:
    house.do("parties.found-body", id="group", name="Group on anchors", form="working-group")
    house.do(
        "parties.seat-member",
        body="group",
        role="chair",
        person=PEOPLE["north"],
        for_party="north",
        start="2026-03-01",
    )


def give(house: House, **own: Any) -> None:
    given = {"body": "group", "given_by": "room", "purpose": "Look at anchors.", **own}
    house.do(GIVING, by=CHAIR, **given)


def owed(house: House, person: str) -> list[str]:
    viewer = house.desk.viewer(person)
    return [each.what for each in house.desk.read(viewer, Look.owed) if "terms" in each.what]


def test_neither_its_own_chair_nor_a_member_of_the_other_body_gives_a_group_its_terms(
    house: House,
) -> None:
    group(house)
    given = {"body": "group", "given_by": "room", "purpose": "As we like."}
    for who in ("north", "south"):
        refused = house.refused(GIVING, by=PEOPLE[who], party=who, **given)
        assert refused == ("not-the-chair",)


def test_they_stand_on_the_desks_of_the_groups_chair_and_the_secretariat_from_a_month_before_they_run_out(
    house: House,
) -> None:
    group(house)
    give(house, id="first", until="2026-05-01")
    assert [owed(house, each) for each in (PEOPLE["north"], HOST, PEOPLE["south"])] == [[], [], []]
    house.wait(days=40)
    everybody = (PEOPLE["north"], HOST, PEOPLE["south"])
    assert [owed(house, each) for each in everybody] == [["terms"], ["terms-of-a-group"], []]
    house.wait(days=60)
    assert [owed(house, each) for each in everybody] == [["terms"], ["terms-of-a-group"], []]
    give(house, id="second", supersedes="first")
    assert [owed(house, each) for each in everybody] == [[], [], []]


def test_a_groups_page_shows_the_terms_of_the_day_and_says_when_they_have_run_out(
    house: House,
) -> None:
    group(house)
    give(house, id="first", until="2026-03-20")
    house.wait(days=10)
    give(house, id="second", supersedes="first", purpose="Look at anchors and nets.")

    def on(day: str) -> tuple[str, bool, int] | None:
        page = house.desk.read(house.desk.viewer(None), body, id="group", on=day)
        assert page is not None
        terms = page.terms
        return None if terms is None else (terms.row.id, terms.is_over, terms.earlier)

    today = house.now.date().isoformat()
    assert [on("2026-02-01"), on("2026-03-05"), on(today), on("")] == [
        None,
        ("first", False, 0),
        ("second", False, 1),
        ("second", False, 1),
    ]
    house.wait(days=30)
    page = house.desk.read(house.desk.viewer(None), terms, id="first")
    assert page is not None
    assert (page.terms.is_over, page.terms.row["superseded_by"].value) == (True, "second")
    assert [each.id for each in page.versions] == ["second", "first"]


def test_the_next_version_begins_with_who_may_change_the_one_that_stands(house: House) -> None:
    group(house)
    give(house, id="first", changed_by="group", reports_to="room")
    page = house.desk.read(house.desk.viewer(PEOPLE["north"]), terms, id="first")
    assert page is not None
    [offer] = page.offers
    assert dict(offer.prefill) == {
        "body": "group",
        "supersedes": "first",
        "given_by": "group",
        "reports_to": "room",
        "changed_by": "group",
    }


def test_what_is_only_recorded_asks_nothing_of_anybody(house: House) -> None:
    group(house)
    house.do(
        GIVING,
        id="told",
        body="group",
        purpose="Recommend.",
        until="2026-03-02",
        effective="2026",
        source="A leaflet",
    )
    house.wait(days=20)
    assert [owed(house, each) for each in (PEOPLE["north"], HOST)] == [[], []]
    found = house.desk.read(house.desk.viewer(None), Look.find, TermsOfReference, "told")
    assert found is not None
    assert found.is_recorded
