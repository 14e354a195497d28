"""One letter a day to who chose it; what asks something by a time goes at once all the same."""

import re
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from comity.accounts.choices import next_morning
from comity.store import database
from tests.accounts.test_post import Server, house, port, round_of, server, states, unproven
from tests.contracts.command import comity
from tests.desk.house import CHAIR, HOST, PEOPLE, House, furnished, silence

__all__ = ["house", "port", "server"]
NORTH, SOUTH = PEOPLE["north"], PEOPLE["south"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A programme in which a silence was opened and a circular was sent, and the delegate of North reads once a day."""
    place = tmp_path_factory.mktemp("daily") / "house"
    place.mkdir()
    store = database.in_file(place / "comity.sqlite3")
    now = datetime.now(UTC) - timedelta(hours=1)  # noqa: TID251
    made = furnished(place, store, now=now, is_simulated=False)
    made.do("reframe.open-silence", by=CHAIR, **silence(made, days=6))
    words = "Papers are wanted in six languages."
    made.do("programme.send-circular", id="papers", title="Papers", words=words, body="room")
    for person in (HOST, NORTH, SOUTH, PEOPLE["islands"], PEOPLE["watchers"]):
        address = ("--person", person, "--address", f"{person}@mission.example")
        assert comity("account", "mail", "--data", place, *address).code == 0
    store.close()
    with sqlite3.connect(place / "comity.sqlite3") as kept:
        kept.execute(
            "UPDATE accounts_account SET notices='daily', digest_at='2100-01-01' WHERE person=?",
            (NORTH,),
        )
    return place


def morning(house: Path) -> None:
    """Let seven o'clock have come for everybody who waits for it."""
    with sqlite3.connect(house / "comity.sqlite3") as kept:
        kept.execute("UPDATE accounts_account SET digest_at='2020-01-01' WHERE notices='daily'")


def to(server: Server, person: str) -> list[str]:
    return [content.decode() for address, content in server.taken if address.startswith(person)]


def test_what_asks_something_by_a_time_goes_at_once_and_the_rest_waits(
    house: Path, server: Server, port: int
) -> None:
    round_of(house, port)
    assert (len(to(server, NORTH)), len(to(server, SOUTH))) == (1, 2)
    assert "Subject: Object by " in to(server, NORTH)[0]
    with sqlite3.connect(house / "comity.sqlite3") as kept:
        waiting = kept.execute("SELECT person FROM sending WHERE state='digest'").fetchall()
    assert waiting == [(NORTH,)]


def test_what_few_are_told_goes_at_once_and_says_no_word_of_it(
    house: Path, server: Server, port: int
) -> None:
    store = database.in_file(house / "comity.sqlite3")
    made = House(house, store, now=datetime.now(UTC) - timedelta(minutes=5))  # noqa: TID251
    made.do("reframe.put-recommendation", id="rec", who="Ports", should="Answer.")
    door = {"id": "ports", "name": "Ministry of Ports", "carries": "recommendation/rec"}
    made.do("mobilize.name-target", by=SOUTH, party="south", **door)
    risk = {"about": "target/ports", "told": [NORTH], "words": "Narwhals watch the door."}
    made.do("mobilize.flag-risk", by=SOUTH, party="south", **risk)
    store.close()
    round_of(house, port)
    letter = to(server, NORTH)[-1].replace("\r\n ", " ")
    head, _, body = letter.partition("\r\n\r\n")
    assert "Subject: Something waits for you on your desk\r\n" in head
    *words, link = body.split()
    assert " ".join(words) == "Something waits for you on your desk. Only there can it be read."
    assert re.fullmatch(r"https?://[^/]+/desk", link)
    said = [text for _address, text in server.taken if b"waits for you on your desk" in text]
    assert len(said) == 1
    assert not any(b"arwhal" in text or b"Ports" in text for _address, text in server.taken)


def test_in_the_morning_one_letter_says_what_is_owed_what_was_written_and_what_changed(
    house: Path, server: Server, port: int
) -> None:
    round_of(house, port)
    morning(house)
    said = round_of(house, port)
    assert said.json["daily letters"] == 1
    assert round_of(house, port).json["daily letters"] == 0
    letter = to(server, NORTH)[-1]
    assert "thing is asked of you, by " in letter.replace("\r\n ", " ")
    for words in ("Asked of you\n- ", "Written to you\nPapers\n\nPapers are wanted in six"):
        assert words.replace("\n", "\r\n") in letter
    assert letter.count("http://") == 1
    assert letter.rstrip().endswith("Reply to this if the link fails.")
    assert {state for state, _ in states(house).values()} == {"sent"}
    assert unproven(house) == 0


def test_a_morning_with_nothing_new_brings_no_letter(
    house: Path, server: Server, port: int
) -> None:
    round_of(house, port)
    for _ in range(2):
        morning(house)
        round_of(house, port)
    assert len(to(server, NORTH)) == 2


def test_a_daily_letter_that_nobody_takes_is_tried_again_and_nothing_of_it_is_lost(
    house: Path, server: Server, port: int
) -> None:
    round_of(house, port)
    server.refused = {f"{NORTH}@mission.example"}
    morning(house)
    assert round_of(house, port).json["daily letters"] == 0
    server.refused = set()
    morning(house)
    assert round_of(house, port).json["daily letters"] == 1
    assert "Papers are wanted" in to(server, NORTH)[-1]


@pytest.mark.parametrize(
    ("now", "zone", "expected"),
    [
        ("2026-11-28T04:00:00+00:00", "Europe/Brussels", "2026-11-28T07:00"),
        ("2026-11-28T06:30:00+00:00", "Europe/Brussels", "2026-11-29T07:00"),
        ("2026-11-28T04:00:00+00:00", "America/New_York", "2026-11-28T07:00"),
        ("2026-03-28T20:00:00+00:00", "Europe/Brussels", "2026-03-29T07:00"),
        ("2026-11-28T20:00:00+00:00", "Pacific/Kiritimati", "2026-11-30T07:00"),
    ],
)
def test_the_morning_is_the_readers_own_also_where_the_clocks_change(
    now: str, zone: str, expected: str
) -> None:
    found = next_morning(datetime.fromisoformat(now), zone=zone)
    assert found.astimezone(ZoneInfo(zone)).isoformat()[:16] == expected
