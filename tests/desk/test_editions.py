"""The latest edition first, the earlier ones still there; and what followed from one goes on pointing to it."""

from comity.desk.readings.editions import edition
from comity.desk.readings.report import ReportPage, report
from tests.desk.house import CHAIR, PEOPLE, House


def published(house: House) -> None:
    house.do("reframe.publish-report", id="report", title="On anchors", published="2026-03-01")
    issue(house, id="draft", form="draft-for-comment", published="2026-02-01")
    issue(house, id="first", form="first-edition", published="2026-03-01", of="draft")


def issue(house: House, **own: str) -> None:
    house.do("reframe.issue-edition", **{"report": "report", **own})


def page(house: House) -> ReportPage:
    found = house.desk.read(house.desk.viewer(None), report, id="report")
    assert found is not None
    return found


def listed(house: House) -> list[tuple[str, bool]]:
    return [(each.row.id, each.is_superseded) for each in page(house).editions]


def test_only_a_chair_or_the_secretariat_issues_one(house: House) -> None:
    published(house)
    told = {"report": "report", "form": "first-edition", "published": "2026-03-01"}
    refused = house.refused("reframe.issue-edition", by=PEOPLE["north"], party="north", **told)
    assert refused == ("not-the-chair",)


def test_the_latest_that_stands_comes_first_then_its_translations_then_what_was_superseded(
    house: House,
) -> None:
    published(house)
    assert listed(house) == [("first", False), ("draft", True)]
    told = {"form": "translated-edition", "of": "first", "language": "fr"}
    issue(house, id="french", published="2026-03-02", **told)
    assert listed(house) == [("first", False), ("french", False), ("draft", True)]
    house.wait(days=3)
    told = {"form": "revised-edition", "of": "first", "changes_made": "A figure."}
    issue(house, id="second", published="2026-03-03", **told)
    assert listed(house) == [("second", False), ("first", True), ("draft", True), ("french", True)]


def test_what_followed_from_an_edition_stays_with_it(house: House) -> None:
    published(house)
    put = {"who": "Ports", "should": "Show cables.", "report": "report"}
    house.do("reframe.put-recommendation", id="rec", follows=["edition/first"], **put)
    house.do("reframe.put-recommendation", id="older", **put)
    house.do(
        "mobilize.endorse",
        by=PEOPLE["north"],
        party="north",
        id="backs",
        of="edition/first",
        extent="whole",
    )
    told = {"form": "corrected-edition", "of": "first", "changes_made": "A figure."}
    issue(house, id="second", published="2026-03-01", **told)
    assert {child: each.id for child, each in page(house).came_from.items()} == {
        "recommendation/rec": "first"
    }
    viewer = house.desk.viewer(CHAIR)
    first = house.desk.read(viewer, edition, id="first")
    second = house.desk.read(viewer, edition, id="second")
    assert first is not None
    assert second is not None
    assert [each.id for each in first.recommendations] == ["rec"]
    assert [each.id for each in first.endorsements] == ["backs"]
    assert (list(second.recommendations), list(second.endorsements)) == ([], [])
    assert (first.edition.is_superseded, second.edition.is_superseded) == (True, False)
