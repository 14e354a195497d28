"""RFC 6962, section 2.1: a tree of hashes over the leaves, and proofs about it.

    leaf hash   SHA-256(0x00 leaf)
    node hash   SHA-256(0x01 left right)
    empty tree  SHA-256("")

A consistency proof from size 0 is refused: every tree continues the empty one, so such a proof
says nothing, and a caller who asks for it has lost the checkpoint that it meant to compare.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import TypeAlias

from comity.record.errors import Malformed

EMPTY_ROOT = sha256(b"").digest()
HASH_BYTES = 32

# The hash over the complete subtree of 2**level leaves that is the n-th of its level.
Node: TypeAlias = Callable[[int, int], bytes]


def leaf_hash(data: bytes) -> bytes:
    """Return the hash of a leaf's bytes."""
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash over two subtrees."""
    return sha256(b"\x01" + left + right).digest()


def root_of(hashes: Sequence[bytes]) -> bytes:
    """Return the root over leaf hashes that are all at hand."""
    if not hashes:
        return EMPTY_ROOT
    row = list(hashes)
    while len(row) > 1:
        odd = row[len(row) & ~1 :]
        row = [node_hash(row[n], row[n + 1]) for n in range(0, len(row) - 1, 2)] + odd
    return row[0]


def range_hash(start: int, end: int, node: Node) -> bytes:
    """Return the hash over leaves ``start`` to ``end``, as RFC 6962 splits them."""
    size = end - start
    if size & (size - 1) == 0:
        level = size.bit_length() - 1
        return node(level, start >> level)
    middle = start + (1 << ((size - 1).bit_length() - 1))
    return node_hash(range_hash(start, middle, node), range_hash(middle, end, node))


def inclusion_path(index: int, *, size: int, node: Node) -> list[bytes]:
    """Return the proof that a leaf stands at ``index`` in the tree of ``size``."""
    if not 0 <= index < size:
        raise Malformed("proof-index", expected=f"an index below {size}", found=index)
    path: list[bytes] = []
    start, end = 0, size
    while end - start > 1:
        middle = start + (1 << ((end - start - 1).bit_length() - 1))
        if index < middle:
            path.append(range_hash(middle, end, node))
            end = middle
        else:
            path.append(range_hash(start, middle, node))
            start = middle
    return path[::-1]


def root_from_path(leaf: bytes, *, index: int, size: int, path: Sequence[bytes]) -> bytes:
    """Return the root that an inclusion proof leads to (RFC 9162, section 2.1.3.2)."""
    if not 0 <= index < size:
        raise Malformed("proof-index", expected=f"an index below {size}", found=index)
    place, last, root = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            raise Malformed(
                "proof-length", expected="no more hashes than the tree is high", found=len(path)
            )
        if place & 1 or place == last:
            root = node_hash(sibling, root)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            root = node_hash(root, sibling)
        place, last = place >> 1, last >> 1
    if last:
        raise Malformed(
            "proof-length", expected="as many hashes as the tree is high", found=len(path)
        )
    return root


def is_included(leaf: bytes, *, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Say whether a leaf hash stands at ``index`` under a root."""
    if not _are_hashes([leaf, root, *path]):
        return False
    try:
        return root_from_path(leaf, index=index, size=size, path=path) == root
    except Malformed:
        return False


def consistency_path(old: int, *, new: int, node: Node) -> list[bytes]:
    """Return the proof that the tree of ``new`` leaves begins with the tree of ``old`` leaves."""
    if not 0 < old <= new:
        raise Malformed("proof-index", expected=f"a size from 1 to {new}", found=old)
    path: list[bytes] = []
    start, end, whole = 0, new, True
    while old != end:
        middle = start + (1 << ((end - start - 1).bit_length() - 1))
        if old <= middle:
            path.append(range_hash(middle, end, node))
            end = middle
        else:
            path.append(range_hash(start, middle, node))
            start, whole = middle, False
    return ([] if whole else [range_hash(start, end, node)]) + path[::-1]


def is_consistent(
    *, old: int, old_root: bytes, new: int, new_root: bytes, path: Sequence[bytes]
) -> bool:
    """Say whether a proof shows that one tree continues another (RFC 9162, section 2.1.4.2)."""
    if not 0 < old <= new:
        return False
    if old == new:
        return not path and old_root == new_root
    if not _are_hashes([old_root, new_root, *path]):
        return False
    rest = list(path)
    if old & (old - 1) == 0:
        rest.insert(0, old_root)
    if not rest:
        return False
    return _both_roots(rest, old=old, new=new) == (old_root, new_root)


def _are_hashes(given: Sequence[bytes]) -> bool:
    """Say whether everything is as long as a hash: a shorter "hash" would move a boundary."""
    return all(len(one) == HASH_BYTES for one in given)


def _both_roots(path: Sequence[bytes], *, old: int, new: int) -> tuple[bytes, bytes] | None:
    place, last = old - 1, new - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    old_root = new_root = path[0]
    for sibling in path[1:]:
        if last == 0:
            return None
        if place & 1 or place == last:
            old_root, new_root = node_hash(sibling, old_root), node_hash(sibling, new_root)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            new_root = node_hash(new_root, sibling)
        place, last = place >> 1, last >> 1
    return (old_root, new_root) if last == 0 else None
