"""The convergence engine beside red-dwarf, in large rooms, live, and on votes held back.

COMITY_SHARED names the folder with the conversations; COMITY_RED_DWARF a Python that has red-dwarf, else it is
installed into a folder that goes away.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from comity.converge import Positions, converge, read_votes, statistics
from comity.converge.live import Live
from comity.converge.model.modelled import modelled
from comity.converge.seed import fingerprint
from tests.bench.big_room import large
from tests.bench.held_out import FOLDS, surprises
from tests.converge.given import SHARED

CONVERSATIONS = {
    "vTaiwan": "vtaiwan.uberx",
    "Bowling Green": "american-assembly.bowling-green",
    "biodiversity": "scoop-hivemind.biodiversity",
    "Brexit": "brexit-consensus",
    "bg2050": "bg2050-volunteers",
}
TIMES = 5
COMITY = str(Path(sys.executable).with_name("comity"))


def place_of(name: str) -> Path:
    """Return a conversation's table of participants."""
    return SHARED / "polis" / CONVERSATIONS[name] / "participants-votes.csv"


def room_of(name: str) -> Positions:
    """Read a conversation."""
    with place_of(name).open("rb") as stream:
        return read_votes(stream)


def timed(job: Callable[[], object], times: int = TIMES) -> dict[str, float]:
    """Return the median seconds on the clock and of the processor."""
    walls, spent = [], []
    for _ in range(times):
        wall, processor = time.perf_counter(), time.process_time()
        job()
        walls.append(time.perf_counter() - wall)
        spent.append(time.process_time() - processor)
    return {"wall": median(walls), "processor": median(spent)}


def red_dwarf(folder: Path) -> str | None:
    """Return a Python that has red-dwarf; None, and why, where it does not install."""
    if asked := os.environ.get("COMITY_RED_DWARF"):
        return asked
    uv, python = Path(sys.executable).with_name("uv"), folder / "bin" / "python"
    made = subprocess.run([uv, "venv", "-q", folder, "--python", sys.executable], check=False)
    wanted: list[str | Path] = [uv, "pip", "install", "-q", "--python", python, "red-dwarf==0.4.0"]
    if made.returncode or subprocess.run(wanted, check=False).returncode:
        print("red-dwarf did not install here; its column is empty.")
        return None
    return str(python)


def beside() -> None:
    """Print full findings without bootstrap beside red-dwarf's pipeline, both from votes in memory.

    red-dwarf as it comes takes as many threads as there are processors; it is timed with one, too.
    """
    print(
        f"\n| full findings, no bootstrap | red-dwarf | the same, one thread | here (median of {TIMES}) |"
        " by the clock | by the processor |\n|---|---|---|---|---|---|"
    )
    with tempfile.TemporaryDirectory() as folder:
        python = red_dwarf(Path(folder))
        for name in ("vTaiwan", "Bowling Green"):
            room = room_of(name)
            there = None if python is None else _there(python, place_of(name))
            here = timed(lambda room=room: converge(room, drawn=0))  # type: ignore[misc]
            alone = None if python is None else _there(python, place_of(name), OMP_NUM_THREADS="1")
            ratios = [
                "" if there is None else f"{there[clock] / here[clock]:.1f}x"
                for clock in ("wall", "processor")
            ]
            columns = [name, _both(there), _both(alone), _both(here), *ratios]
            print(f"| {' | '.join(columns)} |", flush=True)


def _there(python: str, votes: Path, **settings: str) -> dict[str, float]:
    script = str(Path(__file__).with_name("red_dwarf.py"))
    said = subprocess.run(
        [python, "-W", "ignore", script, str(votes), "3"],
        check=True,
        capture_output=True,
        env={**os.environ, **settings},
    )
    told: dict[str, float] = json.loads(said.stdout)
    return told


def _both(told: dict[str, float] | None) -> str:
    return "" if told is None else f"{told['wall']:.2f} s ({told['processor']:.2f} s of processor)"


def sizes() -> None:
    """Print large rooms, each in a process of its own."""
    print("\n| room | seconds | of processor | memory |\n|---|---|---|---|")
    for people, votes in ((100_000, 10_000_000), (1_000_000, 50_000_000)):
        asked = [sys.executable, "-m", "tests.bench.big_room", "memory", str(people), str(votes)]
        told = json.loads(subprocess.run(asked, check=True, capture_output=True).stdout)
        print(
            f"| {people:,} x 1,000, {votes:,} votes | {told['wall']:.1f} | {told['processor']:.1f}"
            f" | {told['gigabytes']:.2f} GB, the votes included |",
            flush=True,
        )
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "votes.csv"
        with place.open("wb") as stream:
            asked = [sys.executable, "-m", "tests.bench.big_room", "table", "100000", "10000000"]
            subprocess.run(asked, check=True, stdout=stream)
        told = _whole([COMITY, "converge", str(place), "--bootstrap", "0", "--json"])
        print(f"| the same 10,000,000 from a CSV file, whole process | {told} |")


def _whole(command: list[str]) -> str:
    begun, before = time.perf_counter(), os.times()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"{command} ended with {status}")
    after = os.times()
    spent = after.children_user - before.children_user
    wall = time.perf_counter() - begun
    return f"{wall:.1f} | {spent:.1f} | {used.ru_maxrss / 1e6:.2f} GB"


def bootstrap() -> None:
    """Print the whole way with people drawn anew 200 times."""
    room = room_of("Bowling Green")
    told = timed(lambda: converge(room, drawn=200), times=1)
    print(f"\n200 bootstraps of Bowling Green, all else included: {_both(told)}")


def live() -> None:
    """Print one more vote at 30,000 people."""
    room = large(30_000, 1_500_000)
    made = modelled([room], mark=fingerprint(statistics(room)))
    if made is None:
        raise SystemExit("a room of 30,000 has a model")
    going = Live(room, made.said)
    draw = np.random.Generator(np.random.PCG64(1))
    who = [str(at) for at in draw.integers(0, 30_000, 50).tolist()]
    on = [str(at) for at in draw.integers(0, 1000, 50).tolist()]
    counted, shown = [], []
    for person, statement in zip(who, on, strict=True):
        begun = time.perf_counter()
        going.cast(person, statement, 1)
        counted.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        going.move(person, statement)
        going.places  # noqa: B018 — where everybody lies is what is asked for
        shown.append(time.perf_counter() - begun)
    print(
        f"\nOne more vote at 30,000 people and 1.5 million votes (median, slowest of 50): statistics"
        f" {1000 * median(counted):.3f}, {1000 * max(counted):.3f} ms; map {1000 * median(shown):.1f},"
        f" {1000 * max(shown):.1f} ms"
    )


def held_back() -> None:
    """Print how surprising votes are that were held back."""
    print(
        f"\n| nats a vote, {FOLDS} folds | people and statements alone | Pol.is' positions | here |"
    )
    print("|---|---|---|---|")
    for name in CONVERSATIONS:
        told: dict[str, Any] = surprises(room_of(name))
        print(
            f"| {name} | {told['alone']:.4f} | {told['polis']:.4f} | {told['here']:.4f}"
            f" ({told['axes']}) |",
            flush=True,
        )


def main() -> None:
    """Print every table."""
    if not (SHARED / "polis").exists():
        raise SystemExit(f"{SHARED / 'polis'} is not there; COMITY_SHARED names the folder")
    beside()
    held_back()
    bootstrap()
    live()
    sizes()


if __name__ == "__main__":
    main()
