"""Examine one bundle of 256 leaves by itself, given that ``tile/0`` is known to be the tree's.

Every byte of the bundle's two files is accounted for: ``tile/entries/N`` is lengths and leaves,
``parts/N`` one line for each leaf, and both are in one canonical spelling.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256

from comity.record import b64
from comity.record.errors import Fault, Faulted, Malformed
from comity.record.findings import Attested, Findings, Moment, Task, in_order
from comity.record.frontier import Frontier
from comity.record.keyring import Registered, Signed
from comity.record.keys import kid_of
from comity.record.leaf import LEAF_BYTES, hour_of, is_attested
from comity.record.meaning import ERASE, KINDS, blobs_in, read_erasure, read_key_act
from comity.record.merkle import leaf_hash
from comity.record.signature import verify_statement
from comity.record.source import Source
from comity.record.statement import Seen
from comity.record.tiles import WIDTH, Tile, entries_path, parts_path, split_entries, split_tile
from comity.record.visible import LINE_BYTES, Visible, look_at, read_line

ENTRIES_BYTES = WIDTH * (LEAF_BYTES + 2)


@dataclass(frozen=True)
class Bundles:
    """Examines bundles of one log; it can be sent to other processes, and remembers nothing."""

    source: Source
    origin: str
    size: int
    frontiers: Sequence[Frontier]

    def __call__(self, task: Task) -> Findings | Fault:
        """Return what a bundle has to tell, or the first fault in it."""
        walk = _Walk(self, task)
        try:
            return walk.through()
        except Malformed as error:
            return Fault(walk.index, error.code, error.expected, error.found)
        except Faulted as error:
            return error.fault

    def root_at(self, size: int) -> bytes:
        """Return the root that the log had at an earlier size."""
        at = min(size // WIDTH, len(self.frontiers) - 1)
        frontier = self.frontiers[at]
        for leaf in self.tile(at)[: size - at * WIDTH]:
            frontier = frontier.append(leaf)
        return frontier.root()

    def tile(self, n: int) -> list[bytes]:
        """Return the leaf hashes of a bundle."""
        tile = Tile(0, n, min(WIDTH, self.size - n * WIDTH))
        data = self.source.read(tile.path, limit=tile.width * 32)
        if data is None:
            raise Faulted("file-missing", expected=tile.path, found="no such file")
        return split_tile(data, width=tile.width)


class _Walk:
    """One way through the leaves of a bundle."""

    def __init__(self, bundles: Bundles, task: Task) -> None:
        self.bundles = bundles
        self.task = task
        self.start = task.n * WIDTH
        self.index: int | None = None
        self.found = Findings()
        self.host_keys = dict(task.host_keys)
        self.here = [bundles.frontiers[task.n]]
        self.roots: dict[int, bytes] = {}

    def through(self) -> Findings:
        leaves = self._entries()
        hashes = self.bundles.tile(self.task.n)
        lines = self._lines(parts_path(self.task.n, width=self.task.width))
        with closing(lines):
            self._walk(leaves, hashes=hashes, lines=lines)
        self._unaltered(*self.entries, expected=self.task.entries)
        return self.found

    def _walk(self, leaves: list[bytes], *, hashes: list[bytes], lines: Iterator[bytes]) -> None:
        for place, (data, line) in enumerate(zip(leaves, lines, strict=False)):
            self.index = self.start + place
            found = leaf_hash(data)
            if found != hashes[place]:
                told = (b64.to_standard(hashes[place]), b64.to_standard(found))
                raise self._fault("leaf-hash", *told)
            self._leaf(look_at(data, parts=read_line(line)))
            self.here.append(self.here[-1].append(found))
        if self.found.leaves != len(leaves):
            self.index = self.start + self.found.leaves
            raise self._fault("parts-missing", f"{len(leaves)} lines", f"{self.found.leaves} lines")
        self.index = None
        for line in lines:
            raise self._fault("parts-added", f"{len(leaves)} lines", line)

    def _fault(self, fault: str, expected: object, found: object) -> Faulted:
        return Faulted(fault, expected=expected, found=found, index=self.index)

    def _entries(self) -> list[bytes]:
        path = entries_path(self.task.n, width=self.task.width)
        data = self.bundles.source.read(path, limit=ENTRIES_BYTES)
        if data is None:
            raise self._fault("file-missing", path, "no such file")
        leaves = split_entries(data, width=self.task.width)
        self.entries = (path, sha256(data).digest())
        return leaves

    def _lines(self, path: str) -> Generator[bytes, None, None]:
        """Yield the lines of the parts, hashing them as they pass."""
        lines = self.bundles.source.lines(path, limit=LINE_BYTES)
        if lines is None and self.bundles.source.is_export:
            raise self._fault("file-missing", path, "no such file")
        if lines is None:
            yield from [b"[]\n"] * self.task.width
            return
        digest = sha256()
        with closing(lines):
            for line in lines:
                digest.update(line)
                yield line
        self._unaltered(path, digest.digest(), expected=self.task.parts)

    def _unaltered(self, path: str, found: bytes, *, expected: bytes | None) -> None:
        # Last of all, since a fault in what a leaf says tells more than one in a file's hash.
        if expected is not None and found != expected:
            raise Faulted("file-altered", expected=f"{expected.hex()} {path}", found=found.hex())

    def _leaf(self, visible: Visible) -> None:
        self._attested(visible)
        self._seen(visible.statement.seen)
        self._times(visible)
        if visible.statement.origin != self.bundles.origin:
            raise self._fault("origin", self.bundles.origin, visible.statement.origin)
        self.found.leaves += 1
        self.found.open += visible.open
        self.found.sealed += visible.sealed
        if visible.leaf.signed is not None:
            self._signature(visible)
        if visible.own:
            self._meaning(visible)

    def _attested(self, visible: Visible) -> None:
        leaf = visible.leaf
        public = self.host_keys.get(leaf.kid)
        if public is None:
            raise self._fault("host-key-unknown", ", ".join(self.host_keys), leaf.kid)
        if not is_attested(leaf, public=public):
            raise self._fault("host-signature", f"a signature by {leaf.kid}", leaf.signature)
        runs = self.found.attested
        if runs and runs[-1].public == public:
            runs[-1].last = self._at()
        else:
            runs.append(Attested(public, self._at(), self._at()))

    def _at(self) -> int:
        return self.start + len(self.here) - 1

    def _seen(self, seen: Seen) -> None:
        if seen.size > self._at():
            raise self._fault("seen-future", f"at most {self._at()} leaves seen", seen.size)
        root = self.roots.get(seen.size)
        if root is None:
            root = self.roots[seen.size] = self._root(seen.size)
        if root != seen.root:
            raise self._fault(
                "seen-root",
                f"{b64.to_standard(root)} at size {seen.size}",
                b64.to_standard(seen.root),
            )

    def _root(self, size: int) -> bytes:
        """Return the root that the log had at an earlier size."""
        if size >= self.start:
            return self.here[size - self.start].root()
        return self.bundles.root_at(size)

    def _times(self, visible: Visible) -> None:
        hour = visible.leaf.hour
        if not in_order(self.found.hours, Moment(self._at(), hour)):
            raise self._fault("hour-order", f"no hour before {self.found.hours[-1].text}", hour)
        if visible.at is None:
            return
        if hour_of(visible.at) != hour:
            raise self._fault("received-hour", f"an instant in {hour}", visible.at)
        if not in_order(self.found.instants, Moment(self._at(), visible.at)):
            earlier = self.found.instants[-1].text
            raise self._fault("received-order", f"no instant before {earlier}", visible.at)

    def _signature(self, visible: Visible) -> None:
        if visible.signature is None:
            self.found.signatures_sealed += 1
            return
        signed = verify_statement(visible.statement.data, signature=visible.signature)
        by, party = visible.own.get("by"), visible.own.get("on_behalf_of")
        self.found.keys.append(
            Signed(
                self._at(),
                signed.public,
                by if type(by) is str else None,
                party if type(party) is str else None,
            )
        )

    def _meaning(self, visible: Visible) -> None:
        for blob in blobs_in(visible.own):
            self.found.blobs.setdefault(blob, self._at())
        kind = visible.own.get("kind")
        if type(kind) is not str or kind not in KINDS:
            return
        if kind == ERASE:
            self.found.erased += read_erasure(visible.own)
        elif kind.startswith("parties."):
            key = read_key_act(self._at(), own=visible.own)
            if key is not None:
                self.found.keys.append(key)
            if isinstance(key, Registered) and key.is_host:
                self.host_keys[kid_of(key.public)] = key.public
