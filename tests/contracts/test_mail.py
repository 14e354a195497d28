"""`comity mail test`: a letter that only tries, and every refusal in words."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller

from tests.contracts.command import comity
from tests.contracts.test_init import Office, init
from tests.journeys.house import free_port


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("mail") / "talks"
    assert init(place).code == 0
    return place


@contextmanager
def post(office: Office) -> Iterator[str]:
    controller = Controller(office, hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        yield f"smtp://127.0.0.1:{controller.port}"
    finally:
        controller.stop()


def test_a_trial_letter_goes_where_it_is_told_or_to_the_sender(folder: Path) -> None:
    office = Office(takes=True)
    with post(office) as mail:
        told = {"COMITY_MAIL": mail, "COMITY_MAIL_FROM": "desk@talks.example"}
        first = comity("mail", "test", "--data", folder, "--to", "ana@x.example", **told)
        second = comity("mail", "test", "--data", folder, "--json", **told)
    assert (first.code, second.code) == (0, 0)
    assert [each["To"] for each in office.letters] == ["ana@x.example", "desk@talks.example"]
    assert second.json["to"] == "desk@talks.example"


def test_a_server_that_refuses_is_quoted_and_one_that_is_not_there_is_told_without_numbers(
    folder: Path,
) -> None:
    with post(Office(takes=False)) as mail:
        refused = comity("mail", "test", "--data", folder, COMITY_MAIL=mail)
    nobody = comity("mail", "test", "--data", folder, COMITY_MAIL=f"smtp://127.0.0.1:{free_port()}")
    unknown = comity("mail", "test", "--data", folder, COMITY_MAIL="smtp://no.such.invalid:25")
    assert [each.code for each in (refused, nobody, unknown)] == [1, 1, 1]
    assert "did not take it: it said 550 not here" in refused.err
    assert "did not take it: nothing listens there" in nobody.err
    assert "did not take it: no machine of this name is known" in unknown.err
    assert "Errno" not in refused.err + nobody.err + unknown.err


def test_what_hangs_up_at_once_is_no_mail_server_that_we_know(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def hang_up() -> None:
            listening.accept()[0].close()

        guest = threading.Thread(target=hang_up)
        guest.start()
        mail = f"smtp://127.0.0.1:{listening.getsockname()[1]}"
        said = comity("mail", "test", "--data", folder, COMITY_MAIL=mail)
        guest.join()
    assert (said.code, "it hung up" in said.err) == (1, True)


def test_without_a_server_and_in_a_demonstration_nothing_is_sent(
    folder: Path, demonstration: Path
) -> None:
    without = comity("mail", "test", "--data", folder)
    assert (without.code, "no mail server is set" in without.err) == (1, True)
    odd = comity("mail", "test", "--data", folder, "--to", "nowhere")
    assert (odd.code, "--to: expected an address" in odd.err) == (2, True)
    office = Office(takes=True)
    with post(office) as mail:
        shown = comity("mail", "test", "--data", demonstration, COMITY_MAIL=mail)
    assert (shown.code, "nothing leaves it" in shown.err) == (1, True)
    assert office.letters == []
