"""Digests that stand for nothing, so that the number of parts does not tell the kind of act.

    seed        "Zm9vYmFyYmF6cXV4cXV1eA"                   stands in the part ``audience``
    digest i    base64url(SHA-256(ASCII(seed "." i)))      i = 0, 1, 2 … in decimal

A statement's ``sd`` is filled to the next multiple of eight. A part never contains a full stop,
so a padding digest is never the digest of a part; who sees the seed knows that nothing hides there.
"""

from __future__ import annotations

from hashlib import sha256

from comity.record import b64

STEP = 8


def padding_digests(seed: str, *, parts: int) -> list[str]:
    """Return the digests that fill ``parts`` digests to the next multiple of eight."""
    return [
        b64.to_url(sha256(f"{seed}.{n}".encode("ascii")).digest()) for n in range(-parts % STEP)
    ]
