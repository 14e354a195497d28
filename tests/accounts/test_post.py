"""Letters through a real server on this machine: it is down, it is slow, it refuses one of two."""

import asyncio
import email
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from comity.store import database, sending
from tests.contracts.command import Said, comity
from tests.desk.house import CHAIR, HOST, PEOPLE, furnished, silence
from tests.journeys.house import free_port

NORTH, SOUTH = PEOPLE["north"], PEOPLE["south"]
CONSULTED = sorted([HOST, *(PEOPLE[party] for party in ("north", "south", "islands"))])


class Server:
    """Takes letters as it is told to."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, bytes]] = []
        self.refused: set[str] = set()

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        if address in self.refused:
            return "550 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        self.taken.append((envelope.rcpt_tos[0], envelope.content))
        return "250 taken"

    def to(self) -> list[str]:
        return sorted(address.partition("@")[0] for address, _ in self.taken)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A programme that is no demonstration, in which a silence was opened and everyone consulted has an address."""
    place = tmp_path_factory.mktemp("built") / "house"
    place.mkdir()
    store = database.in_file(place / "comity.sqlite3")
    now = datetime.now(UTC) - timedelta(hours=1)  # noqa: TID251
    made = furnished(place, store, now=now, is_simulated=False)
    made.do("reframe.open-silence", by=CHAIR, **silence(made, days=6))
    for person in CONSULTED:
        address = ("--person", person, "--address", f"{person}@mission.example")
        assert comity("account", "mail", "--data", place, *address).code == 0
    store.close()
    return place


@pytest.fixture
def house(built: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return shutil.copytree(built, tmp_path / "house")


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def server(port: int) -> Iterator[Server]:
    office = Server()
    controller = Controller(office, hostname="127.0.0.1", port=port)
    controller.start()
    yield office
    controller.stop()


def round_of(house: Path, port: int | None) -> Said:
    """Let the clerk do one round, with or without somebody who sends letters."""
    mail = "" if port is None else f"smtp://127.0.0.1:{port}"
    said = comity("clerk", "--data", house, "--json", COMITY_MAIL=mail)
    assert said.code == 0, said
    return said


def let_rest(house: Path) -> None:
    """Let every pause be over."""
    with sqlite3.connect(house / "comity.sqlite3") as kept:
        kept.execute("UPDATE sending SET after=''")


def unproven(house: Path) -> int:
    store = database.in_file(house / "comity.sqlite3")
    found = sending.notices(store, "silence/quiet")[1]
    store.close()
    return found


def test_a_server_that_takes_letters_takes_each_once(
    house: Path, server: Server, port: int
) -> None:
    assert round_of(house, port).json["letters"] == 4
    assert round_of(house, port).json["letters"] == 0
    assert (server.to(), unproven(house)) == (CONSULTED, 0)


def test_a_server_that_is_down_loses_nothing_and_everyone_is_written_to_once(
    house: Path, port: int
) -> None:
    said = round_of(house, port)
    assert (said.json["letters"], unproven(house)) == (0, 4)
    assert "mission.example" not in said.err
    office = Server()
    controller = Controller(office, hostname="127.0.0.1", port=port)
    controller.start()
    let_rest(house)
    round_of(house, port)
    round_of(house, port)
    controller.stop()
    assert (office.to(), unproven(house)) == (CONSULTED, 0)


def bounced(house: Path, message: bytes) -> Said:
    return comity("mail", "bounce", "--data", house, "--json", stdin=message)


def notification(name: str, *, action: str = "failed", status: str = "5.1.1") -> bytes:
    return (
        "From: <>\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\n"
        "Reporting-MTA: dns; mail.example\r\n\r\n"
        f"Final-Recipient: rfc822; x@mission.example\r\nAction: {action}\r\nStatus: {status}\r\n"
        "\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
        f"Message-ID: {name}\r\nSubject: s\r\n\r\nwords\r\n--b--\r\n"
    ).encode()


def states(house: Path) -> dict[str, tuple[str, str]]:
    with sqlite3.connect(house / "comity.sqlite3") as kept:
        rows = kept.execute("SELECT person, state, fault FROM sending WHERE person<>''")
        return {person: (state, fault) for person, state, fault in rows}


def test_a_refusal_for_good_is_final_and_only_its_codes_are_kept(
    house: Path, server: Server, port: int
) -> None:
    server.refused = {f"{SOUTH}@mission.example"}
    round_of(house, port)
    assert states(house)[SOUTH] == ("returned", "550")


def test_a_letter_that_comes_back_later_is_unproven_again(
    house: Path, server: Server, port: int
) -> None:
    round_of(house, port)
    name = next(name_of(content) for to, content in server.taken if to.startswith(NORTH))
    late = bounced(house, notification(name, action="delayed", status="4.4.1"))
    assert (late.code, late.json["final"], unproven(house)) == (0, False, 0)
    said = bounced(house, notification(name))
    assert (said.code, said.json["letters"], said.json["status"]) == (0, 1, "5.1.1")
    assert (states(house)[NORTH], unproven(house)) == (("returned", "5.1.1"), 1)
    other = comity(
        "account", "mail", "--data", house, "--person", NORTH, "--address", "n@n.example"
    )
    assert other.code == 0
    round_of(house, port)
    assert (server.taken[-1][0], unproven(house)) == ("n@n.example", 0)


def test_what_is_no_notification_of_ours_changes_nothing_and_ends_well(house: Path) -> None:
    for message in (notification("<nobody@example.org>"), b"Subject: hello\r\n\r\nhow are you"):
        said = bounced(house, message)
        assert (said.code, said.json["letters"], states(house)) == (0, 0, {})


def test_a_refused_recipient_holds_up_nobody_and_stays_unproven(
    house: Path, server: Server, port: int
) -> None:
    server.refused = {f"{SOUTH}@mission.example"}
    round_of(house, port)
    assert (server.to(), unproven(house)) == (sorted(set(CONSULTED) - {SOUTH}), 1)
    better = ("--person", SOUTH, "--address", "desk@south.example")
    assert comity("account", "mail", "--data", house, *better).code == 0
    let_rest(house)
    round_of(house, port)
    assert (len(server.taken), server.taken[-1][0], unproven(house)) == (
        4,
        "desk@south.example",
        0,
    )


def test_a_letter_sent_twice_since_a_crash_came_between_has_one_name(
    house: Path, server: Server, port: int
) -> None:
    round_of(house, port)
    with sqlite3.connect(house / "comity.sqlite3") as kept:
        # As if the process had ended between the server's word and the writing down of it.
        kept.execute("UPDATE sending SET state='waiting', proof='' WHERE person=?", (NORTH,))
    let_rest(house)
    round_of(house, port)
    names = [name_of(content) for address, content in server.taken if address.startswith(NORTH)]
    assert (len(names), len(set(names))) == (2, 1)
    everyone = {name_of(content) for _, content in server.taken}
    assert len(everyone) == 4
    assert [person for person in CONSULTED if any(person in name for name in everyone)] == []


def name_of(content: bytes) -> str:
    return str(email.message_from_bytes(content)["Message-ID"])


def test_a_letter_that_is_only_printed_proves_nothing(house: Path) -> None:
    said = round_of(house, None)
    assert (said.json["letters"], unproven(house)) == (0, 4)
    assert said.err.count("Object by ") == 4


def test_a_server_that_never_answers_does_not_hold_the_clerk_for_ever(
    house: Path, port: int
) -> None:
    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(60)

    async def beside() -> tuple[Any, float]:
        listening = await asyncio.start_server(silent, "127.0.0.1", port)
        loop = asyncio.get_running_loop()
        begun = loop.time()
        said = await loop.run_in_executor(None, round_of, house, port)
        listening.close()
        return said, loop.time() - begun

    said, seconds = asyncio.run(beside())
    assert (said.json["letters"], unproven(house)) == (0, 4)
    assert seconds < 40


def asked(house: Path, *people: str) -> None:
    """Let people ask for a letter to sign in, one after the other."""
    now = datetime.now(UTC)  # noqa: TID251
    with sqlite3.connect(house / "comity.sqlite3") as kept:
        rows = [(f"{person}@mission.example", "en", now) for person in people]
        kept.executemany("INSERT INTO accounts_asked (mail,language,at) VALUES (?,?,?)", rows)


def waiting(house: Path) -> list[str]:
    with sqlite3.connect(house / "comity.sqlite3") as kept:
        return [row[0] for row in kept.execute("SELECT mail FROM accounts_asked ORDER BY id")]


def test_a_refused_sign_in_letter_holds_up_nobody_and_one_that_no_server_takes_waits(
    house: Path, server: Server, port: int
) -> None:
    round_of(house, port)
    server.taken.clear()
    server.refused = {f"{NORTH}@mission.example"}
    asked(house, NORTH, SOUTH)
    said = round_of(house, free_port())
    assert (said.json["sign-in letters"], len(waiting(house))) == (0, 2)
    assert "mission.example" not in said.err
    assert round_of(house, port).json["sign-in letters"] == 1
    assert round_of(house, port).json["sign-in letters"] == 0
    assert (server.to(), waiting(house)) == ([SOUTH], [])
