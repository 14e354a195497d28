"""C2SP signed notes: text, and who signed it.

    example.org/eastwest
    11
    u0vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08sFod=

    — example.org/eastwest tLFf2hI2DJw…

    vkey    example.org/eastwest+b4b15fda+AfGW7p4…     name, key hash, base64(0x01 public key)

The key hash is the first four bytes of SHA-256(name 0x0A 0x01 public key). Lines by keys that a
reader does not know are left alone, so that witnesses may sign beside the log.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from comity.record import b64
from comity.record.errors import Malformed
from comity.record.keys import SIGNATURE_BYTES, SigningKey, is_signed, safe_public_key

ED25519 = b"\x01"
SIGNATURES = 16

_NAME = re.compile(r"[^\s+]{1,250}")
_VKEY = re.compile(r"([^\s+]{1,250})\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})")
_LINE = re.compile(r"— ([^\s+]{1,250}) ([A-Za-z0-9+/]+={0,2})")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Verifier:
    """A public key under the name with which it signs notes."""

    name: str
    public: bytes

    @property
    def key_hash(self) -> bytes:
        """Return the four bytes that say which key of that name signed."""
        return sha256(self.name.encode() + b"\n" + ED25519 + self.public).digest()[:4]

    @property
    def vkey(self) -> str:
        """Return the key as one line that can be printed, mailed and pinned."""
        return f"{self.name}+{self.key_hash.hex()}+{b64.to_standard(ED25519 + self.public)}"


def read_vkey(text: str) -> Verifier:
    """Read a verifier key, or raise ``Malformed``; its hash must be its own."""
    match = _VKEY.fullmatch(text)
    if match is None or not text.isascii():
        raise Malformed("vkey", expected="name+hash+base64", found=text)
    name, key_hash, key = match.groups()
    data = b64.from_standard(key, "key of a vkey")
    if data[:1] != ED25519:
        raise Malformed("vkey", expected="an Ed25519 key (type 0x01)", found=text)
    verifier = Verifier(name, safe_public_key(data[1:]))
    if verifier.key_hash.hex() != key_hash:
        raise Malformed("vkey", expected=f"key hash {verifier.key_hash.hex()}", found=key_hash)
    return verifier


def sign_note(text: str, *, name: str, key: SigningKey) -> bytes:
    """Sign a text that ends in a newline."""
    if not text.endswith("\n") or _CONTROL.search(text) or _NAME.fullmatch(name) is None:
        raise Malformed(
            "note-shape",
            expected="a text ending in a newline, without control characters",
            found=text,
        )
    key_hash = Verifier(name, key.public).key_hash
    return f"{text}\n— {name} {b64.to_standard(key_hash + key.sign(text.encode()))}\n".encode()


def open_note(data: bytes, *, verifier: Verifier) -> str:
    """Return a note's text if the verifier's key signed it, or raise ``Malformed``."""
    text, lines = _split(data)
    matched = False
    for line in lines:
        match = _LINE.fullmatch(line)
        if match is None:
            raise Malformed("note-shape", expected="— name base64", found=line)
        signature = b64.from_standard(match[2], "note signature")
        if len(signature) < 5:
            raise Malformed("note-shape", expected="a key hash and a signature", found=line)
        if match[1] != verifier.name or signature[:4] != verifier.key_hash:
            continue
        if matched or len(signature) != 4 + SIGNATURE_BYTES:
            raise Malformed(
                "note-signature", expected=f"one signature by {verifier.name}", found=line
            )
        if not is_signed(text.encode(), signature=signature[4:], public=verifier.public):
            raise Malformed(
                "note-signature", expected=f"a signature by {verifier.vkey}", found=line
            )
        matched = True
    if not matched:
        raise Malformed(
            "note-signature", expected=f"a signature by {verifier.vkey}", found="; ".join(lines)
        )
    return text


def _split(data: bytes) -> tuple[str, list[str]]:
    """Part a note into its text and its signature lines."""
    try:
        whole = data.decode()
    except UnicodeDecodeError:
        raise Malformed("note-shape", expected="UTF-8", found=data[:60]) from None
    if _CONTROL.search(whole):
        raise Malformed("note-shape", expected="no control characters", found=whole)
    text, blank, signed = whole.rpartition("\n\n")
    lines = signed.split("\n")
    if not blank or lines.pop() != "" or not 1 <= len(lines) <= SIGNATURES:
        raise Malformed(
            "note-shape", expected="a text, an empty line, 1 to 16 signature lines", found=whole
        )
    return text + "\n", lines
