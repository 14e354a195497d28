"""The few fields of acts that a verification has to understand; of diplomacy it knows nothing.

programme.establish-programme/1   {"origin","log_vkey","host_vkey","simulated"}     leaf 0
parties.register-key/1            {"id","public_key"} and "person", "for_party" or "holder":"host"
parties.revoke-key/1              {"key"}
programme.erase/1                 {"digests":["8qqr…",…]}                           always public
any                               {"blob","length","media_type"}, alone or in an array
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from comity.record.blob import Blob, is_blob_value, read_blob_value
from comity.record.errors import Malformed
from comity.record.keyring import REGISTER, REVOKE, Registered, Revoked
from comity.record.keys import read_public_key
from comity.record.note import Verifier, read_vkey
from comity.record.profile import Json
from comity.record.statement import DIGEST

ESTABLISH = "programme.establish-programme/1"
ERASE = "programme.erase/1"
KINDS = frozenset({ESTABLISH, ERASE, REGISTER, REVOKE})

_DIGEST = re.compile(DIGEST)


@dataclass(frozen=True, slots=True)
class Root:
    """What leaf 0 says: the root of trust when no key is pinned."""

    origin: str
    log: Verifier
    host: Verifier
    is_simulated: bool


def read_root(own: Mapping[str, Json]) -> Root:
    """Read the root of trust from the parts of leaf 0, or raise ``Malformed``."""
    if own.get("kind") != ESTABLISH:
        raise Malformed("leaf-0", expected=ESTABLISH, found=own.get("kind", "a sealed kind"))
    texts = {name: own.get(name) for name in ("origin", "log_vkey", "host_vkey")}
    if not all(type(text) is str for text in texts.values()):
        raise Malformed("leaf-0", expected="origin, log_vkey and host_vkey, public", found=texts)
    if type(own.get("simulated", False)) is not bool:
        raise Malformed("leaf-0", expected="simulated: true or false", found=own["simulated"])
    log, host = read_vkey(own["log_vkey"]), read_vkey(own["host_vkey"])
    if log.name != own["origin"]:
        raise Malformed("leaf-0", expected=f"a log key named {own['origin']}", found=log.name)
    return Root(own["origin"], log, host, own.get("simulated", False))


def read_key_act(index: int, *, own: Mapping[str, Json]) -> Registered | Revoked | None:
    """Read what an act on keys visibly says; None when the viewer may not see which key."""
    if own["kind"] == REVOKE:
        return Revoked(index, _text(own, "key")) if "key" in own else None
    if "public_key" not in own:
        return None
    return Registered(
        index,
        read_public_key(_text(own, "public_key")),
        _maybe(own, "id"),
        _maybe(own, "person"),
        _maybe(own, "for_party"),
        own.get("holder") == "host",
    )


def read_erasure(own: Mapping[str, Json]) -> list[str]:
    """Return the digests that an act of erasure names, or raise ``Malformed``."""
    digests = own.get("digests")
    if type(digests) is not list or not digests:
        raise Malformed("erase-digests", expected="digests, public", found=digests)
    for digest in digests:
        if type(digest) is not str or _DIGEST.fullmatch(digest) is None:
            raise Malformed("erase-digests", expected="a digest in base64url", found=digest)
    return digests


def blobs_in(own: Mapping[str, Json]) -> Iterator[Blob]:
    """Yield every blob that the visible parts of an act bind."""
    for value in own.values():
        if type(value) is not str:
            for item in value if type(value) is list else [value]:
                if is_blob_value(item):
                    yield read_blob_value(item)


def _text(own: Mapping[str, Json], name: str) -> str:
    if type(own[name]) is not str:
        raise Malformed("key-act", expected=f"{name} as text", found=own[name])
    return str(own[name])


def _maybe(own: Mapping[str, Json], name: str) -> str | None:
    return None if own.get(name) is None else _text(own, name)
