"""``comity verify``: check a record on one's own machine, without database, account or Django.

    comity verify PATH|URL [--vkey V] [--kept FILE …] [--jobs N] [--json]

Exit 0 when it holds; exit 1, and the first fault, when it does not.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from comity.cli.log_source import open_source
from comity.cli.verify_words import says_fault, says_verified
from comity.record.errors import Fault, Faulted, shown
from comity.record.export import Spread, Verified, one_by_one, unwatched, verify_log
from comity.record.findings import Task
from comity.record.kept import KEPT_BYTES, Keepsake

Found = TypeVar("Found")

# Below this many bundles (of 256 acts) starting processes costs more than it saves.
FEW = 4
BAR = 30


def configure(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("where", metavar="PATH|URL", help="an export's folder, or a log's address")
    parser.add_argument("--vkey", help="the log's key, as it reached you by another way")
    parser.add_argument(
        "--kept",
        metavar="FILE",
        type=_keepsake,
        action="append",
        default=[],
        help="a receipt or checkpoint that you kept, which must still agree; again for each",
    )
    parser.add_argument(
        "--jobs", type=_jobs, default=os.cpu_count() or 1, help="processes to use (default: all)"
    )
    parser.add_argument("--json", action="store_true", help="answer in JSON, for programs")


def run(arguments: argparse.Namespace) -> int:
    """Verify, tell, and return the exit status."""
    found = verify(
        arguments.where,
        vkey=arguments.vkey,
        kept=arguments.kept,
        jobs=arguments.jobs,
        progress=_Bar().show if sys.stderr.isatty() else unwatched,
    )
    if arguments.json:
        print(json.dumps(answer(found)))
    elif isinstance(found, Fault):
        print(says_fault(found))
    else:
        print(says_verified(found, where=arguments.where))
    return 1 if isinstance(found, Fault) else 0


def verify(
    where: str,
    *,
    vkey: str | None = None,
    kept: Sequence[Keepsake] = (),
    jobs: int = 1,
    progress: Callable[[int, int], None] = unwatched,
) -> Verified | Fault:
    """Verify what stands at a path or an address."""
    try:
        source = open_source(where)
        spread = spread_over(jobs)
        return verify_log(source, vkey=vkey, kept=kept, spread=spread, progress=progress)
    except Faulted as error:
        return error.fault
    except OSError as error:
        return Fault(None, "file-unreadable", "files that can be read", shown(str(error)))
    except BrokenProcessPool:
        return Fault(
            None, "process-lost", "every process to finish", "one was killed; try --jobs 1"
        )


def answer(found: Verified | Fault) -> dict[str, Any]:
    """Return the answer in the form that other programs rely on."""
    return {"ok": False, **asdict(found)} if isinstance(found, Fault) else found.as_json()


def spread_over(jobs: int) -> Spread:
    """Return a way to examine bundles on several processes, in order."""

    def spread(work: Callable[[Task], Found], tasks: Iterable[Task]) -> Iterator[Found]:
        waiting = iter(tasks)
        few = list(islice(waiting, FEW + 1))
        if jobs == 1 or len(few) <= FEW:
            yield from one_by_one(work, [*few, *waiting])
            return
        with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(work,)) as pool:
            try:
                yield from pool.map(_do, [*few, *waiting])
            finally:
                pool.shutdown(wait=True, cancel_futures=True)

    return spread


_work: Callable[[Task], Any]


def _begin(work: Callable[[Task], Any]) -> None:
    """Receive the work once in each process; the tasks themselves are small."""
    global _work  # noqa: PLW0603  a process of a pool has no other place to keep it
    _work = work
    # An interrupt is the parent's to tell, once.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _do(task: Task) -> Any:
    return _work(task)


class _Bar:
    """A bar on the terminal, shown only when the work takes longer than a second."""

    def __init__(self) -> None:
        self.start = time.monotonic()

    def show(self, done: int, total: int) -> None:
        """Draw how far the examination is, and take the bar away at the end."""
        if time.monotonic() - self.start < 1:
            return
        filled = BAR * done // total
        line = f"  [{'#' * filled}{'.' * (BAR - filled)}] {done:,} of {total:,} acts examined"
        end = "\r" + " " * len(line) + "\r" if done == total else ""
        print(f"\r{line}{end}", end="", file=sys.stderr, flush=True)


def _keepsake(path: str) -> Keepsake:
    """Read what somebody kept."""
    try:
        with Path(path).open("rb") as file:
            data = file.read(KEPT_BYTES + 1)
    except OSError as error:
        raise argparse.ArgumentTypeError(f"{path}: {error.strerror}") from error
    if len(data) > KEPT_BYTES:
        raise argparse.ArgumentTypeError(f"{path} is longer than {KEPT_BYTES} bytes")
    return Keepsake(path, data)


def _jobs(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError("a number of processes from 1 to 256")
    return int(text)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command by itself."""
    parser = argparse.ArgumentParser(prog="comity verify", description=run.__doc__)
    configure(parser)
    return run(parser.parse_args(arguments))


if __name__ == "__main__":
    sys.exit(main())
