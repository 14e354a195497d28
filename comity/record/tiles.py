"""C2SP tlog-tiles, height 8: a log as files that never change.

tile/0/000               256 leaf hashes, 8,192 bytes
tile/0/001.p/12          the 12 leaf hashes after them, a partial tile
tile/1/000.p/1           hashes over full tiles of the level below
tile/entries/x001/234    256 leaves, each after its length in two bytes, big-endian
parts/000                Comity's own: one line for each leaf of the bundle (see ``bundle``)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from comity.record.errors import Malformed
from comity.record.merkle import HASH_BYTES, Node, root_of

WIDTH = 256
HEIGHT = 8

# Reads tile ``n`` of a level that is ``width`` hashes wide.
ReadTile: TypeAlias = Callable[[int, int, int], bytes]

_PATH = re.compile(
    r"(?P<kind>tile/entries|tile/(?:0|[1-9]|[1-5][0-9]|6[0-3])|parts)/"
    r"(?P<n>(?:x[0-9]{3}/){0,4}[0-9]{3})(?:\.p/(?P<width>[1-9][0-9]{0,2}))?"
)


class Tile(NamedTuple):
    """A place in the tree of tiles; ``width`` below 256 is partial."""

    level: int
    n: int
    width: int

    @property
    def path(self) -> str:
        """Return where the tile's hashes stand."""
        return f"tile/{self.level}/{place(self.n, width=self.width)}"


def place(n: int, *, width: int = WIDTH) -> str:
    """Return a tile's number as path elements: 1234067 is x001/x234/067."""
    groups = [f"{n % 1000:03d}"]
    while n := n // 1000:
        groups.insert(0, f"x{n % 1000:03d}")
    return "/".join(groups) + (f".p/{width}" if width < WIDTH else "")


def entries_path(n: int, *, width: int = WIDTH) -> str:
    """Return where a bundle's leaves stand."""
    return f"tile/entries/{place(n, width=width)}"


def parts_path(n: int, *, width: int = WIDTH) -> str:
    """Return where a bundle's visible parts stand."""
    return f"parts/{place(n, width=width)}"


def read_path(path: str) -> tuple[str, int, int]:
    """Read a path as its kind ("tile/0", "tile/entries", "parts"), number and width."""
    match = _PATH.fullmatch(path)
    width = int(match["width"] or WIDTH) if match else 0
    if match is None or width > WIDTH or (match["width"] and width == WIDTH):
        raise Malformed("tile-path", expected="a path as tile/0/x001/234.p/56", found=path)
    n = int(match["n"].replace("/", "").replace("x", ""))
    if place(n) != match["n"]:
        raise Malformed("tile-path", expected=place(n), found=path)
    return match["kind"], n, width


def bundles(size: int) -> Iterator[tuple[int, int]]:
    """Yield number and width of every entry bundle of a log of a size."""
    for n in range(-(-size // WIDTH)):
        yield n, min(WIDTH, size - n * WIDTH)


def hash_tiles(size: int) -> Iterator[Tile]:
    """Yield every hash tile that a log of a size has, level by level."""
    level = 0
    while size:
        for n, width in bundles(size):
            yield Tile(level, n, width)
        level, size = level + 1, size // WIDTH


def new_tiles(old: int, *, new: int) -> Iterator[Tile]:
    """Yield the hash tiles that a log of size ``new`` has and one of size ``old`` had not."""
    level = 0
    while new > old:
        for n in range(old // WIDTH, -(-new // WIDTH)):
            yield Tile(level, n, min(WIDTH, new - n * WIDTH))
        level, old, new = level + 1, old // WIDTH, new // WIDTH


def split_tile(data: bytes, *, width: int) -> list[bytes]:
    """Return a tile's hashes, or raise ``Malformed`` when it is not as wide as it should be."""
    if len(data) != width * HASH_BYTES:
        raise Malformed(
            "tile-length", expected=f"{width * HASH_BYTES} bytes", found=f"{len(data)} bytes"
        )
    return [data[n : n + HASH_BYTES] for n in range(0, len(data), HASH_BYTES)]


def join_entries(leaves: Sequence[bytes]) -> bytes:
    """Write leaves as an entry bundle."""
    return b"".join(len(leaf).to_bytes(2, "big") + leaf for leaf in leaves)


def split_entries(data: bytes, *, width: int) -> list[bytes]:
    """Read an entry bundle of ``width`` leaves, to its last byte."""
    leaves: list[bytes] = []
    at = 0
    while at < len(data):
        end = at + 2 + int.from_bytes(data[at : at + 2], "big")
        if end > len(data) or at + 2 > len(data):
            raise Malformed(
                "entries-truncated",
                expected=f"a leaf of {end - at - 2} bytes",
                found=data[at + 2 :],
            )
        leaves.append(data[at + 2 : end])
        at = end
    if len(leaves) != width:
        raise Malformed("entries-count", expected=f"{width} leaves", found=f"{len(leaves)} leaves")
    return leaves


def node_reader(size: int, *, read: ReadTile) -> Node:
    """Return a reader of complete subtrees, as proofs need them, from a log's tiles."""

    def node(level: int, n: int) -> bytes:
        tile_level, inside = divmod(level, HEIGHT)
        first = n << inside
        number = first // WIDTH
        width = min(WIDTH, (size >> (HEIGHT * tile_level)) - number * WIDTH)
        hashes = split_tile(read(tile_level, number, width), width=width)
        return root_of(hashes[first % WIDTH :][: 1 << inside])

    return node
