"""The parts of a .docx: a ZIP archive from somebody one does not trust.

Only the parts that are asked for are unpacked, each up to a limit that holds while unpacking: what an archive says of
its own sizes is not believed. Nothing is written anywhere and no name is used as a path.
"""

import zipfile
import zlib
from collections import Counter
from io import BytesIO

from comity.texts.errors import Unreadable

PARTS = 10_000
"""Parts an archive may have."""
PART = 96 << 20
"""Bytes a part may have once unpacked."""
WHOLE = 192 << 20
"""Bytes that all parts read may have together."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Zipped:
    """A .docx that was opened."""

    def __init__(self, raw: bytes) -> None:
        if raw[:8] == OLE:
            raise Unreadable("it is encrypted, or of the kind before .docx; neither can be read")
        try:
            self._zip = zipfile.ZipFile(BytesIO(raw))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise Unreadable(f"it is damaged, or no .docx ({error})") from None
        names = self._zip.namelist()
        if len(names) > PARTS:
            raise Unreadable(f"it has {len(names)} parts; at most {PARTS} are read")
        for name, count in Counter(names).items():
            if count > 1:
                raise Unreadable("it is there twice", part=name)
        self.names = frozenset(names)
        self._read = 0

    def part(self, name: str) -> bytes:
        """Unpack a part. Raises Unreadable where it is missing, encrypted, damaged or too large."""
        if name not in self.names:
            raise Unreadable("it is missing", part=name)
        if self._zip.getinfo(name).flag_bits & 1:
            raise Unreadable("it is encrypted", part=name)
        limit = min(PART, WHOLE - self._read)
        try:
            with self._zip.open(name) as stream:
                found = stream.read(limit + 1)
        except (
            *(zipfile.BadZipFile, zlib.error, EOFError, OSError),
            *(NotImplementedError, RuntimeError, ValueError),
        ) as error:
            raise Unreadable(f"it is damaged ({error})", part=name) from None
        if len(found) > limit:
            raise Unreadable(f"unpacked it has more than {limit} bytes", part=name)
        self._read += len(found)
        return found
