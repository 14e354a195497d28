"""A letter that came back: what a mail server further on says of it (a delivery status notification, RFC 3464).

    Content-Type: multipart/report; report-type=delivery-status
      text/plain                                for people
      message/delivery-status                   Action: failed / Status: 5.1.1, a block for each recipient
      message/rfc822 or text/rfc822-headers     Message-ID: <…>, by which we know the letter again

Only the name and the code are read: whom it was for is known here already, and what else stands in it is not kept.
"""

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message

from comity.core.errors import Malformed

LONGEST = 1_000_000
"""Bytes: a server may send the whole letter back, and ours are short."""
STATUS = re.compile(r"[245]\.\d{1,3}\.\d{1,3}")
NAME = re.compile(r"<[^<>\s@]{1,200}@[^<>\s@]{1,200}>")


@dataclass(frozen=True)
class Bounce:
    """What became of a letter on its further way."""

    name: str
    """The letter's `Message-ID`."""
    status: str
    """Why, as an enhanced status code: `5.1.1`."""
    is_final: bool
    """False for what is only late, or arrived."""


def read(message: bytes) -> Bounce:
    """Read a notification; raise Malformed for anything else."""
    if len(message) > LONGEST:
        raise Malformed(
            "message", expected=f"at most {LONGEST} bytes", found=f"{len(message)} bytes"
        )
    found = email.message_from_bytes(message)
    if found.get_content_type() != "multipart/report" or not found.is_multipart():
        raise Malformed(
            "message",
            expected="a delivery status notification (RFC 3464)",
            found=found.get_content_type()[:80],
        )
    blocks = list(_blocks(found))
    failed = [each for each in blocks if _said(each, "Action").lower() == "failed"]
    status = next((STATUS.match(_said(each, "Status")) for each in failed or blocks), None)
    if status is None:
        raise Malformed("Status", expected="a code such as 5.1.1", found="none")
    return Bounce(_name(found), status[0], is_final=bool(failed))


def _blocks(report: Message) -> Iterator[Message]:
    """Yield what is said of each recipient; the first block is of the report itself."""
    for part in report.walk():
        if part.get_content_type() == "message/delivery-status" and part.is_multipart():
            said = [each for each in part.walk() if each is not part]
            yield from said[1:]


def _name(report: Message) -> str:
    """Return the name of the letter that came back, which stands in what is returned of it."""
    for part in report.walk():
        kind = part.get_content_type()
        inner = part.get_payload()
        if kind == "message/rfc822" and isinstance(inner, list) and inner:
            said = _said(inner[0], "Message-ID")
        elif kind == "text/rfc822-headers" and isinstance(inner, str):
            said = _said(email.message_from_string(inner), "Message-ID")
        else:
            continue
        if name := NAME.search(said):
            return name[0]
    raise Malformed("Message-ID", expected="the name of the letter that came back", found="none")


def _said(message: Message | str, name: str) -> str:
    return str(message.get(name, "")).strip() if isinstance(message, Message) else ""
