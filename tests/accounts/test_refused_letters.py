"""A stranger gives an address that no server takes: nobody's letters wait behind it."""

import os
import time
from collections.abc import Iterator

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.accounts.conftest import PostOffice
from tests.accounts.test_remarking import (
    REVIEW,
    Own,
    commented,
    confirmed,
    letter_with,
    officer,
    own,
)
from tests.journeys import house

__all__ = ["own"]

NOWHERE = "ghost@nowhere.example"


class Choosy(PostOffice):
    """Refuses one address for good, and counts how often it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        self.asked.append(address)
        if address == NOWHERE:
            return "550 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"


@pytest.fixture(scope="module")
def post_office() -> Iterator[Choosy]:
    office = Choosy()
    controller = Controller(office, hostname="127.0.0.1", port=house.free_port())
    controller.start()
    os.environ["COMITY_MAIL"] = f"smtp://127.0.0.1:{controller.port}"
    os.environ["COMITY_MAIL_FROM"] = "letters@talks.example"
    yield office
    del os.environ["COMITY_MAIL"], os.environ["COMITY_MAIL_FROM"]
    controller.stop()


def test_the_letters_behind_a_refused_one_leave_and_it_is_not_tried_again(
    own: Own, post_office: Choosy
) -> None:
    assert commented(own, mail=NOWHERE).status == 200
    until = time.monotonic() + 60
    while NOWHERE not in post_office.asked and time.monotonic() < until:
        time.sleep(0.1)
    for name in ("first", "second"):
        assert commented(own, mail=f"{name}@lights.example").status == 200
        letter_with(post_office, f"{name}@lights.example", "/comment/confirm/")
    assert post_office.asked.count(NOWHERE) == 1


def test_a_confidential_commenter_is_led_to_no_page_that_they_cannot_see(
    own: Own, post_office: Choosy
) -> None:
    ref = confirmed(own, post_office, mail="quiet@lights.example", confidential="on")
    assert officer(own).post(REVIEW, seen_on=REVIEW, ref=ref, then="enter").status == 200
    letter = letter_with(post_office, "quiet@lights.example", "stands in the record")
    assert "It is confidential, as you asked" in letter
    assert "/consultation/" not in letter
