"""How many acts the desk enters in a second: each with a signed checkpoint, each on the disk before its receipt.

    .venv/bin/python -m tests.bench.bench_submit [--acts 1000]

Every act is a `reframe.take-position` with seven fields and a reason of 300 bytes, in a room under Chatham
House, by a person with a mandate and a seat; four paragraphs in turn. PostgreSQL is asked over a socket.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comity.core.errors import Broken
from comity.desk.desk import Submission
from comity.desk.outcome import Receipt, Stands
from comity.store import database
from comity.store.database import Database
from tests.desk.house import PEOPLE, House, furnished
from tests.ground import postgres

NORTH = PEOPLE["north"]
WORDS = [
    "anchor",
    "bearing",
    "cable",
    "channel",
    "depth",
    "duty",
    "fault",
    "fibre",
    "harbour",
    "island",
    "landing",
    "marker",
    "notice",
    "operator",
    "patrol",
    "quay",
    "repair",
    "route",
    "seabed",
    "shore",
    "signal",
    "station",
    "survey",
    "tide",
    "traffic",
    "vessel",
    "warning",
    "watch",
    "wave",
    "zone",
]
BATCH = 100
BARS = {"sqlite": (400, 1500), "postgresql": (120, 400)}


def envelope(number: int) -> dict[str, Any]:
    """Return a position whose reason is 300 bytes long and says something else each time."""
    words = [
        WORDS[(number * 7 + place * place) % len(WORDS)] + str(number % 50) for place in range(60)
    ]
    return {
        "kind": "reframe.take-position/1",
        "on_behalf_of": "north",
        "on": f"paragraph/p{number % 2 + 1}",
        "stance": ("support", "concern", "oppose")[number % 3],
        "reason": " ".join(words)[:300],
        "cure": f"A shorter sentence, as in draft {number}.",
        "for_capital": "Hold for instructions.",
        "nonce": f"n{number}",
    }


def singly(house: House, given: list[Submission]) -> None:
    """Enter acts one by one."""
    for each in given:
        outcome = house.desk.submit(each.envelope, person=each.person)
        if not isinstance(outcome, Receipt):
            raise Broken(str(outcome))


def batched(house: House, given: list[Submission]) -> None:
    """Enter acts a hundred at a time."""
    for first in range(0, len(given), BATCH):
        for outcome in house.desk.submit_many(given[first : first + BATCH]):
            if not isinstance(outcome, Stands):
                raise Broken(str(outcome))


@dataclass(frozen=True)
class Measured:
    """How fast acts went in, and what each cost this process."""

    per_second: float
    milliseconds_of_processor: float

    def __str__(self) -> str:
        return f"{self.per_second:,.0f}/s | {self.milliseconds_of_processor:.2f} ms"


def measured(
    work: Callable[[House, list[Submission]], None], house: House, start: int, acts: int
) -> Measured:
    """Enter some acts; what they say is made up before the clock runs."""
    given = [
        Submission(envelope=envelope(number), person=NORTH) for number in range(start, start + acts)
    ]
    before, processor = time.perf_counter(), time.process_time()
    work(house, given)
    took, worked = time.perf_counter() - before, time.process_time() - processor
    return Measured(acts / took, worked / acts * 1000)


@contextmanager
def stores(folder: Path) -> Iterator[dict[str, Database]]:
    """Open an empty database of each kind that this machine has."""
    (folder / "sqlite").mkdir()
    found = {"sqlite": database.in_file(folder / "sqlite" / "comity.sqlite3")}
    ending: list[str] = []
    if any(Path("/usr/lib/postgresql").glob("*/bin")):
        # The server runs as its own user, who must be able to reach its folder.
        ground = Path(tempfile.mkdtemp(prefix="comity-pg-"))
        ground.chmod(0o755)
        (ground / "server").mkdir()
        shared = postgres.server(ground / "server")
        ending = list(shared.ending)
        found["postgresql"] = database.at_url(postgres.new_database(shared.word, name="bench"))
    try:
        yield found
    finally:
        for each in found.values():
            each.close()
        if ending:
            subprocess.run(ending, check=True, stdout=subprocess.DEVNULL, cwd="/")
            shutil.rmtree(ground)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--acts", type=int, default=1000, help="how many each way")
    acts = parser.parse_args().acts // BATCH * BATCH
    print("| store | singly | processor an act | bar | batches of 100 | processor an act | bar |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder, stores(Path(folder)) as found:
        for name, store in found.items():
            house = furnished(Path(folder) / name, store)
            measured(singly, house, 0, BATCH)
            single = measured(singly, house, BATCH, acts)
            batch = measured(batched, house, BATCH + acts, acts)
            print(f"| {name} | {single} | {BARS[name][0]}/s | {batch} | {BARS[name][1]:,}/s |")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
