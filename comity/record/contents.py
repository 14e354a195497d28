"""The files of a log as a verification may read them: each present, named, and as long as it says.

In an export the signed manifest names every file; from a log that is being served there is none,
the tree accounts for the tiles, and parts and blobs that are absent count as sealed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from comity.record.errors import Faulted
from comity.record.findings import Task
from comity.record.manifest import MANIFEST_BYTES, Manifest, claimed_manifest
from comity.record.merkle import HASH_BYTES
from comity.record.source import Source
from comity.record.tiles import Tile, bundles, entries_path, hash_tiles, parts_path


def need(source: Source, path: str, *, limit: int) -> bytes:
    """Return a file without which nothing can be said."""
    data = source.read(path, limit=limit)
    if data is None:
        raise Faulted("file-missing", expected=path, found="no such file")
    return data


@dataclass(frozen=True)
class Contents:
    """The files of a log, and its manifest when it is an export."""

    source: Source
    manifest: Manifest | None = None

    def tile(self, tile: Tile) -> bytes:
        """Return a hash tile, unaltered."""
        data = need(self.source, tile.path, limit=tile.width * HASH_BYTES)
        self.unaltered(tile.path, data)
        return data

    def unaltered(self, path: str, data: bytes) -> None:
        """Raise ``Faulted`` unless a file is the one that the manifest names."""
        expected, found = self.digest(path), sha256(data).digest()
        if expected is not None and found != expected:
            raise Faulted("file-altered", expected=f"{expected.hex()} {path}", found=found.hex())

    def digest(self, path: str) -> bytes | None:
        """Return the SHA-256 that the manifest gives a file."""
        return None if self.manifest is None else self.manifest.files[path]

    def tasks(self, size: int, *, host_keys: dict[str, bytes]) -> Iterator[Task]:
        """Yield every bundle of a log of a size, to be examined."""
        for n, width in bundles(size):
            entries = self.digest(entries_path(n, width=width))
            yield Task(n, width, host_keys, entries, self.digest(parts_path(n, width=width)))

    def blobs(self) -> Iterator[str]:
        """Yield the paths of the blobs that the manifest names."""
        if self.manifest is not None:
            yield from (path for path in self.manifest.files if path.startswith("blobs/"))


def open_contents(source: Source, *, size: int) -> Contents:
    """Return a log's files; in an export, raise ``Faulted`` unless they are all and only what it names."""
    if not source.is_export:
        return Contents(source)
    manifest = claimed_manifest(need(source, "manifest", limit=MANIFEST_BYTES))
    present = set(source.paths())
    for path in sorted(present - manifest.files.keys() - {"manifest"}):
        raise Faulted("file-unknown", expected="only files that the manifest names", found=path)
    for path in sorted(manifest.files.keys() - present):
        raise Faulted("file-missing", expected=path, found="no such file")
    expected = 0
    for path in log_paths(size):
        if path not in manifest.files:
            raise Faulted("manifest-incomplete", expected=path, found="not in the manifest")
        expected += 1
    contents = Contents(source, manifest)
    if len(manifest.files) != expected + sum(1 for _ in contents.blobs()):
        odd = sorted(manifest.files.keys() - set(log_paths(size)) - set(contents.blobs()))
        raise Faulted("file-unknown", expected=f"the files of a log of {size} leaves", found=odd)
    return contents


def log_paths(size: int) -> Iterator[str]:
    """Yield every file that an export of a log of a size has, its manifest and blobs left out."""
    yield "checkpoint"
    yield from (tile.path for tile in hash_tiles(size))
    for n, width in bundles(size):
        yield entries_path(n, width=width)
        yield parts_path(n, width=width)
