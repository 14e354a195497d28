"""A notification is read for the letter's name and the code, and anything else is told apart from one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.accounts.bounce import LONGEST, Bounce, read
from comity.core.errors import Malformed
from tests.accounts.test_post import notification

NAME = "<abc@programme.example>"


def test_a_failure_is_read() -> None:
    assert read(notification(NAME)) == Bounce(NAME, "5.1.1", is_final=True)


def test_a_delay_is_not_final() -> None:
    said = read(notification(NAME, action="delayed", status="4.4.7"))
    assert said == Bounce(NAME, "4.4.7", is_final=False)


def test_a_server_that_returns_the_heads_alone_is_understood() -> None:
    message = notification(NAME).replace(b"message/rfc822", b"text/rfc822-headers")
    assert read(message).name == NAME


@pytest.mark.parametrize(
    ("message", "what"),
    [
        (b"", "message"),
        (b"Subject: x\r\n\r\nhello", "message"),
        (notification("no name"), "Message-ID"),
        (notification(NAME, status="none"), "Status"),
        (b"x" * (LONGEST + 1), "message"),
    ],
    ids=["nothing", "an ordinary letter", "no name", "no code", "too long"],
)
def test_what_is_none_is_malformed(message: bytes, what: str) -> None:
    with pytest.raises(Malformed) as told:
        read(message)
    assert told.value.what == what


@given(st.data())
def test_bad_bytes_are_malformed_and_nothing_else(data: st.DataObject) -> None:
    good = notification(NAME)
    start = data.draw(st.integers(0, len(good)))
    end = data.draw(st.integers(start, min(len(good), start + 60)))
    message = good[:start] + data.draw(st.binary(max_size=60)) + good[end:]
    try:
        found = read(message)
    except Malformed:
        return
    assert isinstance(found, Bounce)
