"""The log: its head, which is also its lock; its leaves, tree and checkpoints."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from comity.core.errors import Broken
from comity.record import (
    Checkpoint,
    Frontier,
    SigningKey,
    b64,
    inclusion_path,
    leaf_hash,
    read_frontier,
    sign_checkpoint,
)
from comity.record.merkle import Node, root_of
from comity.record.tiles import WIDTH, node_reader
from comity.store.database import Database

_HEAD = "SELECT size, received, peaks, origin, is_simulated, note FROM head WHERE id=1"


@dataclass(frozen=True)
class Head:
    """Where the log ends. Who holds its row holds the log."""

    origin: str
    is_simulated: bool
    frontier: Frontier
    received: str
    """The instant of the last act; the next is never before it."""
    note: str
    """The newest checkpoint, signed."""

    @property
    def size(self) -> int:
        """How many leaves there are: the index of the next."""
        return self.frontier.size


def begin(database: Database, *, origin: str, is_simulated: bool) -> None:
    """Write the head of an empty log; raise Broken where there is one."""
    if database.row("SELECT 1 FROM head") is not None:
        raise Broken("the log is begun already")
    database.run("INSERT INTO head VALUES (1,0,'',?,?,?,'')", (b"", origin, int(is_simulated)))


def head(database: Database, *, lock: bool = False) -> Head:
    """Return the head; with `lock` nobody else appends until the transaction ends."""
    wait = lock and not database.is_sqlite
    row = database.row(_HEAD + " FOR UPDATE" if wait else _HEAD)
    if row is None:
        raise Broken("no programme is established in this folder")
    size, received, peaks, origin, is_simulated, note = row
    return Head(origin, bool(is_simulated), read_frontier(size, peaks=bytes(peaks)), received, note)


def append(database: Database, leaf: bytes, *, at: Head, received: str) -> Head:
    """Add a leaf and what of the tree is complete with it; the head itself is written once, by `close`."""
    hashed = leaf_hash(leaf)
    database.add("leaf", [(at.size, leaf)])
    database.add("node", list(_completed(database, at.size, hashed)))
    frontier = at.frontier.append(hashed)
    return Head(at.origin, at.is_simulated, frontier, received, at.note)


def _completed(database: Database, index: int, hashed: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield the hash, and for each tile that it fills the tile's root one level up."""
    level, n = 0, index
    yield level, n, hashed
    while n % WIDTH == WIDTH - 1:
        before = tile(database, level, n // WIDTH, WIDTH - 1)
        hashed = root_of([before[at : at + 32] for at in range(0, len(before), 32)] + [hashed])
        level, n = level + 1, n // WIDTH
        yield level, n, hashed


def close(database: Database, at: Head, *, key: SigningKey) -> Head:
    """Sign a checkpoint over everything appended, and write the head."""
    root = at.frontier.root()
    note = sign_checkpoint(Checkpoint(at.origin, at.size, root), key=key).decode()
    database.add("checkpoint", [(at.size, b64.to_standard(root), note)])
    database.run(
        "UPDATE head SET size=?, received=?, peaks=?, note=? WHERE id=1",
        (at.size, at.received, at.frontier.to_bytes(), note),
    )
    return replace(at, note=note)


def tile(database: Database, level: int, n: int, width: int) -> bytes:
    """Return the first hashes of a tile."""
    first = n * WIDTH
    rows = database.rows(
        "SELECT hash FROM node WHERE level=? AND n>=? AND n<? ORDER BY n",
        (level, first, first + width),
    )
    if len(rows) != width:
        raise Broken(f"tile {level}/{n} should have {width} hashes and has {len(rows)}")
    return b"".join(bytes(row[0]) for row in rows)


def leaves(database: Database, start: int, end: int) -> list[bytes]:
    """Return leaves from `start` to before `end`."""
    rows = database.rows("SELECT bytes FROM leaf WHERE idx>=? AND idx<? ORDER BY idx", (start, end))
    return [bytes(row[0]) for row in rows]


def walked(database: Database, size: int, walk: Callable[[Node], list[bytes]]) -> list[bytes]:
    """Return what a walk over the complete subtrees of a log of a size comes to.

    It is walked twice, first to learn what it reads: all of that is asked for at once, however high the tree is.
    """
    wanted: dict[tuple[int, int, int], None] = {}

    def noted(level: int, n: int, width: int) -> bytes:
        wanted[level, n, width] = None
        return bytes(32 * width)

    walk(node_reader(size, read=noted))
    found = _tiles(database, list(wanted))
    return walk(node_reader(size, read=lambda level, n, width: found[level, n, width]))


def _tiles(
    database: Database, wanted: Sequence[tuple[int, int, int]]
) -> Mapping[tuple[int, int, int], bytes]:
    """Return the first hashes of some tiles: (level, number, width)."""
    if not wanted:
        return {}
    spans = [(level, n * WIDTH, n * WIDTH + width) for level, n, width in wanted]
    sql = " OR ".join(["(level=? AND n>=? AND n<?)"] * len(spans))
    rows = database.rows(
        f"SELECT level, n, hash FROM node WHERE {sql}",  # noqa: S608 — question marks; values are bound
        [value for span in spans for value in span],
    )
    hashes = {(level, n): bytes(hashed) for level, n, hashed in rows}
    found: dict[tuple[int, int, int], bytes] = {}
    for (level, n, width), (_, first, last) in zip(wanted, spans, strict=True):
        held = [hashes[level, place] for place in range(first, last) if (level, place) in hashes]
        if len(held) != width:
            raise Broken(f"tile {level}/{n} should have {width} hashes and has {len(held)}")
        found[level, n, width] = b"".join(held)
    return found


def path_to(database: Database, index: int, *, size: int) -> list[bytes]:
    """Return the proof that a leaf stands in the log of a size."""
    return walked(database, size, lambda node: inclusion_path(index, size=size, node=node))


def first_checkpoint(database: Database, index: int) -> tuple[int, str]:
    """Return size and note of the first checkpoint that covers a leaf: the one of its receipt."""
    row = database.row(
        "SELECT size, note FROM checkpoint WHERE size>? ORDER BY size LIMIT 1", (index,)
    )
    if row is None:
        raise Broken(f"no checkpoint covers act {index}")
    return int(row[0]), str(row[1])


def has_signed(database: Database, size: int, root: bytes) -> bool:
    """Tell whether this log ever signed such a checkpoint; the empty log needs no signature."""
    if size == 0:
        return True
    row = database.row("SELECT root FROM checkpoint WHERE size=?", (size,))
    return row is not None and row[0] == b64.to_standard(root)
