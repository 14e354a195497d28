"""The host's next key: made and kept here, registered in the record, and from then on the one that attests."""

from __future__ import annotations

import os

from comity.core.party import SigningKey as Registered
from comity.core.programme import Programme
from comity.core.state import every
from comity.desk.desk import Desk
from comity.desk.host_key import host_key
from comity.desk.outcome import Outcome, Receipt
from comity.record import b64
from comity.store.state import Loaded

REGISTER = "parties.register-key/1"
REVOKE = "parties.revoke-key/1"


def rotate(desk: Desk, *, person: str) -> Outcome:
    """Register a new key of the host's; where that is out of order nothing is left of the key."""
    key = desk.folder.add_host_key(os.urandom(32))
    outcome = desk.submit(
        {
            "kind": REGISTER,
            "on_behalf_of": _host(desk),
            "public_key": b64.to_url(key.public),
            "holder": "host",
        },
        person=person,
    )
    if not isinstance(outcome, Receipt):
        desk.folder.drop_host_key(key)
    return outcome


def revoke(desk: Desk, *, key: str, person: str) -> Outcome:
    """Revoke a key of the host's by its id; what it attested stands."""
    return desk.submit({"kind": REVOKE, "on_behalf_of": _host(desk), "key": key}, person=person)


def current(desk: Desk) -> str:
    """Return the id under which the key that now attests is registered."""
    with desk.store.reading():
        kid = host_key(desk.store, desk.folder).kid
        state = Loaded(desk.store)
        state.load([every(Registered, kid=kid)])
        (found,) = state.all(Registered, kid=kid)
    return found.id


def _host(desk: Desk) -> str:
    with desk.store.reading():
        state = Loaded(desk.store)
        state.load([(Programme, "programme")])
        return state.get(Programme, "programme").host
