"""Two hundred clients want the last seat, and one of three places: over HTTP, at once, on both stores."""

import os
import subprocess
import sys
from collections import Counter as Tally
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from comity.store import database
from tests.contracts.counter import Counter
from tests.desk.house import House
from tests.journeys import house

CLIENTS = 200
NOW = datetime.now(UTC).replace(microsecond=0)  # noqa: TID251
TOKENS = """
import sys, django
django.setup()
from comity.accounts.models import Account
from comity.accounts.secrets import Scope, new_token
for person in sys.argv[1:]:
    Account.objects.get_or_create(pk=person)
    print(new_token(person, scopes=[Scope.READ, Scope.ACT]))
"""


def furnish(place: Path, store: database.Database) -> None:
    """Let two hundred parties take part; one meeting has a seat left, the other an invitation with three places."""
    made = House(place, store, NOW - timedelta(hours=2), is_simulated=False)
    start = f"{NOW + timedelta(days=10):%Y-%m-%d}"
    for number in range(CLIENTS):
        party, person = f"party-{number}", f"p{number:05d}"
        told = {"name": f"Party {number}", "form": "state", "standing": "party"}
        made.do("parties.admit-party", id=party, **told)
        made.do("parties.register-person", id=person, name=f"Person {number}")
        mandate = {"person": person, "for_party": party, "powers": ["speak"], "start": "2020"}
        made.do("parties.give-mandate", **mandate)
    by = f"{NOW + timedelta(days=5):%Y-%m-%dT%H:%M:%SZ}[UTC]"
    for meeting, places in (("hall", 1000), ("cabin", 3)):
        told = {"name": meeting.title(), "form": "workshop", "start": start}
        made.do("convene.convene-meeting", id=meeting, **told)
        made.do("convene.invite", id=meeting, meeting=meeting, places=places, answer_by=by)
    made.do("convene.arrange-meeting", meeting="hall", seats=1)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def clients(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[list[Counter]]:
    """One client a party, at a server on a house of its own."""
    built = tmp_path / "built"
    built.mkdir()
    if request.param == "postgresql":
        dsn = str(request.getfixturevalue("postgresql_database"))
        monkeypatch.setenv("COMITY_DATABASE", dsn)
        store = database.at_url(dsn)
    else:
        store = database.in_file(built / "comity.sqlite3")
    furnish(built, store)
    store.close()
    with house.serving(built, place=tmp_path) as (site, data):
        yield [Counter(site, token=token) for token in tokens(data)]


def tokens(data: Path) -> list[str]:
    """Make a token for each person."""
    persons = [f"p{number:05d}" for number in range(CLIENTS)]
    where = {"COMITY_DATA": str(data), "DJANGO_SETTINGS_MODULE": "comity.settings"}
    said = subprocess.run(
        [sys.executable, "-c", TOKENS, *persons],
        env={**os.environ, **where},
        check=True,
        capture_output=True,
        text=True,
    )
    return said.stdout.split()


def race(clients: list[Counter], invitation: str) -> Tally[str]:
    """Let every client answer that it comes, all at once; count what they were told."""

    def come(number: int) -> str:
        act: dict[str, Any] = {
            "kind": "convene.answer-invitation/1",
            "on_behalf_of": f"party-{number}",
            "invitation": invitation,
            "answer": "comes",
        }
        answer = clients[number].send(act)
        return "stands" if answer.status == 201 else ", ".join(answer.codes)

    with ThreadPoolExecutor(CLIENTS) as pool:
        return Tally(pool.map(come, range(CLIENTS)))


def test_exactly_the_lawful_number_come(clients: list[Counter]) -> None:
    assert race(clients, "hall") == {"stands": 1, "seats-taken": CLIENTS - 1}
    assert race(clients, "cabin") == {"stands": 3, "places-taken": CLIENTS - 3}
