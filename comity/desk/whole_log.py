"""The whole record as files that are never written: what a verification reads where a copy has to hold by itself."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar

from comity.desk.public_log import PublicLog
from comity.record.errors import Faulted
from comity.record.tiles import read_path
from comity.store import blobs
from comity.store.database import Database
from comity.store.sight import Sight


@dataclass(frozen=True)
class WholeLog:
    """A source (`comity/record/source.py`) that reads a log from the store, everything in it open."""

    store: Database

    is_export: ClassVar[bool] = False

    def paths(self) -> Iterator[str]:
        """Yield nothing: no manifest names what there is."""
        return iter(())

    def read(self, path: str, *, limit: int) -> bytes | None:
        """Return a file of the log."""
        if path == "checkpoint":
            return self._log.checkpoint().encode()
        kind, n, width = read_path(path)
        if kind == "tile/entries":
            return self._log.entries(n, width=width)
        return self._log.tile(int(kind.removeprefix("tile/")), n, width=width)

    def lines(self, path: str, *, limit: int) -> Generator[bytes, None, None] | None:
        """Yield the lines of a bundle's parts."""
        _, n, width = read_path(path)
        parts = self._log.parts(n, width=width)
        return None if parts is None else (line for line in parts.splitlines(keepends=True))

    def measure(self, path: str) -> tuple[bytes, int] | None:
        """Return SHA-256 and length of a blob, None for one that was erased; raise Faulted where it is lost."""
        digest = path.removeprefix("blobs/")
        if blobs.is_lost(self.store, digest):
            raise Faulted("file-missing", expected=path, found="no such file")
        blob = self._log.blob(digest)
        return None if blob is None else (sha256(blob.file).digest(), len(blob.file))

    @property
    def _log(self) -> PublicLog:
        return PublicLog(self.store, sight=Sight(is_everything=True))
