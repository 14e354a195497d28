"""Runs Pol.is' recipe as red-dwarf has it, in an environment of its own, and prints how long that took as JSON.

python red_dwarf.py participants-votes.csv TIMES     {"wall": 0.9, "processor": 0.9}
"""

import csv
import json
import sys
import time
from statistics import median
from typing import Any


def votes_of(place: str) -> list[dict[str, Any]]:
    """Read a table of participants as red-dwarf wants it."""
    with open(place, encoding="utf-8") as stream:  # noqa: PTH123 — this runs where nothing of ours is
        return [
            {"participant_id": int(row["participant"]), "statement_id": int(key), "vote": int(vote)}
            for row in csv.DictReader(stream)
            for key, vote in row.items()
            if key.isdigit() and vote
        ]


def main() -> None:
    """Time it from votes in memory."""
    from reddwarf.implementations.polis import run_pipeline  # type: ignore[import-not-found]

    votes, times = votes_of(sys.argv[1]), int(sys.argv[2])
    run_pipeline(votes=votes, random_state=0)
    walls, spent = [], []
    for _ in range(times):
        wall, processor = time.perf_counter(), time.process_time()
        run_pipeline(votes=votes, random_state=0)
        walls.append(time.perf_counter() - wall)
        spent.append(time.process_time() - processor)
    print(json.dumps({"wall": median(walls), "processor": median(spent)}))


if __name__ == "__main__":
    main()
