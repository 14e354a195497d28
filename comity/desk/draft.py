"""An act as its signer would sign it: the statement and all its parts, made before it is submitted.

Who signs with a key of their own makes the parts and their salts first; the desk then only checks them. Words that
a part cannot hold are lodged, as anybody's would be.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from comity.core.act import act_shapes
from comity.desk import envelope as envelopes
from comity.desk.border import border
from comity.desk.desk import Desk
from comity.desk.envelope import Asked
from comity.desk.judging import judge
from comity.desk.outcome import Refused
from comity.desk.parting import LIST, TEXT, must_be_carried, part
from comity.record import Seen, SigningKey, b64, build_statement, sign_statement
from comity.store import log


def draft(
    desk: Desk, envelope: dict[str, Any], *, person: str, key: SigningKey
) -> dict[str, Any] | Refused:
    """Return what is to be submitted, signed; or every reason why it would be refused."""
    asked = _lodged(desk, envelopes.read(envelope, person=person))
    with desk.store.reading():
        head = log.head(desk.store)
        judged = judge(desk.store, asked, head=head, at=desk.clock(), is_clerk=False)
    if judged.refusals:
        return Refused(judged.refusals)
    with border():
        parts = part(judged.act, asked, audiences=judged.audiences).parts
        seen = Seen(head.size, head.frontier.root())
        statement = build_statement(parts, origin=head.origin, seen=seen, nonce=asked.nonce).data
    return {
        "statement": b64.to_standard(statement),
        "parts": [each.text for each in parts],
        "signature": sign_statement(statement, key=key).value(),
    }


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
