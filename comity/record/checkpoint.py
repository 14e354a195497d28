"""C2SP tlog-checkpoint: the log's signed word on its size and root.

    example.org/eastwest
    11
    u0vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08sFos=

    — example.org/eastwest tLFf2hI2DJw…

Three lines and no extension; further signatures (witnesses) may follow the log's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.record import b64
from comity.record.errors import Malformed
from comity.record.keys import SigningKey
from comity.record.note import Verifier, open_note, sign_note
from comity.record.statement import ORIGIN, ROOT, SIZE

CHECKPOINT_BYTES = 65_536

_TEXT = re.compile(rf"({ORIGIN})\n({SIZE})\n({ROOT})\n")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A log's size and root."""

    origin: str
    size: int
    root: bytes

    def text(self) -> str:
        """Return the three lines that are signed."""
        return f"{self.origin}\n{self.size}\n{b64.to_standard(self.root)}\n"


def sign_checkpoint(checkpoint: Checkpoint, *, key: SigningKey) -> bytes:
    """Sign a checkpoint under the log's own name."""
    return sign_note(checkpoint.text(), name=checkpoint.origin, key=key)


def open_checkpoint(data: bytes, *, verifier: Verifier) -> Checkpoint:
    """Read a checkpoint that the log's key signed, or raise ``Malformed``."""
    checkpoint = read_checkpoint_text(open_note(_of_length(data), verifier=verifier))
    if checkpoint.origin != verifier.name:
        raise Malformed("checkpoint-origin", expected=verifier.name, found=checkpoint.origin)
    return checkpoint


def claimed_checkpoint(data: bytes) -> Checkpoint:
    """Read what a checkpoint claims, its signature unexamined: only to find the key in leaf 0."""
    text, _, _ = _of_length(data).decode("utf-8", "replace").rpartition("\n\n")
    return read_checkpoint_text(text + "\n")


def read_checkpoint_text(text: str) -> Checkpoint:
    """Read the three lines of a checkpoint."""
    match = _TEXT.fullmatch(text)
    if match is None:
        raise Malformed("checkpoint-shape", expected="three lines: origin, size, root", found=text)
    return Checkpoint(match[1], int(match[2]), b64.from_standard(match[3], "root"))


def _of_length(data: bytes) -> bytes:
    if len(data) > CHECKPOINT_BYTES:
        raise Malformed(
            "checkpoint-shape",
            expected=f"at most {CHECKPOINT_BYTES} bytes",
            found=f"{len(data)} bytes",
        )
    return data
