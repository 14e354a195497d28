"""A crowd that is sent to shut others out of a request for comments shuts out nobody but itself."""

import html
import os
import re
import urllib.parse
import urllib.request
from collections.abc import Iterator

import pytest

from tests.accounts.test_remarking import FORM, SAID, Own, own
from tests.contracts.command import comity
from tests.journeys.visitor import TOKEN, Answer, Visitor

__all__ = ["own"]

OTHER = "/comment/other"


@pytest.fixture(scope="module", autouse=True)
def believed() -> Iterator[None]:
    """A web server on this machine is believed about where somebody comes from; no letter leaves."""
    os.environ["COMITY_PROXY"] = "yes"
    yield
    del os.environ["COMITY_PROXY"]


@pytest.fixture(scope="module")
def post_office() -> None:
    """Nobody takes letters here: they wait."""


class Crowd(Visitor):
    """Many strangers with one window, each from a place of their own; every comment is from another address."""

    def __init__(self, site: str) -> None:
        super().__init__(site)
        token = TOKEN.search(self.get(FORM).text)
        assert token
        self._token, self.sent = token[1], 0

    def comment(self, place: str, *, on: str = FORM, **said: str) -> Answer:
        """Send the form from a place."""
        self.sent += 1
        told = {**SAID, "mail": f"n{self.sent}@x.example", **said}
        body = urllib.parse.urlencode({"csrfmiddlewaretoken": self._token, **told}).encode()
        headers = {"Referer": self._site + on, "X-Forwarded-For": place}
        return self._ask(urllib.request.Request(self._site + on, data=body, headers=headers))

    def fill(self, network: int) -> list[int]:
        """Send what one network may: ten from each of four of its lines."""
        return [
            self.comment(f"198.18.{network}.{line}").status for line in range(4) for _ in range(10)
        ]


def test_a_crowd_shuts_out_nobody_but_itself(own: Own) -> None:
    by = ("--on-behalf-of", "harbour-secretariat", "--data", own[1], "--person", own[2])
    asked = ("--id", "other", "--title", "Another", "--body", "council", "--asks", "Well?")
    opened = comity("act", "reframe.open-consultation", *asked, "--closes", "2090-01-31", *by)
    assert opened.code == 0, opened
    crowd = Crowd(own[0])
    # One line has ten an hour, and its network forty.
    assert crowd.fill(0) == [200] * 40
    assert crowd.comment("198.18.0.200").status == 429
    assert [crowd.comment("198.18.1.1").status for _ in range(11)] == [200] * 10 + [429]
    for network in range(2, 9):
        crowd.fill(network)
    # More than three hundred came on this request: from each network two more are heard, and no more than two.
    assert [crowd.comment("203.0.113.9").status for _ in range(3)] == [200, 200, 429]
    assert [crowd.comment("2001:db8:7:1::5").status for _ in range(2)] == [200, 200]
    assert crowd.comment("2001:db8:7:2::5").status == 429
    assert crowd.comment("198.18.1.2").status == 429
    # Another request has its own measure: who keeps theirs is heard there as before.
    assert [crowd.comment("192.0.2.7", on=OTHER).status for _ in range(5)] == [200] * 5


def test_who_has_to_wait_is_told_how_long_and_how_else_and_loses_no_word(own: Own) -> None:
    said = {"words": "All of this <b>stays</b>.", "name": "Zoe", "confidential": "on"}
    crowd = Crowd(own[0])
    assert [crowd.comment("203.0.114.9").status for _ in range(2)] == [200] * 2
    # Two are heard from a network in any crowd; without one, the line is full after ten.
    while (answer := crowd.comment("203.0.114.9", **said)).status == 200:
        assert crowd.sent <= 13
    assert answer.status == 429
    (minutes,) = re.findall(r"send it again in (\d+) minutes?\.", answer.text)
    assert 50 <= int(minutes) <= 60
    assert answer.headers["retry-after"] == str(int(minutes) * 60)
    assert len(re.findall(r'href="mailto:[^"@]+@[^"]+"', answer.text)) == 1
    kept = html.unescape(answer.text)
    assert [words for words in (said["words"], 'value="Zoe"') if words not in kept] == []
    assert re.search(r'name="confidential"[^>]*checked', answer.text)
