"""How a contact is reached is read by those who keep the directory, and not in its list."""

import pytest

from comity.core.contact import Contact
from comity.desk.look import Look
from comity.desk.readings.contact import contact
from comity.desk.readings.contacts import contacts
from comity.desk.readings.party import party
from tests.desk.house import CHAIR, HOST, PEOPLE, House

NORTH, SOUTH = PEOPLE["north"], PEOPLE["south"]
HOW = ("name", "telephone", "mail")


def nominated(
    house: House,
    *,
    by: str = SOUTH,
    party: str = "south",
    contact_id: str = "desk",
    **audience: str,
) -> int:
    receipt = house.do(
        "operate.nominate-contact",
        by=by,
        party=party,
        id=contact_id,
        level="technical",
        office="The desk",
        name="Ada",
        telephone="+999 1",
        mail="desk@south.example",
        **({"audience": dict.fromkeys(HOW, audience["audience"])} if audience else {}),
    )
    return receipt.index


def read_by(house: House, person: str | None, *, of: str = "desk") -> tuple[str, ...]:
    """Return which of the ways a person reads on the contact's own page."""
    page = house.desk.read(house.desk.viewer(person), contact, id=of)
    return () if page is None else tuple(each for each in HOW if page.contact[each].is_value)


def test_who_nominates_contacts_and_who_runs_the_programme_may_ring(house: House) -> None:
    nominated(house)
    assert {
        who: read_by(house, who) for who in (SOUTH, NORTH, PEOPLE["watchers"], HOST, CHAIR, None)
    } == {SOUTH: HOW, NORTH: HOW, PEOPLE["watchers"]: HOW, HOST: HOW, CHAIR: (), None: ()}


def test_who_only_speaks_for_a_party_may_not(house: House) -> None:
    house.do("parties.register-person", id="q8w4er", name="A speaker")
    mandate = {"person": "q8w4er", "for_party": "north", "start": "2026-03-01"}
    house.do("parties.give-mandate", **mandate, powers=["speak", "endorse"])
    nominated(house)
    assert read_by(house, "q8w4er") == ()


def test_who_only_practises_rings_those_who_practise_and_nobody_else(house: House) -> None:
    nominated(house)
    house.do("programme.declare-exercise", id="drill", title="A drill")
    for red, person in (("redland", "r3d4aa"), ("blueland", "b7u4aa")):
        in_drill = {"form": "state", "standing": "party", "exercise": "drill"}
        house.do("parties.admit-party", id=red, name=red.title(), **in_drill)
        house.do("parties.register-person", id=person, name=f"A player of {red}")
        mandate = {"person": person, "for_party": red, "start": "2026-03-01"}
        house.do("parties.give-mandate", **mandate, powers=["speak", "nominate"])
    played = nominated(house, by="r3d4aa", party="redland", contact_id="red-desk")
    deed = house.desk.read(house.desk.viewer(HOST), lambda look: look.deed(played))
    assert deed is not None
    assert deed.scope == "drill"
    seen = {
        who: (read_by(house, who), read_by(house, who, of="red-desk"))
        for who in ("b7u4aa", NORTH, HOST, CHAIR)
    }
    assert seen == {"b7u4aa": ((), HOW), NORTH: (HOW, HOW), HOST: (HOW, HOW), CHAIR: ((), ())}


def test_a_party_that_is_suspended_keeps_the_directory_and_one_that_withdrew_does_not(
    house: House,
) -> None:
    nominated(house)
    house.do("parties.suspend-party", id="pause", of_party="north", why="Its own wish.")
    assert read_by(house, NORTH) == HOW
    house.do("parties.withdraw-party", by=PEOPLE["islands"], party="islands", id="gone")
    assert read_by(house, PEOPLE["islands"]) == ()


@pytest.mark.parametrize("who", [SOUTH, NORTH, HOST])
def test_the_directory_and_a_party_list_offices_alone(house: House, who: str) -> None:
    nominated(house)
    viewer = house.desk.viewer(who)
    listed = house.desk.read(viewer, contacts).real
    of_party = house.desk.read(viewer, party, id="south")
    assert of_party is not None
    for (row,) in (listed, of_party.contacts):
        assert row["office"].is_value
        assert not set(HOW) & set(row.cells)


def test_a_party_opens_what_it_nominated_for_itself_alone(house: House) -> None:
    act = nominated(house, audience="own")
    assert read_by(house, NORTH) == read_by(house, HOST) == ()
    opens = [{"part": "telephone", "audience": "directory"}]
    house.do("programme.open", by=SOUTH, party="south", act=act, opens=opens)
    assert read_by(house, NORTH) == read_by(house, HOST) == ("telephone",)
    narrow = [{"part": "telephone", "audience": "secretariat"}]
    refused = house.refused("programme.open", by=SOUTH, party="south", act=act, opens=narrow)
    assert refused == ("does-not-widen",)


def test_the_query_finds_what_the_page_shows(house: House) -> None:
    nominated(house)

    def found(look: Look) -> list[bool]:
        return [each["telephone"].is_value for each in look.all(Contact, party="south")]

    assert house.desk.read(house.desk.viewer(NORTH), found) == [True]
    assert house.desk.read(house.desk.viewer(CHAIR), found) == [False]
