"""A small programme in which a risk was flagged: who knows of it, and from whom it is kept."""

from typing import Any

from comity.desk.viewer import PUBLIC, Viewer
from tests.desk.house import CHAIR, HOST, PEOPLE, House

NORTH, SOUTH, ISLANDS = PEOPLE["north"], PEOPLE["south"], PEOPLE["islands"]
SECOND, OFFICER = "n9s4ef", "k9r3pe"
TOLD = (CHAIR, SOUTH)
KNOW = (NORTH, *TOLD)
KEPT_FROM = (HOST, OFFICER, SECOND, ISLANDS, "")
SAID = {"id": "watched", "about": "target/ports", "words": "Narwhals watch the door."}


def flag(house: House) -> None:
    """Let north's delegate flag a risk at a door to the chair and to south's; others of both parties stand by."""
    house.do("reframe.put-recommendation", id="rec", who="Ports", should="Answer.")
    for person, party, powers in (
        (SECOND, "north", ["speak", "endorse", "nominate"]),
        (OFFICER, "host", ["administer", "record", "speak"]),
    ):
        house.do("parties.register-person", id=person, name=f"Another of {party}")
        mandate: dict[str, Any] = {
            "person": person,
            "for_party": party,
            "powers": powers,
            "start": "2026-03-01",
        }
        house.do("parties.give-mandate", **mandate)
    door = {"id": "ports", "name": "Ministry of Ports", "carries": "recommendation/rec"}
    house.do("mobilize.name-target", by=NORTH, party="north", **door)
    house.do("mobilize.flag-risk", by=NORTH, party="north", told=list(TOLD), **SAID)


def viewer(house: House, person: str) -> Viewer:
    return house.desk.viewer(person) if person else PUBLIC
