"""An export's table of contents, signed by the host: nothing in it can go missing unnoticed.

    comity export 1
    origin example.org/eastwest
    viewer public                                    or: viewer person k4f2m
    size 11
    root u0vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08sFos=
    6b1f…64 hexadecimal digits…09 checkpoint
    91ac…                          parts/000.p/11
    …

    — example.org/eastwest/host Cv3hb…

A signed note; one line for every other file of the export, in the order of the paths' bytes, with
one space between. SHA-256 is over the file as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from comity.record import b64
from comity.record.checkpoint import Checkpoint
from comity.record.errors import Malformed
from comity.record.keys import SigningKey
from comity.record.note import Verifier, open_note, sign_note
from comity.record.statement import DIGEST, ORIGIN, ROOT, SIZE

MANIFEST_BYTES = 1 << 28

_PLACE = r"(?:x[0-9]{3}/){0,4}[0-9]{3}(?:\.p/[0-9]{1,3})?"
_PATH = rf"checkpoint|tile/(?:entries|[0-9]{{1,2}})/{_PLACE}|parts/{_PLACE}|blobs/{DIGEST}"
_HEAD = re.compile(
    rf"comity export 1\norigin ({ORIGIN})\nviewer (public|person [a-z0-9-]{{1,40}})\n"
    rf"size ({SIZE})\nroot ({ROOT})\n"
)
_LINE = re.compile(rf"([0-9a-f]{{64}}) ({_PATH})")


@dataclass(frozen=True, slots=True)
class Manifest:
    """For whom an export was made, at which checkpoint, and the SHA-256 of every other file."""

    viewer: str
    checkpoint: Checkpoint
    files: Mapping[str, bytes]


def write_manifest(manifest: Manifest, *, name: str, key: SigningKey) -> bytes:
    """Sign a manifest under the host's name; ``viewer`` is "public" or "person ID"."""
    text = _head(manifest) + "".join(
        f"{manifest.files[path].hex()} {path}\n" for path in sorted(manifest.files)
    )
    read_manifest_text(text)
    return sign_note(text, name=name, key=key)


def open_manifest(data: bytes, *, verifier: Verifier) -> Manifest:
    """Read a manifest that the host's key alone signed, or raise ``Malformed``."""
    text = open_note(data, verifier=verifier)
    # A line by a stranger's key would be a byte of the export that nobody answers for.
    if data.count(b"\n") != text.count("\n") + 2:
        raise Malformed(
            "manifest-shape", expected="one signature", found=data[len(text.encode()) :]
        )
    return read_manifest_text(text)


def claimed_manifest(data: bytes) -> Manifest:
    """Read what a manifest claims; its signature is examined once the host's keys are known."""
    return read_manifest_text(data.decode("utf-8", "replace").rpartition("\n\n")[0] + "\n")


def read_manifest_text(text: str) -> Manifest:
    """Read the text of a manifest, or raise ``Malformed``."""
    head = _HEAD.match(text)
    if head is None or not text.endswith("\n"):
        raise Malformed("manifest-shape", expected="the head of a manifest", found=text)
    files: dict[str, bytes] = {}
    for line in text[head.end() : -1].split("\n") if head.end() < len(text) else []:
        match = _LINE.fullmatch(line)
        if match is None:
            raise Malformed("manifest-shape", expected="a SHA-256 and a path", found=line)
        files[match[2]] = bytes.fromhex(match[1])
    manifest = Manifest(
        head[2], Checkpoint(head[1], int(head[3]), b64.from_standard(head[4], "root")), files
    )
    if text.count("\n") != len(files) + 5 or any(a >= b for a, b in pairwise(files)):
        raise Malformed("manifest-order", expected="paths in order, each once", found=text)
    return manifest


def _head(manifest: Manifest) -> str:
    at = manifest.checkpoint
    return (
        f"comity export 1\norigin {at.origin}\nviewer {manifest.viewer}\n"
        f"size {at.size}\nroot {b64.to_standard(at.root)}\n"
    )
