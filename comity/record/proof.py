"""C2SP tlog-proof: one text file that shows, offline and for ever, that a leaf is in a log.

    c2sp.org/tlog-proof@v1
    index 10
    gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
    B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=

    example.org/eastwest
    11
    u0vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08sFos=

    — example.org/eastwest tLFf2hI2DJw…

The optional line ``extra`` is neither written nor accepted: nothing would sign it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from comity.record import b64
from comity.record.checkpoint import Checkpoint, open_checkpoint
from comity.record.errors import Malformed
from comity.record.merkle import is_included
from comity.record.note import Verifier
from comity.record.statement import ROOT, SIZE

HEADER = "c2sp.org/tlog-proof@v1"

_TEXT = re.compile(rf"{re.escape(HEADER)}\nindex ({SIZE})\n((?:{ROOT}\n){{0,63}})\n")


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof as it is read; ``checkpoint`` is the signed note, byte for byte."""

    index: int
    path: tuple[bytes, ...]
    checkpoint: bytes


def write_proof(index: int, *, path: Sequence[bytes], checkpoint: bytes) -> str:
    """Write a proof of inclusion under a signed checkpoint."""
    hashes = "".join(f"{b64.to_standard(node)}\n" for node in path)
    return f"{HEADER}\nindex {index}\n{hashes}\n{checkpoint.decode()}"


def read_proof(text: str) -> Proof:
    """Read a proof, or raise ``Malformed``; it is not verified."""
    match = _TEXT.match(text)
    if match is None:
        raise Malformed(
            "proof-shape", expected="a tlog-proof, version 1, without extra data", found=text
        )
    path = tuple(b64.from_standard(line, "hash of a proof") for line in match[2].splitlines())
    return Proof(int(match[1]), path, text[match.end() :].encode("utf-8", "backslashreplace"))


def verify_proof(text: str, *, leaf: bytes, verifier: Verifier) -> tuple[int, Checkpoint]:
    """Return where a leaf hash stands and under which checkpoint, or raise ``Malformed``."""
    proof = read_proof(text)
    checkpoint = open_checkpoint(proof.checkpoint, verifier=verifier)
    if not is_included(
        leaf, index=proof.index, size=checkpoint.size, path=proof.path, root=checkpoint.root
    ):
        raise Malformed(
            "proof-inclusion",
            expected=f"the leaf at {proof.index} under the checkpoint",
            found=leaf,
        )
    return proof.index, checkpoint
