"""`comity init`: five answers and a programme stands; with fewer it says which, and makes nothing."""

import json
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.contracts.command import Said, comity
from tests.journeys.house import free_port

ANSWERS = {
    "name": "Harbour talks",
    "objective": "Fewer broken cables.",
    "host-name": "Harbour Secretariat",
    "officer": "Ines T",
    "officer-mail": "ines@talks.example",
    "body": "Conference on cables",
}


def init(folder: Path, *more: str, without: str = "", **other: str) -> Said:
    told = {name: words for name, words in ANSWERS.items() if name != without}
    told |= {name.replace("_", "-"): words for name, words in other.items()}
    words = [word for name, value in told.items() for word in (f"--{name}", value)]
    return comity("init", "--data", folder, *words, *more)


class Office:
    """Takes letters, or refuses them."""

    def __init__(self, *, takes: bool) -> None:
        self.takes = takes
        self.letters: list[Message] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        if not self.takes:
            return "550 not here"
        self.letters.append(message_from_bytes(envelope.content))
        return "250 taken"


def test_a_programme_stands_and_its_officer_can_come_in(tmp_path: Path) -> None:
    folder = tmp_path / "talks"
    said = init(folder, "--json")
    assert said.code == 0, said
    assert said.json["origin"] == "localhost:8000/harbour-talks"
    assert said.json["link"].startswith("http://localhost:8000/sign-in/")
    again = comity("link", "--data", folder, "--person", said.json["person"])
    assert again.code == 0
    exported = comity("export", "--data", folder, tmp_path / "out")
    assert exported.code == 0, exported
    assert comity("verify", tmp_path / "out", "--json").json["acts"] == 3
    assert comity("replay", "--check", "--data", folder).code == 0


@pytest.mark.parametrize("missing", list(ANSWERS))
def test_without_a_terminal_it_says_what_is_missing(tmp_path: Path, missing: str) -> None:
    said = init(tmp_path / "talks", without=missing)
    assert (said.code, list(tmp_path.iterdir())) == (2, [])
    assert f"missing: --{missing}\n" in said.err


def test_answers_that_cannot_be_used_are_all_named(tmp_path: Path) -> None:
    said = init(tmp_path / "talks", address="talks.example/path", zone="Nowhere")
    assert (said.code, list(tmp_path.iterdir())) == (2, [])
    assert "--address: expected https://" in said.err
    assert "--zone: expected a time zone" in said.err


def test_a_folder_that_holds_something_is_never_touched(tmp_path: Path) -> None:
    demo = tmp_path / "demo"
    assert comity("demo", "--no-serve", "--data", demo).code == 0
    before = {path: path.stat().st_mtime_ns for path in demo.iterdir()}
    said = init(demo)
    assert said.code == 1
    assert "a demonstration, which never becomes a programme" in said.err
    assert {path: path.stat().st_mtime_ns for path in demo.iterdir()} == before
    folder = tmp_path / "talks"
    assert init(folder).code == 0
    for again in (init(folder), comity("demo", "--no-serve", "--data", folder)):
        assert again.code == 1, again
    assert comity("replay", "--check", "--data", folder).code == 0


def test_a_trial_letter_reaches_the_officer_before_anything_is_made(tmp_path: Path) -> None:
    office = Office(takes=True)
    controller = Controller(office, hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        mail = f"smtp://127.0.0.1:{controller.port}"
        said = init(tmp_path / "talks", mail=mail, mail_from="desk@talks.example")
    finally:
        controller.stop()
    assert said.code == 0, said
    (letter,) = office.letters
    assert (letter["To"], letter["From"]) == ("ines@talks.example", "desk@talks.example")
    assert letter["Subject"] == "A trial letter from Harbour talks"
    kept = json.loads((tmp_path / "talks" / "settings.json").read_text())
    assert kept["mail"] == mail


@pytest.mark.parametrize("is_there", [True, False], ids=["refuses", "is not there"])
def test_a_server_that_takes_no_letter_is_told_and_nothing_is_made(
    tmp_path: Path, is_there: bool
) -> None:
    port = free_port()
    controller = Controller(Office(takes=False), hostname="127.0.0.1", port=port)
    if is_there:
        controller.start()
    try:
        told = {"mail": f"smtp://127.0.0.1:{port}", "mail_from": "desk@talks.example"}
        said = init(tmp_path / "talks", **told)
        without = init(tmp_path / "others", "--no-trial-letter", **told)
    finally:
        if is_there:
            controller.stop()
    assert said.code == 1
    assert f"127.0.0.1, port {port}, did not take it" in said.err
    assert without.code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["others"]


def test_the_environment_goes_before_what_the_folder_keeps(tmp_path: Path) -> None:
    folder = tmp_path / "talks"
    person = init(folder, "--json", address="https://talks.example").json["person"]
    kept = comity("link", "--data", folder, "--person", person)
    other = comity(
        "link", "--data", folder, "--person", person, COMITY_ADDRESS="https://other.example"
    )
    assert kept.out.startswith("https://talks.example/sign-in/")
    assert other.out.startswith("https://other.example/sign-in/")


def test_settings_that_cannot_be_read_end_a_command_with_a_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "talks"
    person = init(folder, "--json").json["person"]
    (folder / "settings.json").write_text("{")
    said = comity("link", "--data", folder, "--person", person)
    assert said.code == 2
    assert "settings.json cannot be read" in said.err


def test_a_folder_without_a_programme_is_served_on_this_machine_alone(tmp_path: Path) -> None:
    said = comity("serve", "--data", tmp_path / "talks", "--host", "192.0.2.1")
    assert said.code == 2
    assert "holds no programme yet" in said.err
