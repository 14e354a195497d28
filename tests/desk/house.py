"""A small programme to try things in: a host, three parties, an observer, and a room under Chatham House."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from comity.desk import clerk
from comity.desk.desk import Desk
from comity.desk.establish import Founding, establish
from comity.desk.folder import Folder
from comity.desk.outcome import Conflict, Outcome, Receipt, Refused
from comity.store.database import Database

ORIGIN = "example.org/house"
START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

HOST = "k4f2mm"
"""The host's person; they may do everything for the host."""

PEOPLE = {"north": "n2b7qa", "south": "s9k3wd", "islands": "i5t8xe", "watchers": "w3c6yf"}
"""For each party the person who may speak, endorse and nominate for it."""

CHAIR = "c7h4zg"


@dataclass
class House:
    """A desk with a clock that the test moves."""

    folder: Path
    store: Database
    now: datetime = START
    is_simulated: bool = True
    host_form: str = "secretariat"
    desk: Desk = field(init=False)

    def __post_init__(self) -> None:
        if Folder(self.folder).is_established:
            self.desk = Desk(self.folder, store=self.store, clock=self.clock)
            return
        founding = Founding(
            name="A small programme",
            objective="To try things in.",
            origin=ORIGIN,
            host="host",
            host_name="The Host",
            host_form=self.host_form,
            first_person=HOST,
            is_simulated=self.is_simulated,
        )
        at = self.now if self.is_simulated else None
        self.desk = establish(self.folder, founding, at=at, store=self.store, clock=self.clock)

    def clock(self) -> datetime:
        """Return the moment that the test says it is."""
        return self.now

    def wait(self, **more: int) -> None:
        """Let time pass."""
        self.now += timedelta(**more)

    def stay(self, **more: int) -> None:
        """Let time pass, with the desk open through the last day of it."""
        self.wait(**more)
        clerk.attend(self.store, until=self.now)

    def ask(self, kind: str, *, by: str = HOST, party: str = "host", **own: Any) -> Outcome:
        """Submit an act and return what comes of it."""
        self.wait(seconds=1)
        return self.desk.submit({"kind": f"{kind}/1", "on_behalf_of": party, **own}, person=by)

    def do(self, kind: str, *, by: str = HOST, party: str = "host", **own: Any) -> Receipt:
        """Submit an act that stands."""
        outcome = self.ask(kind, by=by, party=party, **own)
        assert isinstance(outcome, Receipt), outcome
        return outcome

    def refused(
        self, kind: str, *, by: str = HOST, party: str = "host", **own: Any
    ) -> tuple[str, ...]:
        """Submit an act that is out of order and return the codes of the reasons."""
        outcome = self.ask(kind, by=by, party=party, **own)
        assert isinstance(outcome, Refused | Conflict), outcome
        return outcome.codes if isinstance(outcome, Refused) else ("conflict",)


def furnished(
    folder: Path, store: Database, *, now: datetime = START, is_simulated: bool = True
) -> House:
    """Return a house with its parties, its room and a text on the table."""
    house = House(folder, store, now, is_simulated)
    for party in PEOPLE:
        standing = "observer" if party == "watchers" else "party"
        house.do(
            "parties.admit-party", id=party, name=party.title(), form="state", standing=standing
        )
    house.do(
        "parties.found-body",
        id="room",
        name="The Room",
        form="conference",
        attribution="chatham-house",
    )
    for party, person in PEOPLE.items():
        _person(house, person, party=party, powers=["speak", "endorse", "nominate"])
        role = "observer" if party == "watchers" else "member"
        house.do("parties.seat-member", body="room", role=role, for_party=party, start="2026-03-01")
    _person(house, CHAIR, party="host", powers=["speak"])
    house.do(
        "parties.seat-member",
        body="room",
        role="chair",
        person=CHAIR,
        for_party="host",
        start="2026-03-01",
    )
    house.do(
        "reframe.table-text",
        by=CHAIR,
        id="text",
        title="On cables",
        body="room",
        ids=["p1", "p2"],
        numbers=["1", "2"],
        words=["States protect cables.", "Operators report faults."],
    )
    return house


def _person(house: House, person: str, *, party: str, powers: list[str]) -> None:
    house.do("parties.register-person", id=person, name=f"Person of {party}")
    house.do(
        "parties.give-mandate", person=person, for_party=party, powers=powers, start="2026-03-01"
    )


def silence(house: House, *, days: int = 4) -> Mapping[str, Any]:
    """Return the fields of a silence on the text that runs for some days."""
    deadline = (house.now + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%S+00:00[Etc/UTC]")
    return {"id": "quiet", "text": "text", "deadline": deadline}
