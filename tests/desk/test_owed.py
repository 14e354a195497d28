"""What waits for somebody tells them of nothing that they may not see."""

from datetime import timedelta
from typing import Any

from comity.desk.seen import Owing
from tests.desk.house import PEOPLE, House

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
