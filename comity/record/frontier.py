"""The right edge of a growing tree: all that is needed to append and to know the root.

    size 11 = 8 + 2 + 1   ->   hashes of the complete subtrees of 8, 2 and 1 leaves, left to right

As many hashes as the size has binary ones: about twenty for a million leaves.
"""

from __future__ import annotations

from dataclasses import dataclass

from comity.record.errors import Malformed
from comity.record.merkle import EMPTY_ROOT, HASH_BYTES, node_hash


@dataclass(frozen=True, slots=True)
class Frontier:
    """The state of a log as far as appending is concerned; appending gives a new one."""

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def append(self, leaf: bytes) -> Frontier:
        """Return the frontier after one more leaf hash."""
        return self.append_subtree(leaf, level=0)

    def append_subtree(self, root: bytes, *, level: int) -> Frontier:
        """Return the frontier after a complete subtree of 2**level leaves, at their boundary."""
        ones = self.size >> level
        keep = len(self.peaks)
        while ones & 1:
            keep -= 1
            root = node_hash(self.peaks[keep], root)
            ones >>= 1
        return Frontier(self.size + (1 << level), (*self.peaks[:keep], root))

    def root(self) -> bytes:
        """Return the root over all leaves so far."""
        if not self.peaks:
            return EMPTY_ROOT
        root = self.peaks[-1]
        for peak in self.peaks[-2::-1]:
            root = node_hash(peak, root)
        return root

    def path_of_next(self) -> list[bytes]:
        """Return the inclusion proof that the next leaf will have in the tree that it makes."""
        return list(self.peaks[::-1])

    def to_bytes(self) -> bytes:
        """Return the peaks as one string, to be kept beside the size."""
        return b"".join(self.peaks)


def read_frontier(size: int, *, peaks: bytes) -> Frontier:
    """Read what ``to_bytes`` wrote."""
    if size < 0 or len(peaks) != HASH_BYTES * size.bit_count():
        raise Malformed(
            "frontier",
            expected=f"{size.bit_count()} hashes for size {size}",
            found=f"{len(peaks)} bytes",
        )
    return Frontier(
        size, tuple(peaks[n : n + HASH_BYTES] for n in range(0, len(peaks), HASH_BYTES))
    )
