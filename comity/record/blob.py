"""Bytes too long or too raw for a part, kept beside the log and bound to it by a part.

    file         blobs/<digest>        16 bytes of salt, then the bytes as they were given
    digest       base64url(SHA-256(file))
    part value   {"blob":"8qqr…","length":48213,"media_type":"application/pdf"}

``length`` is without the salt. The salt keeps a short paper from being guessed after its erasure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from comity.record import b64
from comity.record.errors import Malformed
from comity.record.part import SALT_BYTES
from comity.record.profile import INTEGER, Json
from comity.record.statement import DIGEST

_DIGEST = re.compile(DIGEST)
_MEDIA_TYPE = re.compile(
    r"[a-z0-9][a-z0-9.+-]{0,63}/[a-z0-9][a-z0-9.+-]{0,99}(?:; ?charset=[a-z0-9-]{1,40})?"
)


@dataclass(frozen=True, slots=True)
class Blob:
    """What a part says of a blob."""

    digest: str
    length: int
    media_type: str

    def value(self) -> dict[str, Json]:
        """Return the value of the part that binds the blob."""
        return {"blob": self.digest, "length": self.length, "media_type": self.media_type}

    @property
    def path(self) -> str:
        """Return where the blob stands in an export."""
        return f"blobs/{self.digest}"


def make_blob(content: bytes, *, media_type: str, salt: bytes) -> tuple[Blob, bytes]:
    """Return what a part is to say of some bytes, and the file to keep."""
    if len(salt) != SALT_BYTES:
        raise Malformed("blob-salt", expected=f"{SALT_BYTES} bytes", found=f"{len(salt)} bytes")
    file = salt + content
    value = {
        "blob": b64.to_url(sha256(file).digest()),
        "length": len(content),
        "media_type": media_type,
    }
    return read_blob_value(value), file


def is_blob_value(value: Json) -> bool:
    """Say whether a part's value speaks of a blob."""
    return type(value) is dict and "blob" in value


def read_blob_value(value: Json) -> Blob:
    """Read the value of a part that binds a blob, or raise ``Malformed``."""
    if type(value) is not dict or value.keys() != {"blob", "length", "media_type"}:
        raise Malformed("blob-shape", expected='{"blob":…,"length":…,"media_type":…}', found=value)
    digest, length, media_type = value["blob"], value["length"], value["media_type"]
    if type(digest) is not str or _DIGEST.fullmatch(digest) is None:
        raise Malformed("blob-shape", expected="a digest in base64url", found=digest)
    if type(length) is not int or not 0 <= length < INTEGER:
        raise Malformed("blob-shape", expected="a length in bytes", found=length)
    if type(media_type) is not str or _MEDIA_TYPE.fullmatch(media_type) is None:
        raise Malformed("blob-shape", expected="a media type in lower case", found=media_type)
    return Blob(digest, length, media_type)


def open_blob(file: bytes, *, blob: Blob) -> bytes:
    """Return a blob's content if its file is the one that the part binds, or raise ``Malformed``."""
    found = b64.to_url(sha256(file).digest())
    if found != blob.digest:
        raise Malformed("blob-digest", expected=blob.digest, found=found)
    if len(file) - SALT_BYTES != blob.length:
        raise Malformed(
            "blob-length", expected=f"{blob.length} bytes", found=f"{len(file) - SALT_BYTES} bytes"
        )
    return file[SALT_BYTES:]
