"""One field of an act, salted, so that its digest says nothing about it.

    JSON     ["b3BlbiB0aGUgd2luZG93IQ","kind","reframe.break-silence/1"]
    part     WyJiM0JsYmlCMGFHVWdkMmx1Wkc5M0lRIiwia2luZCIsInJlZnJhbWUuYnJlYWstc2lsZW5jZS8xIl0
    digest   base64url(SHA-256(ASCII(part)))

The construction is that of RFC 9901 (salt, name, value). Who does not see a part sees its digest
in the statement; a salt of 128 bits keeps even a yes or no from being guessed.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import NamedTuple
from unicodedata import is_normalized

from comity.record import b64, profile
from comity.record.errors import Malformed
from comity.record.profile import Json

SALT_BYTES = 16
# Longer values are blobs; counted on the JSON, before base64.
PART_BYTES = 16_384

_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_SALT = re.compile(r"[A-Za-z0-9_-]{21}[AQgw]")
# A text that needs no escape and holds nothing forbidden: canonical as it stands, when it is NFC.
# Nine parts in ten are such; the others are read as JSON, spelt again and compared.
_SIMPLE = re.compile(
    rf'\["{_SALT.pattern}","({_NAME.pattern})","([^"\\\t\n{profile.FORBIDDEN}]*)"\]'
)


class Part(NamedTuple):
    """A disclosed field: the text that is kept and hashed, and what it says.

    A named tuple, not a dataclass: a verification makes a million of them.
    """

    text: str
    digest: str
    name: str
    value: Json


def make_part(name: str, value: Json, *, salt: bytes) -> Part:
    """Make a part from a name, a value of the profile and sixteen random bytes."""
    if len(salt) != SALT_BYTES:
        raise Malformed(
            "part-salt", expected=f"a salt of {SALT_BYTES} bytes", found=f"{len(salt)} bytes"
        )
    if _NAME.fullmatch(name) is None:
        raise Malformed("part-name", expected="a name in lower case and underscores", found=name)
    # The part is itself an array around the value, and counts as a level when it is read.
    written = profile.encode_text(value, name, depth=profile.DEPTH - 1)
    data = f'["{b64.to_url(salt)}","{name}",{written}]'.encode()
    if len(data) > PART_BYTES:
        raise Malformed(
            "part-too-long",
            expected=f"{name} in at most {PART_BYTES} bytes",
            found=f"{len(data)} bytes",
        )
    raw = b64.to_url_bytes(data)
    return Part(raw.decode(), _digest_of(raw), name, value)


def digest_of(text: str) -> str:
    """Return the digest that stands for a part in a statement."""
    return _digest_of(text.encode("ascii"))


def _digest_of(raw: bytes) -> str:
    return b64.to_url(sha256(raw).digest())


def read_part(text: str) -> Part:
    """Read a part, or raise ``Malformed`` if it is spelt in any but the one canonical way."""
    digest, name, value = open_part(text.encode("utf-8", "backslashreplace"))
    return Part(text, digest, name, value)


def open_part(raw: bytes) -> tuple[str, str, Json]:
    """Return digest, name and value of a part as it stands in a file, or raise ``Malformed``."""
    data = b64.from_url_bytes(raw, "part")
    if len(data) > PART_BYTES:
        raise Malformed(
            "part-too-long",
            expected=f"a part of at most {PART_BYTES} bytes",
            found=f"{len(data)} bytes",
        )
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise Malformed("json-utf8", expected="a part in UTF-8", found=data) from None
    match = _SIMPLE.fullmatch(text)
    if match is None or not (text.isascii() or is_normalized("NFC", text)):
        name, value = _shape(profile.read(text, "part"))
    else:
        name, value = match.groups()
    return _digest_of(raw), name, value


def _shape(content: Json) -> tuple[str, Json]:
    if type(content) is not list or len(content) != 3:
        raise Malformed("part-shape", expected="[salt, name, value]", found=content)
    salt, name, value = content
    if type(salt) is not str or _SALT.fullmatch(salt) is None:
        raise Malformed(
            "part-salt", expected=f"a salt of {SALT_BYTES} bytes in base64url", found=salt
        )
    if type(name) is not str or _NAME.fullmatch(name) is None:
        raise Malformed("part-name", expected="a name in lower case and underscores", found=name)
    return name, value
