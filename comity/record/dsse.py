"""DSSE's pre-authentication encoding: a signature over a type and bytes, never over bytes alone.

    DSSEv1 37 application/vnd.comity.statement+json 514 {"log":…

so that bytes signed as a statement can never be shown as a signed leaf.
"""

from __future__ import annotations

LEAF_TYPE = "application/vnd.comity.leaf+json"
STATEMENT_TYPE = "application/vnd.comity.statement+json"


def pae(payload_type: str, body: bytes) -> bytes:
    """Return the bytes that are signed for a payload of a type."""
    return b"DSSEv1 %d %b %d %b" % (len(payload_type), payload_type.encode(), len(body), body)
