"""How long the server takes for a page, and how many questions it asks, as a programme grows.

    .venv/bin/python -m tests.bench.bench_pages [--acts 100000] [--views 40]

The demonstration is loaded, then grown by recorded meetings, outcomes and recommendations to the first
size, measured, grown to the second, and measured again. Time is that of the whole request inside one
process (middleware, reading, template), without the network.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

SMALL = 1_000
WORDS = (
    "The group will look at repair times once more, with the figures of both sides beside it. " * 3
)
BATCH = 500
PAGES = (
    "/",
    "/convene",
    "/meeting/london-2011",
    "/meeting/grown-first",
    "/parties",
    "/party/microsoft",
    "/groups",
    "/body/gcsc",
    "/norms",
    "/norm/gcsc-1",
    "/reports",
    "/report/rep-gcsc",
    "/mobilize",
    "/support",
    "/contacts",
    "/reframe",
    "/record",
    "/record/5",
    "/record?half=archive",
    "/search?q=public+core",
    "/sentence/gcsc-1",
    "/sentence/understanding-1-p7",
    "/adoption/adoption-1",
    "/check",
)
OF_THE_SIGNED_IN = ("/desk", "/text/understanding-2", "/silence/silence-now")


@dataclass(frozen=True)
class Measured:
    """One page at one size: milliseconds of every view, and questions asked of the database."""

    milliseconds: list[float]
    questions: int

    @property
    def median(self) -> float:
        """The middle view."""
        return statistics.median(self.milliseconds)

    @property
    def p95(self) -> float:
        """What nineteen in twenty views stay under."""
        return sorted(self.milliseconds)[int(len(self.milliseconds) * 0.95) - 1]


def main() -> None:
    """Load, grow, measure, grow, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--acts", type=int, default=100_000)
    parser.add_argument("--views", type=int, default=40)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "programme"
        load(folder)
        desk = opened(folder)
        _grow(desk, to=SMALL)
        small = measure(folder, pages=PAGES, views=asked.views)
        started = time.perf_counter()
        _grow(desk, to=asked.acts)
        print(f"grown to {asked.acts:,} acts in {time.perf_counter() - started:.0f} s\n")
        told(small, measure(folder, pages=PAGES, views=asked.views), acts=asked.acts)


def load(folder: Path) -> None:
    """Load the demonstration."""
    from comity.desk.demonstration.place import renew

    renew(folder, now=datetime.now(UTC), done=lambda _entered, _whole: None)


def opened(folder: Path) -> Any:
    """Return the desk of a folder."""
    from comity.cli.house import open_house

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "comity.settings")
    open_house(folder, is_loopback=True)
    from comity.desk.desk import Desk

    return Desk(folder)


def _grow(desk: Any, *, to: int) -> None:
    from comity.desk.desk import Submission
    from programmes.reader import roles

    archivist = next(role for name, role in roles().items() if name.startswith("archiv"))
    have = desk.read(desk.viewer(None), lambda look: look.size)
    batch: list[Submission] = []
    for envelope in _acts(have, to):
        batch.append(
            Submission(
                envelope={**envelope, "on_behalf_of": archivist.party}, person=archivist.person
            )
        )
        if len(batch) == BATCH:
            desk.submit_many(batch)
            batch = []
    desk.submit_many(batch)


def _acts(have: int, to: int) -> Iterator[dict[str, Any]]:
    """Yield a meeting and nine outcomes of it, again and again."""
    meeting = "grown-first" if have < SMALL else f"grown-{have}"
    common = {"source": "a benchmark", "effective": "2016-04"}
    for number in range(have, to):
        if number == have or number % 10 == 0:
            meeting = meeting if number == have else f"grown-{number}"
            yield {
                **common,
                "kind": "convene.convene-meeting/1",
                "id": meeting,
                "name": f"Working meeting {number}",
                "form": "workshop",
                "start": "2016-04",
                "place": "Lower Harbour",
            }
        else:
            yield {
                **common,
                "kind": "convene.record-outcome/1",
                "id": f"outcome-{number}",
                "meeting": meeting,
                "words": WORDS,
                "number": number,
            }


def measure(folder: Path, *, pages: Sequence[str], views: int) -> dict[str, Measured]:
    """Look at pages, some of them as somebody who is signed in."""
    import_module("comity.wsgi")  # as a server stands
    from django.test import Client

    public = Client(HTTP_HOST="localhost")
    delegate = Client(HTTP_HOST="localhost")
    delegate.post("/walk-in", {"role": "meridonia"})
    found = {page: _time(public, page, views=views) for page in pages}
    return found | {page: _time(delegate, page, views=views) for page in OF_THE_SIGNED_IN}


def _time(client: Any, page: str, *, views: int) -> Measured:
    from comity.store import database

    assert client.get(page).status_code == 200, page
    asked = 0
    plain = database.Database._execute

    def counted(self: Any, sql: str, values: Any) -> Any:
        nonlocal asked
        asked += 1
        return plain(self, sql, values)

    database.Database._execute = counted  # type: ignore[method-assign]
    client.get(page)
    database.Database._execute = plain  # type: ignore[method-assign]
    times = []
    for _ in range(views):
        started = time.perf_counter()
        client.get(page)
        times.append((time.perf_counter() - started) * 1000)
    return Measured(times, asked)


def told(small: dict[str, Measured], large: dict[str, Measured], *, acts: int) -> None:
    """Print the table."""
    print(f"| page | median, {acts:,} acts | p95 | questions at {SMALL:,} | at {acts:,} |")
    print("|---|---|---|---|---|")
    for page, measured in large.items():
        print(
            f"| `{page}` | {measured.median:.1f} ms | {measured.p95:.1f} ms "
            f"| {small[page].questions} | {measured.questions} |"
        )
    every = sorted(each for measured in large.values() for each in measured.milliseconds)
    p95 = every[int(len(every) * 0.95) - 1]
    print(f"\nAll pages: median {statistics.median(every):.1f} ms, p95 {p95:.1f} ms")


if __name__ == "__main__":
    main()
