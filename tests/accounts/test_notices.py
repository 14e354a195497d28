"""In a programme that is no demonstration: when a silence opens, every party that can be reached is written to."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from comity.core.post import MINUTE
from comity.store.acts import stamp
from tests.accounts.conftest import PostOffice
from tests.contracts.command import comity
from tests.contracts.counter import Counter
from tests.journeys import house

CHAIR, DELEGATE = "k4f2mq", "p7w3ze"
MAIL = "delegate@arvenia.example"
IN_FIVE_DAYS = (datetime.now(UTC) + timedelta(days=5)).strftime("%Y-%m-%dT%H:%M:00Z[UTC]")  # noqa: TID251


def told(kind: str, **fields: Any) -> dict[str, Any]:
    return {"kind": f"{kind}/1", "on_behalf_of": "harbour", **fields}


def seat(seated: str, role: str, **who: str) -> dict[str, Any]:
    return told("parties.seat-member", id=seated, body="conference", role=role, start="2020", **who)


ACTS = [
    told("parties.register-person", id=CHAIR, name="Chair (an invented person)"),
    told("parties.register-person", id=DELEGATE, name="Delegate (an invented person)"),
    told("parties.admit-party", id="arvenia", name="Arvenia", form="state", standing="party"),
    told(
        "parties.give-mandate",
        id="m1",
        person=DELEGATE,
        for_party="arvenia",
        powers=["speak"],
        start="2020",
    ),
    told("parties.found-body", id="conference", name="Cables conference", form="conference"),
    seat("s1", "chair", person=CHAIR, for_party="harbour"),
    seat("s2", "member", for_party="arvenia"),
    told(
        "reframe.table-text",
        id="text-1",
        title="Understanding",
        body="conference",
        ids=["text-1-p1"],
        numbers=["1"],
        words=["Each party keeps one contact."],
    ),
]


def let_its_minute_pass(data: Path) -> None:
    """Let the last act have been received a minute earlier, so that its letters leave the tray."""
    with closing(sqlite3.connect(data / "comity.sqlite3", timeout=30)) as file, file:
        ((last, at),) = file.execute("SELECT idx, at FROM act ORDER BY idx DESC LIMIT 1")
        earlier = stamp(datetime.fromisoformat(at) - MINUTE)
        file.execute("UPDATE act SET at=? WHERE idx=?", (earlier, last))


@pytest.fixture(scope="module")
def programme(
    post_office: PostOffice, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, Counter]]:
    place = tmp_path_factory.mktemp("real")
    built = place / "built"
    words = [
        "--name",
        "Cables",
        "--objective",
        "Fewer broken cables.",
        "--origin",
        "programme.example/cables",
    ]
    host = ["--host", "harbour", "--host-name", "Harbour Secretariat", "--first-person", CHAIR]
    assert comity("establish", "--data", built, *words, *host).code == 0
    with house.serving(built, place=place) as (site, data):
        token = comity("token", "new", "--data", data, "--person", CHAIR).out.strip()
        secretariat = Counter(site, token=token)
        for act in ACTS:
            secretariat.done(act)
        yield data, secretariat


def test_whoever_is_asked_gets_one_letter_that_says_by_when(
    programme: tuple[Path, Counter], post_office: PostOffice
) -> None:
    data, secretariat = programme
    known = comity("account", "mail", "--data", data, "--person", DELEGATE, "--address", MAIL)
    assert known.code == 0, known
    before = len(post_office.letters)
    secretariat.done(told("reframe.open-silence", id="s-1", text="text-1", deadline=IN_FIVE_DAYS))
    assert len(post_office.letters) == before
    let_its_minute_pass(data)
    letter = post_office.next(before + 1)
    words = letter.get_payload(decode=True).decode()  # type: ignore[union-attr]
    assert (letter["To"], letter.get_content_type()) == (MAIL, "text/plain")
    assert str(letter["Subject"]).startswith("Object by ")
    assert words.count("http://") == 1
    assert "http://localhost:8000/silence/s-1" in words
    assert words.rstrip().endswith("Reply to this if the link fails.")


def test_nobody_can_walk_into_a_programme_that_is_no_demonstration(
    programme: tuple[Path, Counter],
) -> None:
    assert programme[1].get("/walk-in").status == 404


def test_an_erased_address_is_in_no_byte_of_the_folder(programme: tuple[Path, Counter]) -> None:
    data, _ = programme
    word = b"planted.word"
    address = f"{word.decode()}@arvenia.example"
    assert (
        comity("account", "mail", "--data", data, "--person", DELEGATE, "--address", address).code
        == 0
    )
    assert comity("account", "erase", "--data", data, "--person", DELEGATE).code == 0
    kept = [path.read_bytes() for path in data.rglob("*") if path.is_file()]
    assert [word in content for content in kept] == [False] * len(kept)
