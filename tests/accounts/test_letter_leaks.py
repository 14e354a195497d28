"""A letter tells its one reader what they may see of an act, and nothing of it, or of the others, beside that."""

import email
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.message import Message

import pytest
from aiosmtpd.controller import Controller

from comity.store import database
from tests.accounts.test_post import Server
from tests.contracts.command import comity
from tests.desk.house import CHAIR, PEOPLE, House, furnished, silence
from tests.journeys.house import free_port

NORTH, SOUTH = PEOPLE["north"], PEOPLE["south"]
PLANTED = {
    "who opened it": f"zqname{CHAIR}",
    "a telephone": "zqtelephone",
    "a party's reason": "zqreason",
    "an objection": "zqobjection",
}


def act_of(house: House) -> None:
    """Do one of each kind that calls for letters, with a word in each part that not all of their readers may see."""
    house.do("parties.register-person", id="p4w8nr", name=PLANTED["who opened it"])
    mandate = {"for_party": "host", "start": "2026-01-01"}
    house.do("parties.give-mandate", person="p4w8nr", powers=["speak"], **mandate)
    seat = {"body": "room", "role": "chair", "for_party": "host", "start": "2026-01-01"}
    house.do("parties.seat-member", person="p4w8nr", **seat)
    house.do(
        "reframe.take-position",
        by=NORTH,
        party="north",
        on="paragraph/p1",
        stance="oppose",
        reason=PLANTED["a party's reason"],
        audience={"reason": "own"},
    )
    house.do("reframe.open-silence", by="p4w8nr", **silence(house, days=6))
    later = (house.now + timedelta(days=9)).strftime("%Y-%m-%dT%H:%M:%SZ[UTC]")
    longer = {"deadline": later, "reason": "A holiday in two capitals."}
    house.do("reframe.extend-silence", by="p4w8nr", silence="quiet", **longer)
    house.do(
        "operate.nominate-contact",
        by=NORTH,
        party="north",
        id="desk",
        level="technical",
        office="Duty desk",
        telephone=f"+000 {PLANTED['a telephone']}",
    )
    check = {"contact": "desk", "of_party": "north", "channel": "telephone", "answer_by": later}
    house.do("operate.check-contact", id="check", **check)
    house.do(
        "reframe.break-silence",
        by=SOUTH,
        party="south",
        silence="quiet",
        words=PLANTED["an objection"],
    )


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[tuple[str, Message]]]:
    """Every letter that went out, by the person it was for."""
    place = tmp_path_factory.mktemp("leaks") / "house"
    place.mkdir()
    store = database.in_file(place / "comity.sqlite3")
    now = datetime.now(UTC) - timedelta(hours=1)  # noqa: TID251
    house = furnished(place, store, now=now, is_simulated=False)
    act_of(house)
    store.close()
    for person in PEOPLE.values():
        address = ("--person", person, "--address", f"{person}@mission.example")
        assert comity("account", "mail", "--data", place, *address).code == 0
    office = Server()
    controller = Controller(office, hostname="127.0.0.1", port=free_port())
    controller.start()
    said = comity("clerk", "--data", place, COMITY_MAIL=f"smtp://127.0.0.1:{controller.port}")
    controller.stop()
    assert said.code == 0, said
    yield [
        (to.partition("@")[0], email.message_from_bytes(content)) for to, content in office.taken
    ]
    shutil.rmtree(place)


def whole(letter: Message) -> str:
    """A letter with its head, and its words as they are read."""
    words = letter.get_payload(decode=True)
    assert isinstance(words, bytes)
    return letter.as_string() + words.decode()


def test_every_kind_that_calls_for_letters_wrote_some(
    letters: list[tuple[str, Message]],
) -> None:
    said = [whole(letter) for _, letter in letters]
    assert len(said) == 7
    for each in ("open", "extend", "telephone"):
        assert any(each in words for words in said), each


def test_no_letter_holds_a_word_that_its_reader_may_not_see(
    letters: list[tuple[str, Message]],
) -> None:
    may = {NORTH: {"a telephone", "a party's reason"}, SOUTH: {"an objection"}}
    told = [
        (person, what)
        for person, letter in letters
        for what, word in PLANTED.items()
        if word in whole(letter) and what not in may.get(person, set())
    ]
    assert told == []


def test_no_letter_tells_of_another_reader(letters: list[tuple[str, Message]]) -> None:
    for person, letter in letters:
        text = whole(letter)
        assert [each for each in PEOPLE.values() if each != person and each in text] == []
        assert letter["To"] == f"{person}@mission.example"
        assert (letter["Cc"], letter["Bcc"], letter["Reply-To"]) == (None, None, None)
        assert person not in letter["Message-ID"]
