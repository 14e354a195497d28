"""The tree of an export: every hash tile recomputed from the level below, up to the root.

Afterwards the leaf hashes in ``tile/0`` are known to be those of the checkpoint, so each bundle
can be examined by itself, in any order and by several processes.
"""

from __future__ import annotations

from collections.abc import Callable

from comity.record import b64
from comity.record.checkpoint import Checkpoint
from comity.record.errors import Faulted
from comity.record.frontier import Frontier
from comity.record.merkle import root_of
from comity.record.tiles import HEIGHT, WIDTH, Tile, hash_tiles, split_tile


def check_tree(checkpoint: Checkpoint, *, read: Callable[[Tile], bytes]) -> list[Frontier]:
    """Return the frontier at the start of each bundle, or raise ``Faulted`` or ``Malformed``."""
    frontiers: list[Frontier] = []
    frontier = Frontier()
    full: list[bytes] = []
    below: list[bytes] = []
    for tile in hash_tiles(checkpoint.size):
        data = read(tile)
        hashes = split_tile(data, width=tile.width)
        if tile.n == 0:
            below, full = full, []
        if tile.level == 0:
            frontiers.append(frontier)
            frontier = _beyond(frontier, hashes)
        elif hashes != below[tile.n * WIDTH : tile.n * WIDTH + tile.width]:
            raise Faulted("tile-hash", expected="hashes over the tiles below", found=tile.path)
        if tile.width == WIDTH:
            full.append(root_of(hashes))
    if frontier.root() != checkpoint.root:
        raise Faulted(
            "root",
            expected=b64.to_standard(checkpoint.root),
            found=b64.to_standard(frontier.root()),
        )
    return frontiers


def _beyond(frontier: Frontier, hashes: list[bytes]) -> Frontier:
    if len(hashes) == WIDTH:
        return frontier.append_subtree(root_of(hashes), level=HEIGHT)
    for leaf in hashes:
        frontier = frontier.append(leaf)
    return frontier
