"""What a person sees in a terminal and a program reads in a pipe.

    terminal   Loading the demonstration  [##########----------]  160 of 320
    pipe       Loading the demonstration: 160 of 320

Results go to stdout; progress and complaints go to stderr, so that a result can be piped on.
"""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

FINE, REFUSED, UNREADABLE = 0, 1, 2
"""Exit codes: done; refused or found wrong; used wrongly or not readable."""

WIDTH = 30


class Stop(Exception):
    """Ends a command with one clear sentence."""

    def __init__(
        self, sentence: str, *, code: int = UNREADABLE, facts: dict[str, Any] | None = None
    ) -> None:
        self.sentence = sentence
        self.code = code
        self.facts = facts or {}
        super().__init__(sentence)


def show(result: dict[str, Any], *, plain: str, as_json: bool) -> None:
    """Print a result as one line of JSON or as words."""
    print(json.dumps(result, ensure_ascii=False, sort_keys=True) if as_json else plain)


def complain(stop: Stop, *, as_json: bool) -> int:
    """Tell why a command stopped, and return its exit code."""
    print(f"comity: {stop.sentence}", file=sys.stderr)
    if as_json:
        print(
            json.dumps(
                {"ok": False, "error": stop.sentence, **stop.facts},
                ensure_ascii=False,
                sort_keys=True,
            )
        )
    return stop.code


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function that is told how much of how much is done: a bar on a terminal, a line each tenth in a pipe."""
    on_terminal = sys.stderr.isatty()
    told = -1

    def step(done: int, total: int) -> None:
        nonlocal told
        done = min(done, total)
        tenth = done * 10 // max(total, 1)
        if on_terminal:
            filled = min(done * WIDTH // max(total, 1), WIDTH)
            bar = "#" * filled + "-" * (WIDTH - filled)
            sys.stderr.write(f"\r{what}  [{bar}]  {done} of {total}")
        elif tenth > told:
            told = tenth
            sys.stderr.write(f"{what}: {done} of {total}\n")
        sys.stderr.flush()

    try:
        yield step
    finally:
        if on_terminal:
            sys.stderr.write("\n")
