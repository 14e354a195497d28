"""How long the server takes for the pages of a programme that has been busy for years.

    .venv/bin/python -m tests.bench.bench_busy [--views 40]

The demonstration is loaded, then grown by recorded acts: 10,000 organizations that each endorsed one call, 5,000
people, 500 meetings. Time is that of the whole request inside one process (middleware, reading, template).
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench.bench_pages import BATCH, PAGES, load, measure, opened, told

ORGANIZATIONS = 10_000
PEOPLE = 5_000
MEETINGS = 500
CALL = "call-core"
FORMS = ("state", "company", "civil-society", "academia", "public-authority")
ALSO = (
    "/call/call-core",
    "/sentence/call-core",
    "/party/grown-1",
    "/search?q=grown",
    "/parties?after=party:grown-5",
)


def main() -> None:
    """Load, measure, grow, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--views", type=int, default=40)
    asked = parser.parse_args()
    pages = tuple(page for page in PAGES if "grown-first" not in page)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "programme"
        load(folder)
        desk = opened(folder)
        _enter(desk, _acts(first=0, organizations=2, people=1, meetings=1))
        small = measure(folder, pages=(*pages, *ALSO), views=3)
        started = time.perf_counter()
        _enter(desk, _acts(2, ORGANIZATIONS, PEOPLE, MEETINGS))
        print(f"grown by 25,500 acts in {time.perf_counter() - started:.0f} s\n")
        told(small, measure(folder, pages=(*pages, *ALSO), views=asked.views), acts=26_000)


def _enter(desk: Any, acts: Iterator[dict[str, Any]]) -> None:
    from comity.desk.desk import Submission
    from programmes.reader import roles

    archivist = next(role for name, role in roles().items() if name.startswith("archiv"))
    common = {"source": "a benchmark", "effective": "2018-11", "on_behalf_of": archivist.party}
    batch: list[Submission] = []
    for act in acts:
        batch.append(Submission(envelope={**common, **act}, person=archivist.person))
        if len(batch) == BATCH:
            desk.submit_many(batch)
            batch = []
    desk.submit_many(batch)


def _acts(first: int, organizations: int, people: int, meetings: int) -> Iterator[dict[str, Any]]:
    """Yield organizations with what each endorsed, people and meetings, from a first number on."""
    for number in range(first, organizations):
        yield {
            "kind": "parties.admit-party/1",
            "id": f"grown-{number}",
            "name": f"Grown organization {number}",
            "form": FORMS[number % len(FORMS)],
            "standing": "named",
        }
        yield {
            "kind": "mobilize.endorse/1",
            "concerns": f"grown-{number}",
            "id": f"grown-{number}-core",
            "of": f"call/{CALL}",
            "extent": "whole",
        }
    for number in range(first, people):
        yield {
            "kind": "parties.register-person/1",
            "id": f"grown-{number}",
            "name": f"Grown Person {number}",
        }
    for number in range(first, meetings):
        yield {
            "kind": "convene.convene-meeting/1",
            "id": f"grown-{number}",
            "name": f"Grown meeting {number}",
            "form": "workshop",
            "start": f"20{10 + number % 10}-0{1 + number % 9}",
            "place": "Lower Harbour",
        }


if __name__ == "__main__":
    main()
