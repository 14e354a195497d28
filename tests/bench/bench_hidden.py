"""Can a stranger tell by the time it takes what is hidden from what is not there?

    .venv/bin/python -m tests.bench.bench_hidden [--times 600]

A demonstration is served; acts and texts that the public may not see are asked for in turn with names that nobody has.
"""

from __future__ import annotations

import argparse
import http.client
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from tests.journeys import house


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=600)
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as place:
        built = Path(house.build(Path(place)).word)
        with house.serving(built, place=Path(place) / "served") as (site, data):
            asker = http.client.HTTPConnection(urlsplit(site).netloc)
            print(
                "| asked for | hidden, median | p95 | unknown, median | p95 |\n|---|---|---|---|---|"
            )
            for what, hidden, unknown in _asked(data):
                first, second = _compared(asker, hidden, unknown, times=times)
                print(f"| {what} | {' | '.join(f'{each:.2f} ms' for each in (*first, *second))} |")


def _asked(data: Path) -> list[tuple[str, list[str], str]]:
    with sqlite3.connect(data / "comity.sqlite3") as kept:
        acts = kept.execute(
            "SELECT idx FROM act WHERE kind_audience<>'public' ORDER BY idx LIMIT 40"
        )
        texts = kept.execute("SELECT key FROM entity WHERE type='text' AND audience<>'public'")
        return [
            ("an act", [f"/record/{idx}.json" for (idx,) in acts], "/record/{}.json"),
            ("a text", [f"/text/{key}.json" for (key,) in texts], "/text/zz{}.json"),
        ]


def _compared(
    asker: http.client.HTTPConnection, hidden: Sequence[str], unknown: str, *, times: int
) -> tuple[tuple[float, float], tuple[float, float]]:
    first, second = [], []
    for turn in range(times):
        first.append(_asking(asker, hidden[turn % len(hidden)]))
        second.append(_asking(asker, unknown.format(100_000 + turn * 7919 % 900_000)))
    return _told(first), _told(second)


def _asking(asker: http.client.HTTPConnection, path: str) -> float:
    begun = time.perf_counter()
    asker.request("GET", path)
    answer = asker.getresponse()
    answer.read()
    if answer.status != 404:
        raise SystemExit(f"{path} answered {answer.status}, not 404")
    return (time.perf_counter() - begun) * 1000


def _told(taken: list[float]) -> tuple[float, float]:
    return statistics.median(taken), statistics.quantiles(taken, n=20)[-1]


if __name__ == "__main__":
    main()
