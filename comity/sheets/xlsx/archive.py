"""The parts of a workbook: a ZIP archive from somebody one does not trust.

Only the parts that are asked for are unpacked, each up to a limit that holds while unpacking: what an archive says of
its own sizes is not believed. Nothing is written anywhere and no name is used as a path.
"""

import zipfile
import zlib
from io import BytesIO

from comity.core.errors import Malformed

PARTS = 10_000
"""Parts an archive may have."""
PART = 64 << 20
"""Bytes a part may have once unpacked."""
WHOLE = 128 << 20
"""Bytes that all parts read may have together."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"


def told(expected: str, found: str) -> Malformed:
    """Say what is wrong with a workbook."""
    return Malformed("list", expected=expected, found=found[:200])


class Archive:
    """A workbook that was opened."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise told("a workbook", f"a damaged one ({error})") from None
        names = self._zip.namelist()
        if len(names) > PARTS:
            raise told(f"at most {PARTS} parts", str(len(names)))
        if len(set(names)) < len(names):
            raise told("each part once", "a part that is there twice")
        self.names = frozenset(names)
        self._read = 0

    def part(self, name: str) -> bytes:
        """Unpack a part; raise Malformed where it is missing, encrypted, damaged or too large."""
        if name not in self.names:
            raise told(f"a workbook with {name}", "none")
        if self._zip.getinfo(name).flag_bits & 1:
            raise told("a workbook without a password", f"{name} is encrypted")
        limit = min(PART, WHOLE - self._read)
        try:
            with self._zip.open(name) as stream:
                found = stream.read(limit + 1)
        except (
            *(zipfile.BadZipFile, zlib.error, EOFError, OSError),
            *(NotImplementedError, RuntimeError, ValueError),
        ) as error:
            raise told("a workbook", f"{name} is damaged ({error})") from None
        if len(found) > limit:
            raise told(f"at most {limit >> 20} MB once unpacked", f"more in {name}")
        self._read += len(found)
        return found
