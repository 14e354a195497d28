"""A server of one's own, and a post office on this machine that takes its letters."""

import email
import os
import time
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.contracts.command import comity
from tests.contracts.conftest import demonstration, roles
from tests.journeys import house

__all__ = ["demonstration", "roles"]

HERE = "tests/accounts/"
PATIENCE = 160.0
"""Seconds, on a busy machine; the letters of an act lie in the tray for one minute of them."""
ADDRESS = "delegate@meridonia.example"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in (place := item.path.as_posix()):
            item.add_marker(pytest.mark.xdist_group(f"accounts-{Path(place).stem}"))
            item.add_marker(pytest.mark.slow)


class PostOffice:
    """Takes letters and keeps them."""

    def __init__(self) -> None:
        self.letters: list[Message] = []

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        self.letters.append(email.message_from_bytes(envelope.content))
        return "250 taken"

    def next(self, count: int) -> Message:
        """Wait until so many letters are there, and return the last of them."""
        until = time.monotonic() + PATIENCE
        while len(self.letters) < count and time.monotonic() < until:
            time.sleep(0.1)
        assert len(self.letters) == count
        return self.letters[-1]

    def link_to(self, address: str) -> Message:
        """Wait for a letter that lets somebody in, and return it."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for letter in self.letters:
                words = bytes(letter.get_payload(decode=True)).decode()
                if letter["To"] == address and "/sign-in/" in words:
                    return letter
            time.sleep(0.1)
        raise AssertionError(f"no letter lets {address} in")


@pytest.fixture(scope="module")
def post_office() -> Iterator[PostOffice]:
    office = PostOffice()
    controller = Controller(office, hostname="127.0.0.1", port=house.free_port())
    controller.start()
    os.environ["COMITY_MAIL"] = f"smtp://127.0.0.1:{controller.port}"
    yield office
    del os.environ["COMITY_MAIL"]
    controller.stop()


@pytest.fixture(scope="module")
def served(
    demonstration: Path, post_office: PostOffice, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Path]]:
    """Address and folder of a server whose delegate of Meridonia can be reached by mail."""
    with house.serving(demonstration, place=tmp_path_factory.mktemp("served")) as (site, data):
        known = comity("link", "--data", data, "--person", "c9w4ep", "--mail", ADDRESS)
        assert known.code == 0, known
        yield site, data
