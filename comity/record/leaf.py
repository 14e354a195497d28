"""One entry of the log: a statement, and the host's word that it came in, and when.

    {"host":{"kid":"Cv3…","sig":"k2J…"},"hour":"2026-11-23T20Z","p":"eyJsb2ci…","received":"8qq…","signed":null}

``p`` is the statement in standard base64; ``received`` the digest of the host's part with the
exact instant; ``signed`` the digest of the part ``signature``, or null; ``host.sig`` the host's
signature, in base64url, over the DSSE encoding of the leaf's canonical JSON without ``host``.
A leaf says nothing of who acted or what was done; its parts do.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple, NoReturn

from comity.record import b64, dsse, profile
from comity.record.errors import Malformed
from comity.record.keys import SigningKey, is_signed
from comity.record.statement import DIGEST

# An entry bundle writes a leaf's length in two bytes.
LEAF_BYTES = 65_535
INSTANT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6}Z")

_GRAMMAR = re.compile(
    r'\{"host":\{"kid":"([A-Za-z0-9_-]{22})","sig":"([A-Za-z0-9_-]{85}[AQgw])"\},'
    r'("hour":"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}Z)","p":"([A-Za-z0-9+/]+={0,2})",'
    rf'"received":"({DIGEST})","signed":(?:null|"({DIGEST})")\}})'
)


class Leaf(NamedTuple):
    """A leaf's bytes and what they say; ``attested`` is what the host signed."""

    data: bytes
    kid: str
    signature: bytes
    attested: bytes
    hour: str
    statement: bytes
    received: str
    signed: str | None


def build_leaf(
    statement: bytes, *, received: str, instant: str, signed: str | None, host: SigningKey
) -> Leaf:
    """Attest a statement.

    ``instant`` is the value of the part ``received`` and ``received`` its digest;
    ``signed`` is the digest of the part ``signature``, or None.
    """
    sealed = f'"{signed}"' if signed is not None else "null"
    hour = hour_of(instant)
    rest = f'"hour":"{hour}","p":"{b64.to_standard(statement)}","received":"{received}","signed":{sealed}}}'
    attested = f"{{{rest}".encode()
    signature = host.sign(dsse.pae(dsse.LEAF_TYPE, attested))
    data = f'{{"host":{{"kid":"{host.kid}","sig":"{b64.to_url(signature)}"}},{rest}'.encode()
    if len(data) > LEAF_BYTES:
        raise _too_long(data)
    return Leaf(data, host.kid, signature, attested, hour, statement, received, signed)


def read_leaf(data: bytes) -> Leaf:
    """Read a leaf, its signature unexamined; all but its canonical bytes raise ``Malformed``."""
    if len(data) > LEAF_BYTES:
        raise _too_long(data)
    match = _GRAMMAR.fullmatch(data.decode("ascii", "replace"))
    if match is None:
        _explain(data)
    kid, signature, attested, hour, statement, received, signed = match.groups()
    _is_hour(hour)
    return Leaf(
        data,
        kid,
        b64.from_url(signature, "host.sig"),
        f"{{{attested}".encode(),
        hour,
        b64.from_standard(statement, "p"),
        received,
        signed,
    )


def is_attested(leaf: Leaf, *, public: bytes) -> bool:
    """Say whether the holder of a host key signed this leaf."""
    return is_signed(
        dsse.pae(dsse.LEAF_TYPE, leaf.attested), signature=leaf.signature, public=public
    )


def read_instant(value: object) -> str:
    """Return an instant in UTC with microseconds, or raise ``Malformed``.

    Fixed width, so that comparing two texts compares two times: 2026-11-23T20:14:05.000000Z
    """
    if type(value) is str and INSTANT.fullmatch(value) is not None:
        try:
            datetime.fromisoformat(value)
        except ValueError:
            pass
        else:
            return value
    raise Malformed("instant", expected="an instant as 2026-11-23T20:14:05.000000Z", found=value)


def hour_of(instant: str) -> str:
    """Return the hour in which an instant lies: 2026-11-23T20Z."""
    return f"{read_instant(instant)[:13]}Z"


@lru_cache(maxsize=64)
def _is_hour(hour: str) -> None:
    try:
        datetime.fromisoformat(f"{hour[:13]}:00Z")
    except ValueError:
        raise Malformed("leaf-hour", expected="an hour as 2026-11-23T20Z", found=hour) from None


def _too_long(data: bytes) -> Malformed:
    return Malformed(
        "leaf-too-long", expected=f"at most {LEAF_BYTES} bytes", found=f"{len(data)} bytes"
    )


def _explain(data: bytes) -> NoReturn:
    value = profile.decode(data, "leaf")
    if type(value) is not dict or sorted(value) != ["host", "hour", "p", "received", "signed"]:
        raise Malformed(
            "leaf-shape", expected="the keys host, hour, p, received, signed", found=value
        )
    raise Malformed(
        "leaf-shape", expected="host, hour, p, received, signed as the format has them", found=value
    )
