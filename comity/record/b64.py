"""Base64 with exactly one spelling for each sequence of bytes.

    standard   "+/8="     RFC 4648 section 4, padded: statements, signed notes, tree hashes
    url        "-_8"      RFC 4648 section 5, unpadded: parts, digests, salts, signatures

Python's decoder ignores stray trailing bits, so two texts could mean the same bytes;
both readers here refuse every text but the one that would be written.
"""

from __future__ import annotations

from binascii import Error, a2b_base64, b2a_base64

from comity.record.errors import Malformed

_TO_URL = bytes.maketrans(b"+/", b"-_")
# What url text may not hold becomes "!", which no alphabet has; "=" too, or "AAA=" would be read.
_FROM_URL = bytes.maketrans(b"-_+/=", b"+/!!!")
# By length modulo four: what is left off, and the last characters that leave no bits over.
_PADDING = (b"", b"", b"==", b"=")
_LAST = (b"", b"", b"AQgw", b"AEIMQUYcgkosw048")


def to_standard(data: bytes) -> str:
    """Write bytes in padded standard base64."""
    return b2a_base64(data, newline=False).decode()


def to_url(data: bytes) -> str:
    """Write bytes in unpadded url base64."""
    return to_url_bytes(data).decode()


def to_url_bytes(data: bytes) -> bytes:
    """Write bytes in unpadded url base64, as it stands in a file."""
    return b2a_base64(data, newline=False).translate(_TO_URL).rstrip(b"=")


def from_standard(text: str, what: str) -> bytes:
    """Read padded standard base64, or raise ``Malformed``."""
    try:
        data = a2b_base64(text, strict_mode=True)
    except ValueError:
        raise _malformed(text, what) from None
    if to_standard(data) != text:
        raise _malformed(text, what)
    return data


def from_url(text: str, what: str) -> bytes:
    """Read unpadded url base64, or raise ``Malformed``."""
    if not text.isascii():
        raise _malformed(text, what)
    return from_url_bytes(text.encode(), what)


def from_url_bytes(raw: bytes, what: str) -> bytes:
    """Read unpadded url base64 as it stands in a file, or raise ``Malformed``."""
    over = len(raw) & 3
    if over and raw[-1] not in _LAST[over]:
        raise _malformed(raw, what)
    try:
        return a2b_base64(raw.translate(_FROM_URL) + _PADDING[over], strict_mode=True)
    except Error:
        raise _malformed(raw, what) from None


def _malformed(text: str | bytes, what: str) -> Malformed:
    return Malformed("base64", expected=f"{what} in base64, spelt in the only way", found=text)
