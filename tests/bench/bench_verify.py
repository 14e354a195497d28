"""How long a verification takes beside the least that anyone could do, and in how much memory.

    .venv/bin/python -m tests.bench.bench_verify [--acts 100000]

The bare loop is one process that verifies each host signature with PyNaCl and takes SHA-256 of
each leaf and each part: no parsing, no tree, no time, no keys.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from nacl.signing import VerifyKey

from comity.cli.verify import verify
from comity.record import dsse
from comity.record.export import Verified
from comity.record.leaf import read_leaf
from comity.record.tiles import bundles, entries_path, parts_path, split_entries
from comity.record.visible import read_line
from tests.record.worlds import HOST, World, write_export

REASON = (
    "The words reach further than what our capital has agreed to so far. " * 4 + "So it stands."
)


@dataclass(frozen=True)
class Measured:
    """One run: wall seconds, and peak memory of all its processes together."""

    seconds: float
    megabytes: float


def build(folder: Path, *, acts: int) -> None:
    """Write a log of acts of eight parts, ``audience`` included; nothing is kept in memory."""
    world = World()

    def rows() -> Iterator[tuple[bytes, list[str]]]:
        world.establish()
        while True:
            acted = world.acts.pop()
            yield acted.leaf, acted.visible()
            if world.frontier.size == acts:
                return
            fields = {"on": "paragraph/u-7", "stance": "oppose", "reason": REASON, "cure": ""}
            world.act("reframe.take-position/1", fields)

    packed = rows()
    write_export(folder, rows=packed, checkpoint=world.checkpoint, blobs={})


def bare(folder: Path, *, acts: int) -> float:
    """Time signatures and hashes alone; reading and splitting are done outside the clock."""
    key, spent = VerifyKey(HOST.public), 0.0
    for n, width in bundles(acts):
        entries = (folder / entries_path(n, width=width)).read_bytes()
        leaves = split_entries(entries, width=width)
        signed = [
            (dsse.pae(dsse.LEAF_TYPE, leaf.attested), leaf.signature)
            for leaf in map(read_leaf, leaves)
        ]
        lines = (folder / parts_path(n, width=width)).read_bytes().splitlines(keepends=True)
        parts = [read_line(line) for line in lines]
        start = time.perf_counter()
        for (message, signature), leaf, shown in zip(signed, leaves, parts, strict=True):
            key.verify(message, signature)
            sha256(leaf).digest()
            for part in shown:
                sha256(part).digest()
        spent += time.perf_counter() - start
    return spent


def whole(folder: Path, *, jobs: int) -> float:
    """Time a verification from first byte to answer."""
    start = time.perf_counter()
    if not isinstance(found := verify(str(folder), jobs=jobs), Verified):
        raise SystemExit(f"the log does not hold: {found}")
    return time.perf_counter() - start


def measured(folder: Path, what: str, *, acts: int) -> Measured:
    """Run one measurement in a process of its own."""
    line = [
        sys.executable,
        "-m",
        "tests.bench.bench_verify",
        "--run",
        what,
        str(folder),
        "--acts",
        str(acts),
    ]
    out = subprocess.run(line, check=True, capture_output=True, text=True).stdout
    return Measured(**json.loads(out))


def alone(folder: Path, what: str, *, acts: int) -> None:
    """Print one measurement."""
    runs: dict[str, Callable[[], float]] = {
        "bare": lambda: bare(folder, acts=acts),
        "1": lambda: whole(folder, jobs=1),
        "2": lambda: whole(folder, jobs=2),
    }
    seconds = runs[what]()
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # The larger of the children, counted for each; pages shared after a fork count every time.
    each = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(
        json.dumps(
            {"seconds": seconds, "megabytes": (own + (2 * each if what == "2" else 0)) / 1024}
        )
    )


def table(acts: int) -> None:
    """Print the table: a small log for its memory, a large one for its time."""
    with tempfile.TemporaryDirectory() as scratch:
        rows = {}
        for size in (acts // 10, acts):
            folder = Path(scratch, str(size))
            build(folder, acts=size)
            rows[size] = {what: measured(folder, what, acts=size) for what in ("bare", "1", "2")}
        print(
            f"{'acts':>8} {'run':<8} {'seconds':>8} {'acts/s':>8} {'of bare':>8} {'MB':>6} {'more MB':>8}"
        )
        for size, row in rows.items():
            for what, run in row.items():
                more = run.megabytes - rows[acts // 10][what].megabytes
                print(
                    f"{size:>8} {what if what == 'bare' else 'jobs ' + what:<8} {run.seconds:>8.2f}"
                    f" {size / run.seconds:>8.0f} {run.seconds / row['bare'].seconds:>7.2f}x"
                    f" {run.megabytes:>6.0f} {more:>8.1f}"
                )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--acts", type=int, default=100_000)
    parser.add_argument("--run", nargs=2, metavar=("WHAT", "FOLDER"))
    options = parser.parse_args()
    if options.run:
        alone(Path(options.run[1]), options.run[0], acts=options.acts)
    else:
        table(options.acts)
