"""What `comity converge` does once numpy is known to be there: open the files, ask the engine, and tell."""

import argparse
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from comity.cli.converge_words import words
from comity.cli.screen import FINE, Stop, progress
from comity.converge import (
    Groups,
    Unreadable,
    blocs,
    findings,
    read_blocs,
    read_votes,
    spelled,
    statistics,
)

NOT_YET = "This version does not look for groups yet."

PATIENCE = 1.0
"""Seconds after which progress is shown."""


def find(args: argparse.Namespace, votes: Path) -> int:
    """Print the findings."""
    found = _findings(args, votes)
    print(spelled(found) if args.json else words(found))
    return FINE


def _findings(args: argparse.Namespace, votes: Path) -> dict[str, Any]:
    with opened(votes) as stream, _patient(f"Reading {votes.name}") as step:
        size = max(votes.stat().st_size, 1)
        room = read_votes(stream, written=args.format, told=lambda done: step(done, size))
    groups = Groups() if args.bootstrap == 0 else Groups(reason=NOT_YET)
    if args.blocs is None:
        return findings(statistics(room), groups=groups)
    with opened(args.blocs) as stream:
        declared = blocs(read_blocs(stream), found=room)
    return findings(statistics(room, declared=declared), shares=declared.shares, groups=groups)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a file; whatever cannot be read in it becomes one sentence."""
    try:
        with path.open("rb") as stream:
            yield stream
    except Unreadable as error:
        facts = {"file": str(path), "line": error.line, "column": error.column}
        raise Stop(f"{path}: {error}", facts=facts) from None
    except OSError as error:
        raise Stop(f"{path}: it cannot be read ({error.strerror or error})") from None


@contextmanager
def _patient(what: str) -> Iterator[Callable[[int, int], None]]:
    """Show progress only of what takes longer than a second."""
    begun = time.monotonic()
    with progress(what) as step:

        def told(done: int, total: int) -> None:
            if time.monotonic() - begun > PATIENCE:
                step(done, total)

        yield told
