"""With which of its keys the host attests: the newest that the record registered and that is kept here."""

from __future__ import annotations

from collections.abc import Mapping

from comity.core.errors import Broken
from comity.core.party import KeyHolder
from comity.core.party import SigningKey as Registered
from comity.core.state import every
from comity.desk.folder import Folder
from comity.record import SigningKey
from comity.store.database import Database
from comity.store.known import Known
from comity.store.state import Loaded


def host_key(
    database: Database,
    folder: Folder,
    *,
    kept: Mapping[str, SigningKey] | None = None,
    known: Known | None = None,
) -> SigningKey:
    """Return the key that counts at the end of the log; raise Broken where none is kept here.

    `kept` are the folder's keys where they have been read already.
    """
    kept = folder.host_keys if kept is None else kept
    if len(kept) == 1:
        # The last key cannot be revoked, so what stands alone counts.
        return next(iter(kept.values()))
    state = Loaded(database, known)
    state.load([every(Registered, holder=KeyHolder.HOST)])
    standing = [
        each
        for each in state.all(Registered, holder=KeyHolder.HOST)
        if each.revoked_at is None and each.kid in kept
    ]
    if not standing:
        raise Broken(f"{folder.path} keeps no key of the host's that the record has registered")
    return kept[max(standing, key=lambda each: each.from_index).kid]
