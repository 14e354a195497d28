"""The clerk goes on when a round fails, and ends when told."""

import logging
import threading

import pytest

from comity.cli.clerk_thread import ClerkThread


def test_a_round_that_fails_is_told_and_tried_again(caplog: pytest.LogCaptureFixture) -> None:
    rounds: list[int] = []
    enough = threading.Event()

    def work() -> None:
        rounds.append(len(rounds))
        if len(rounds) == 1:
            raise ConnectionError("the post office is closed")
        enough.set()

    clerk = ClerkThread(work, every=0.01)
    with caplog.at_level(logging.ERROR, logger="comity.clerk"):
        clerk.start()
        assert enough.wait(10)
        clerk.stop()
    assert [record.getMessage() for record in caplog.records] == [
        "the clerk's round failed and will be tried again"
    ]
