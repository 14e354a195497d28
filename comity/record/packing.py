"""Write the files of a log from its leaves, as an export or a static server holds them.

    rows   (leaf, [part, part, …]), …      in the order of the log; the parts that the viewer sees
    files  tile/entries/…, parts/…, tile/0/…, tile/1/…      each yielded when it is complete

The checkpoint, the blobs and the manifest are the caller's to add.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from comity.record.merkle import leaf_hash, root_of
from comity.record.tiles import WIDTH, Tile, entries_path, join_entries, parts_path
from comity.record.visible import write_line


def pack(rows: Iterable[tuple[bytes, Sequence[str]]]) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every file that the rows make."""
    packing = _Packing()
    for leaf, parts in rows:
        packing.leaves.append(leaf)
        packing.lines.append(write_line(parts))
        if len(packing.leaves) == WIDTH:
            yield from packing.bundle()
    if packing.leaves:
        yield from packing.bundle()
    yield from packing.partial_tiles()


@dataclass
class _Packing:
    """What is not yet a whole file; ``rows`` are the hashes waiting at each level."""

    leaves: list[bytes] = field(default_factory=list)
    lines: list[bytes] = field(default_factory=list)
    rows: list[list[bytes]] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    bundles: int = 0

    def bundle(self) -> Iterator[tuple[str, bytes]]:
        width = len(self.leaves)
        yield entries_path(self.bundles, width=width), join_entries(self.leaves)
        yield parts_path(self.bundles, width=width), b"".join(self.lines)
        for leaf in self.leaves:
            yield from self._hash(0, leaf_hash(leaf))
        self.bundles += 1
        self.leaves, self.lines = [], []

    def _hash(self, level: int, value: bytes) -> Iterator[tuple[str, bytes]]:
        if level == len(self.rows):
            self.rows.append([])
            self.counts.append(0)
        self.rows[level].append(value)
        if len(self.rows[level]) == WIDTH:
            row, self.rows[level] = self.rows[level], []
            yield Tile(level, self.counts[level], WIDTH).path, b"".join(row)
            self.counts[level] += 1
            yield from self._hash(level + 1, root_of(row))

    def partial_tiles(self) -> Iterator[tuple[str, bytes]]:
        for level, row in enumerate(self.rows):
            if row:
                yield Tile(level, self.counts[level], len(row)).path, b"".join(row)
