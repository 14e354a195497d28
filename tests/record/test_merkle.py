import json
from base64 import b64decode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.record.errors import Malformed
from comity.record.frontier import Frontier, read_frontier
from comity.record.merkle import (
    EMPTY_ROOT,
    Node,
    consistency_path,
    inclusion_path,
    is_consistent,
    is_included,
    range_hash,
    root_of,
)
from tests.record.shared import present, vectors

SIZES = st.integers(1, 70)


def leaves(size: int) -> list[bytes]:
    return [sha256(b"\x00%d" % n).digest() for n in range(size)]


def node_over(hashes: list[bytes]) -> Node:
    return lambda level, n: root_of(hashes[n << level : (n + 1) << level])


def bytes_of(vector: dict[str, Any], name: str) -> bytes:
    return b64decode(vector[name] or "")


@present("merkle/inclusion")
@pytest.mark.parametrize(
    "file", vectors("merkle/inclusion"), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_every_inclusion_vector_gets_its_verdict(file: Path) -> None:
    vector = json.loads(file.read_bytes())
    path = [b64decode(node) for node in vector["proof"] or []]
    held = is_included(
        bytes_of(vector, "leafHash"),
        index=vector["leafIdx"],
        size=vector["treeSize"],
        path=path,
        root=bytes_of(vector, "root"),
    )
    assert held is not vector["wantErr"]


@present("merkle/consistency")
@pytest.mark.parametrize(
    "file", vectors("merkle/consistency"), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_every_consistency_vector_gets_its_verdict(file: Path) -> None:
    vector = json.loads(file.read_bytes())
    held = is_consistent(
        old=vector["size1"],
        old_root=bytes_of(vector, "root1"),
        new=vector["size2"],
        new_root=bytes_of(vector, "root2"),
        path=[b64decode(node) for node in vector["proof"] or []],
    )
    assert held is not vector["wantErr"]


def test_no_proof_from_size_0_is_accepted_or_made() -> None:
    root = root_of(leaves(3))
    assert not is_consistent(old=0, old_root=EMPTY_ROOT, new=3, new_root=root, path=[])
    with pytest.raises(Malformed):
        consistency_path(0, new=3, node=node_over(leaves(3)))


@given(SIZES, st.data())
def test_a_proof_of_inclusion_holds_there_and_nowhere_else(size: int, data: st.DataObject) -> None:
    hashes = leaves(size)
    index = data.draw(st.integers(0, size - 1))
    other = data.draw(st.integers(0, size - 1))
    path = inclusion_path(index, size=size, node=node_over(hashes))
    root = root_of(hashes)
    assert is_included(hashes[index], index=index, size=size, path=path, root=root)
    held = is_included(hashes[other], index=other, size=size, path=path, root=root)
    assert held is (other == index)


@given(SIZES, st.data())
def test_a_proof_of_consistency_holds_between_its_sizes(size: int, data: st.DataObject) -> None:
    hashes = leaves(size)
    old = data.draw(st.integers(1, size))
    path = consistency_path(old, new=size, node=node_over(hashes))
    old_root, new_root = root_of(hashes[:old]), root_of(hashes)
    assert is_consistent(old=old, old_root=old_root, new=size, new_root=new_root, path=path)
    assert not is_consistent(old=old, old_root=EMPTY_ROOT, new=size, new_root=new_root, path=path)


@given(st.integers(0, 70))
def test_a_frontier_has_the_root_and_the_next_proof_of_the_whole_tree(size: int) -> None:
    hashes = leaves(size + 1)
    frontier = Frontier()
    for leaf in hashes[:size]:
        frontier = frontier.append(leaf)
    assert frontier.root() == root_of(hashes[:size])
    assert frontier.path_of_next() == inclusion_path(size, size=size + 1, node=node_over(hashes))
    assert read_frontier(size, peaks=frontier.to_bytes()) == frontier


def test_a_whole_subtree_is_appended_at_once() -> None:
    hashes = leaves(16)
    frontier = Frontier()
    for start in range(0, 16, 8):
        frontier = frontier.append_subtree(root_of(hashes[start : start + 8]), level=3)
    assert (frontier.size, frontier.root()) == (16, root_of(hashes))
    assert range_hash(0, 16, node_over(hashes)) == frontier.root()


def test_a_frontier_of_the_wrong_length_is_malformed() -> None:
    with pytest.raises(Malformed):
        read_frontier(3, peaks=b"\x00" * 32)
