"""An act as its signer would sign it: the statement and all its parts, made before it is submitted.

Who signs with a key of their own makes the parts and their salts first; the desk then only checks them. Words that
a part cannot hold are lodged, as anybody's would be.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any

from comity.core.act import act_shapes
from comity.core.errors import Malformed
from comity.core.refusal import Refusal
from comity.desk import envelope as envelopes
from comity.desk.border import border
from comity.desk.desk import Desk
from comity.desk.envelope import Asked
from comity.desk.judging import judge
from comity.desk.outcome import Refused
from comity.desk.parting import LIST, TEXT, must_be_carried, part
from comity.desk.rights import RULE
from comity.record import Seen, SigningKey, b64, build_statement, sign_statement
from comity.store import blobs, log


@dataclass(frozen=True)
class Draft:
    """A statement and the parts that it binds, with their salts; nothing is entered by it."""

    statement: bytes
    parts: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Return it as it is given to whoever will sign it."""
        return {"statement": b64.to_standard(self.statement), "parts": list(self.parts)}

    def signed(self, key: SigningKey) -> dict[str, Any]:
        """Return what is to be submitted."""
        return self.as_json() | {"signature": sign_statement(self.statement, key=key).value()}


def draft(desk: Desk, envelope: dict[str, Any], *, person: str) -> Draft | Refused:
    """Return what a person would sign for an act, or every reason why it would be refused."""
    if "statement" in envelope:
        raise Malformed("draft", expected="the fields of an act", found="a statement already made")
    asked = _lodged(desk, envelopes.read(envelope, person=person))
    with desk.store.reading():
        # Before anything is judged by words that somebody else lodged, or that nobody did.
        if unknown := blobs.not_theirs(desk.store, asked.own, person=asked.person):
            return Refused(
                tuple(Refusal("blob-unknown", rule=RULE, field=name) for name in unknown)
            )
        head = log.head(desk.store)
        judged = judge(desk.store, asked, head=head, at=desk.clock(), is_clerk=False)
    if judged.refusals:
        return Refused(judged.refusals)
    with border():
        parts = part(judged.act, judged.asked, audiences=judged.audiences).parts
        seen = Seen(head.size, head.frontier.root())
        statement = build_statement(parts, origin=head.origin, seen=seen, nonce=asked.nonce).data
    return Draft(statement, tuple(each.text for each in parts))


def _lodged(desk: Desk, asked: Asked) -> Asked:
    """Lodge the words that parts cannot hold, so that what is signed binds them."""
    shapes = act_shapes(asked.kind)
    own = dict(asked.own)
    for name, value in asked.own.items():
        if name in shapes and must_be_carried(shapes[name], value):
            is_words = isinstance(value, str)
            content = value if is_words else json.dumps(value, ensure_ascii=False)
            media_type = TEXT if is_words else LIST
            own[name] = desk.lodge(content.encode(), media_type=media_type, person=asked.person)
    return replace(asked, own=own)
