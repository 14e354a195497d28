"""A desk somewhere else, spoken to over the wire: an act is drafted there, checked and signed here, and sent.

The private key and the words that were meant never leave what this machine can check: nothing is signed but what was
asked, part by part, and the receipt must be for what was signed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, Request

from comity.cli.screen import REFUSED, UNREADABLE, Stop
from comity.record import Malformed as Unreadable
from comity.record import SigningKey, read_envelope, sign_statement
from comity.record.leaf import read_leaf

SECONDS = 60
MOST_BYTES = 64 << 20
OF_EVERY_ACT = frozenset({"kind", "by", "on_behalf_of", "audience"})


class Afar:
    """A desk at an address, as who holds a token there."""

    def __init__(self, address: str, *, token: Path) -> None:
        """Keep where it is, and read the token."""
        if not address.startswith(("http://", "https://")):
            raise Stop(
                f"{address} is no address: http://… or https://… was expected", code=UNREADABLE
            )
        self.address = address.rstrip("/")
        try:
            self._token = token.read_text().strip()
        except (OSError, UnicodeDecodeError) as error:
            raise Stop(f"{token} cannot be read: {error}") from error

    def act(self, asked: Mapping[str, Any], *, key: SigningKey | None) -> dict[str, Any]:
        """Do an act there, and return the receipt."""
        if key is None:
            return self._posted("/acts", asked)
        drafted = self._posted("/drafts", asked)
        statement = agreed(drafted, asked=asked)
        signature = sign_statement(statement, key=key).value()
        receipt = self._posted("/acts", {**drafted, "signature": signature})
        if _statement_of(receipt) != statement:
            raise Stop("the desk answered with a receipt for another act; keep it and ask the host")
        return receipt

    def _posted(self, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        request = Request(  # noqa: S310 — the address was looked at when it was given
            f"{self.address}{path}",
            data=json.dumps(body).encode(),
            headers={
                "Authorization": f"Bearer {self._token}",
                "Content-Type": "application/json",
                "Accept": "application/json",
            },
        )
        try:
            with _opener().open(request, timeout=SECONDS) as response:
                status, data = response.status, response.read(MOST_BYTES)
        except (OSError, HTTPException, ValueError) as error:
            raise Stop(f"{self.address} does not answer: {error}") from error
        return _told(status, data)


def agreed(drafted: Mapping[str, Any], *, asked: Mapping[str, Any]) -> bytes:
    """Return the statement of a draft that says what was asked and nothing else; stop before it is signed otherwise."""
    try:
        opened = read_envelope({"statement": drafted["statement"], "parts": drafted["parts"]})
    except (KeyError, Unreadable) as error:
        raise Stop(f"the desk sent no draft that holds together: {error}") from error
    fields = opened.fields
    told = {name: value for name, value in asked.items() if name not in ("nonce", "audience")}
    for name, value in told.items():
        if fields.get(name) != value:
            raise Stop(
                f"the draft does not say what was asked in {name}: {fields.get(name)!r}. Nothing was signed"
            )
    more = sorted(set(fields) - set(told) - OF_EVERY_ACT)
    if any(fields[name] for name in more):
        raise Stop(f"the draft says more than was asked: {', '.join(more)}. Nothing was signed")
    for part, audience in asked.get("audience", {}).items():
        if opened.audience.parts.get(part) != audience:
            raise Stop(f"the draft gives {part} to others than was asked. Nothing was signed")
    return opened.statement.data


def _statement_of(receipt: Mapping[str, Any]) -> bytes:
    try:
        return read_leaf(str(receipt["leaf"]).encode()).statement
    except (KeyError, Unreadable, UnicodeEncodeError) as error:
        raise Stop(f"the desk sent no receipt that can be read: {error}") from error


def _told(status: int, data: bytes) -> dict[str, Any]:
    """Return what a desk answered, or stop with what it says."""
    try:
        answer = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Stop(f"the desk answered {status}, and not in JSON", code=UNREADABLE) from error
    if not isinstance(answer, dict):
        raise Stop(f"the desk answered {status}, and no object", code=UNREADABLE)
    if status in (200, 201):
        return answer
    refusals = answer.get("refusals", ())
    sentences = [f"{each['says']} ({each['code']})" for each in refusals]
    says = "not in order: " + " ".join(sentences) if sentences else str(answer.get("says", status))
    facts = {"refusals": refusals} if refusals else {}
    if answer.get("error") == "called-alike":
        each = "; ".join(f"{one['name']} ({one['thing']})" for one in answer["things"])
        says = f"{says} They are: {each}"
        facts = {"alike": {name: answer[name] for name in ("field", "name", "count", "things")}}
    if unread := answer.get("unread"):
        says = "; ".join(
            f"{each['what']}: expected {each['expected']}, found {each['found']}" for each in unread
        )
        facts = {"unread": unread, "is_cut": bool(answer.get("is_cut"))}
    raise Stop(says, code=UNREADABLE if status == 400 else REFUSED, facts=facts)


def _opener() -> OpenerDirector:
    """Follow no redirection and no proxy, and take every status for an answer."""
    opener = OpenerDirector()
    for handler in (HTTPHandler, HTTPSHandler):
        opener.add_handler(handler())
    return opener
