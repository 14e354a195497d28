"""Who may call where, and what of it others see."""

from comity.core.outreach import Target
from comity.desk.look import Look
from comity.desk.readings.target import target
from comity.desk.viewer import PUBLIC
from tests.desk.house import PEOPLE, House

NORTH, SOUTH = PEOPLE["north"], PEOPLE["south"]


def named(house: House) -> None:
    house.do("reframe.put-recommendation", id="rec", who="Ports", should="Answer.")
    door = {"id": "ports", "name": "Ministry of Ports", "carries": "recommendation/rec"}
    house.do("mobilize.name-target", by=NORTH, party="north", **door)


def test_two_do_not_call_on_the_same_minister_and_the_door_is_free_after_its_day(
    house: House,
) -> None:
    named(house)
    claim = {"target": "ports", "claimed_until": "2026-03-06"}
    house.do("mobilize.claim-target", by=NORTH, party="north", **claim)
    assert house.refused("mobilize.claim-target", by=SOUTH, party="south", **claim) == (
        "target-claimed",
    )
    page = house.desk.read(house.desk.viewer(SOUTH), target, id="ports")
    assert page is not None
    assert (page.holder, page.is_own) == ("north", False)
    assert [each.kind for each in page.offers] == [
        "mobilize.log-advocacy/1",
        "mobilize.flag-risk/1",
    ]
    house.wait(days=5)
    house.do(
        "mobilize.claim-target",
        by=SOUTH,
        party="south",
        target="ports",
        claimed_until="2026-03-20",
    )


def test_who_said_that_they_will_call_is_asked_for_the_visit_until_the_day_is_over(
    house: House,
) -> None:
    named(house)
    claim = {"target": "ports", "claimed_until": "2026-03-06"}
    house.do("mobilize.claim-target", by=NORTH, party="north", **claim)

    def owed() -> list[str]:
        return [each.what for each in house.desk.read(house.desk.viewer(NORTH), Look.owed)]

    assert owed() == ["visit", "positions"]
    house.do("mobilize.release-target", by=NORTH, party="north", target="ports")
    assert owed() == ["positions"]
    house.do("mobilize.claim-target", by=NORTH, party="north", **claim)
    house.wait(days=5)
    assert owed() == ["positions"]


def test_a_visit_is_seen_at_the_door_it_was_made_at(house: House) -> None:
    named(house)
    house.do(
        "mobilize.log-advocacy",
        by=SOUTH,
        party="south",
        id="visit",
        carries="recommendation/rec",
        target="ministry of ports",
        outcome="opened",
    )
    page = house.desk.read(house.desk.viewer(NORTH), target, id="ports")
    assert page is not None
    assert [each.id for each in page.visits] == ["visit"]


def test_a_visit_that_names_its_door_is_found_there_under_any_spelling(house: House) -> None:
    named(house)
    house.do(
        "mobilize.name-target",
        by=NORTH,
        party="north",
        id="sea",
        name="Ministry of the Sea",
        carries="recommendation/rec",
    )
    visit = {"carries": "recommendation/rec", "outcome": "opened"}
    for key, called, door in (
        ("spelt", "Harbour ministry", "ports"),
        ("elsewhere", "Ministry of Ports", "sea"),
        ("bare", "ministry of ports", ""),
    ):
        at = {"door": door} if door else {}
        house.do(
            "mobilize.log-advocacy", by=SOUTH, party="south", id=key, target=called, **visit, **at
        )
    pages = [house.desk.read(house.desk.viewer(NORTH), target, id=key) for key in ("ports", "sea")]
    assert [[each.id for each in page.visits] for page in pages if page] == [
        ["bare", "spelt"],
        ["elsewhere"],
    ]


def test_the_public_sees_no_door(house: House) -> None:
    named(house)
    assert house.desk.read(PUBLIC, lambda look: look.find(Target, "ports")) is None
