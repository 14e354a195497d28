"""What `comity converge` does once numpy is known to be there: open the files, ask the engine, and tell."""

import argparse
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from comity.cli.converge_compared import compared_words
from comity.cli.converge_words import checked_words, words
from comity.cli.screen import FINE, REFUSED, Stop, progress
from comity.converge import (
    Blocs,
    Converged,
    Positions,
    Unreadable,
    blocs,
    chart,
    compared,
    converge,
    picture,
    read_blocs,
    read_votes,
    spelled,
)
from comity.converge.check import check, read_findings

PATIENCE = 1.0
"""Seconds after which progress is shown."""


def find(args: argparse.Namespace, votes: Path) -> int:
    """Print the findings."""
    room = _votes(args, votes)
    seen = _looked_into(args, votes, room)
    found = seen.findings
    if args.svg is not None:
        _draw(seen, room, args.svg)
    print(spelled(found) if args.json else words(found))
    return FINE


def look_again(args: argparse.Namespace, told: Path, votes: Path) -> int:
    """Compute what findings say anew, and tell every difference."""
    with opened(told) as stream:
        asked = read_findings(stream.read())
    room, declared = _votes(args, votes), None
    if args.blocs is not None:
        with opened(args.blocs) as stream:
            declared = read_blocs(stream)
    with _patient(f"Computing {votes.name} again") as step:
        wrong = check(asked, room=room, declared=declared, drawn=args.bootstrap, told=step)
    if args.json:
        said = [{"place": each.place, "told": each.told, "found": each.found} for each in wrong]
        print(json.dumps({"ok": not wrong, "differences": said}, ensure_ascii=False))
    else:
        print(checked_words(wrong, drawn=args.bootstrap))
    return REFUSED if wrong else FINE


def compare(args: argparse.Namespace, votes: Path, wordings: list[str]) -> int:
    """Compare wordings of one paragraph."""
    room = _votes(args, votes)
    declared = _declared(args, room)
    try:
        told = compared(room, wordings=wordings, declared=declared)
    except Unreadable as error:
        raise Stop(f"{votes}: {error}") from None
    print(spelled(told) if args.json else compared_words(told))
    return FINE


def _votes(args: argparse.Namespace, votes: Path) -> Positions:
    with opened(votes) as stream, _patient(f"Reading {votes.name}") as step:
        size = max(votes.stat().st_size, 1)
        return read_votes(stream, written=args.format, told=lambda done: step(done, size))


def _looked_into(args: argparse.Namespace, votes: Path, room: Positions) -> Converged:
    declared = _declared(args, room)
    with _patient(f"Looking into {votes.name}") as step:
        return converge(room, declared=declared, drawn=args.bootstrap, told=step)


def _draw(seen: Converged, room: Positions, place: Path) -> None:
    if seen.model is None:
        raise Stop(f"{place}: there is no map of a room that says nothing, or of one statement")
    drawn = picture(
        chart(room, seen.model.said, groups=seen.groups), reason=seen.findings["groups"]["reason"]
    )
    try:
        place.write_text(drawn, encoding="utf-8")
    except OSError as error:
        raise Stop(f"{place}: it cannot be written ({error.strerror or error})") from None


def _declared(args: argparse.Namespace, room: Positions) -> Blocs | None:
    if args.blocs is None:
        return None
    with opened(args.blocs) as stream:
        return blocs(read_blocs(stream), found=room)


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
