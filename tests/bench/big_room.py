"""Makes a large room and looks into it once, in a process of its own, so that its memory is its own.

python -m tests.bench.big_room memory PEOPLE VOTES    {"wall": …, "processor": …, "gigabytes": …}
python -m tests.bench.big_room table PEOPLE VOTES     writes the votes as Pol.is' table to standard output
"""

import json
import sys
import time
from resource import RUSAGE_SELF, getrusage

import numpy as np

from comity.converge import Positions, converge

STATEMENTS = 1000
AT_ONCE = 10_000


def large(people: int, votes: int) -> Positions:
    """Return a room of one axis, where everybody votes equally often, on statements that are spread evenly."""
    draw = np.random.Generator(np.random.PCG64(0))
    each = votes // people
    step = STATEMENTS // each
    person = np.repeat(np.arange(people, dtype=np.int32), each)
    statement = np.empty(len(person), dtype=np.int32)
    vote = np.empty(len(person), dtype=np.int8)
    slope = draw.standard_normal(STATEMENTS) * 0.5
    for begun in range(0, people, AT_ONCE):
        here = slice(begun * each, min(begun + AT_ONCE, people) * each)
        some = min(AT_ONCE, people - begun)
        said = np.arange(each) * step + draw.integers(0, step, (some, each))
        eta = draw.standard_normal((some, 1)) * slope[said]
        against = 0.8 / (1 + np.exp(2 * eta))
        lot = draw.random(eta.shape)
        statement[here] = said.ravel()
        vote[here] = np.where(lot < against, -1, np.where(lot < against + 0.2, 0, 1)).ravel()
    names = tuple(str(at) for at in range(people))
    return Positions(names, tuple(map(str, range(STATEMENTS))), person, statement, vote)


def table(room: Positions) -> None:
    """Write the votes as Pol.is' table of participants."""
    print("participant," + ",".join(room.statements))
    each = len(room) // len(room.people)
    words = np.array(["-1", "0", "1"])
    for at in range(len(room.people)):
        here = slice(at * each, (at + 1) * each)
        row = np.full(STATEMENTS, "", dtype=object)
        row[room.statement[here]] = words[room.vote[here] + 1]
        print(f"{at}," + ",".join(row))


def main() -> None:
    """Do what is asked."""
    what, people, votes = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    room = large(people, votes)
    if what == "table":
        table(room)
        return
    wall, processor = time.perf_counter(), time.process_time()
    converge(room, drawn=0)
    told = {
        "wall": time.perf_counter() - wall,
        "processor": time.process_time() - processor,
        "gigabytes": getrusage(RUSAGE_SELF).ru_maxrss / 1e6,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
