"""What waits for somebody tells them of nothing that they may not see."""

from datetime import timedelta
from typing import Any

from comity.desk.readings.desk_page import DeskPage
from comity.desk.readings.desk_page import desk as desk_page
from comity.desk.readings.meeting import meeting
from comity.desk.seen import Owing
from tests.desk.house import CHAIR, PEOPLE, House

NORTH, SOUTH = PEOPLE["north"], PEOPLE["south"]


def owed(house: House, person: str, what: str) -> list[Owing]:
    found = house.desk.read(house.desk.viewer(person), lambda look: look.owed())
    return [each for each in found if each.what == what]


def committed(house: House) -> None:
    soon = (house.now + timedelta(days=3)).strftime("%Y-%m-%d")
    own: dict[str, Any] = {"on": "paragraph/p1", "does": "Staff a desk.", "by_when": soon}
    house.do("mobilize.make-commitment", by=NORTH, party="north", id="desk", **own)


def evidenced(house: House, audience: str) -> None:
    told: dict[str, Any] = {"of": "commitment/desk", "words": "Seen.", "confidence": "stated"}
    hidden = dict.fromkeys(("kind", "by", "on_behalf_of", "id", *told), audience)
    house.do("mobilize.give-evidence", by=SOUTH, party="south", id="seen", **told, audience=hidden)


def test_evidence_settles_a_commitment(house: House) -> None:
    committed(house)
    assert [each.thing for each in owed(house, NORTH, "evidence")] == ["commitment/desk"]
    evidenced(house, "public")
    assert owed(house, NORTH, "evidence") == []


def test_evidence_that_its_party_may_not_see_leaves_its_desk_as_it_was(house: House) -> None:
    committed(house)
    before = owed(house, NORTH, "evidence")
    evidenced(house, "own")
    assert owed(house, NORTH, "evidence") == before
    assert len(before) == 1


def test_paragraphs_on_which_a_party_has_taken_no_position_are_counted(house: House) -> None:
    (before,) = owed(house, NORTH, "positions")
    for party, on in (("south", "p1"), ("north", "p2")):
        told = {"on": f"paragraph/{on}", "stance": "support"}
        house.do("reframe.take-position", by=PEOPLE[party], party=party, **told)
    (after,) = owed(house, NORTH, "positions")
    assert (before.count, after.count) == (2, 1)


def test_a_party_that_stands_aside_is_asked_for_no_position(house: House) -> None:
    house.do("parties.step-aside", by=NORTH, party="north", id="one", about="paragraph/p1")
    (left,) = owed(house, NORTH, "positions")
    house.do("parties.step-aside", by=NORTH, party="north", id="all", about="text/text")
    assert (left.count, owed(house, NORTH, "positions")) == (1, [])
    assert [each.count for each in owed(house, SOUTH, "positions")] == [2]


def asked_to(house: House, by_when: str) -> None:
    """Let a meeting that was held ask something of the north."""
    meeting = {"name": "Dialogue", "form": "dialogue", "start": "2026-03-01", "body": "room"}
    house.do("convene.convene-meeting", id="held", attribution="on-the-record", **meeting)
    own = {"meeting": "held", "charged": "north", "does": "Name one.", "by_when": by_when}
    house.do("convene.assign-action", id="task", **own)


def desk(house: House, person: str) -> DeskPage:
    found = house.desk.read(house.desk.viewer(person), desk_page)
    assert found is not None
    return found


def test_what_is_asked_far_ahead_is_told_by_its_day_and_then_asked(house: House) -> None:
    asked_to(house, "2026-06")
    found = desk(house, NORTH)
    assert [each.owing.what for each in found.owed].count("action") == 0
    assert found.next_day is not None
    assert found.next_day.date().isoformat() == "2026-06-30"
    assert desk(house, SOUTH).next_day is None
    house.wait(days=100)
    found = desk(house, NORTH)
    assert [each.owing.what for each in found.owed].count("action") == 1
    assert found.next_day is None


def test_what_ends_before_it_is_told_instead(house: House) -> None:
    asked_to(house, "2026-06")
    until = "2026-03-09T18:00:00+00:00[Etc/UTC]"
    house.do("reframe.open-round", by=CHAIR, id="round", text="text", deadline=until)
    house.do("reframe.answer-round", by=NORTH, party="north", round="round", reply="support")
    found = desk(house, NORTH)
    assert found.next_deadline is not None
    assert (found.next_deadline.thing.id, found.next_day) == ("round", None)


def test_an_action_whose_day_has_passed_is_late_and_can_still_be_done(house: House) -> None:
    asked_to(house, "2026-03-05")
    late = []
    for _day in range(2):
        (due,) = [each for each in desk(house, NORTH).owed if each.owing.what == "action"]
        page = house.desk.read(house.desk.viewer(NORTH), meeting, id="held")
        assert page is not None
        late.append((due.is_late, page.prepared.actions[0].is_late))
        house.wait(days=4)
    assert late == [(False, False), (True, True)]
    house.do("convene.report-action", by=NORTH, party="north", action="task", on="2026-03-06")
    assert [each.owing.what for each in desk(house, NORTH).owed].count("action") == 0
