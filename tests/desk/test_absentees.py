"""Of a party that takes no part now, nobody is counted among those a letter goes to who may not read what it tells."""

from collections.abc import Mapping
from typing import Any

from comity.desk.look import Look
from tests.desk.house import CHAIR, HOST, PEOPLE, House

NORTH = PEOPLE["north"]
NEWS: Mapping[str, Any] = {"id": "news", "title": "News", "words": "There is some."}
IN_THE_ROOM = {**NEWS, "body": "room"}
TO_ALL = {**NEWS, "to": ["north", "south"]}


def kept_from(look: Look, index: int) -> Mapping[str, frozenset[str]]:
    parties = [each.party for each in look.letters([index])]
    return look.kept_from(parties, act=index, thing="circular/news")


def before(house: House, *, by: str = CHAIR, **own: Any) -> Mapping[str, frozenset[str]]:
    envelope = {"kind": "programme.send-circular/1", "on_behalf_of": "host", **own}
    found = house.desk.before(envelope, kept_from, person=by)
    assert found is not None
    return found


def knows(house: House, person: str) -> bool:
    found = house.desk.read(house.desk.viewer(person), Look.things, ["circular/news"])
    return bool(found)


def suspend(house: House) -> None:
    house.do("parties.suspend-party", id="rest", of_party="north", why="It paid nothing.")


def test_who_may_not_read_it_is_kept_from_it_and_does_not_know_of_it_afterwards(
    house: House,
) -> None:
    suspend(house)
    assert before(house, **IN_THE_ROOM) == {"north": frozenset([NORTH])}
    house.do("programme.send-circular", by=CHAIR, **IN_THE_ROOM)
    assert [knows(house, each) for each in (NORTH, PEOPLE["south"])] == [False, True]


def test_what_it_may_read_still_reaches_its_people(house: House) -> None:
    suspend(house)
    assert before(house, by=HOST, **TO_ALL) == {"north": frozenset()}
    house.do("programme.send-circular", **TO_ALL)
    assert knows(house, NORTH)


def test_nobody_is_kept_from_anything_where_no_party_is_absent(house: House) -> None:
    suspend(house)
    house.do("parties.lift-suspension", absence="rest")
    assert before(house, **IN_THE_ROOM) == {}
