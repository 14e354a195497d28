import io
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from comity.converge import Positions, converge, read_votes, spelled, statistics
from comity.converge.engine import together
from comity.converge.statistics import Statistics
from tests.converge.given import shared
from tests.converge.simulated import camps, chance, positions, room
from tests.converge.test_findings import cells, shuffled


def test_two_hosts_that_share_only_sums_find_what_one_would_model_and_all() -> None:
    whole = room(camps((-1.0,), (1.0,), each=60, width=0.6, seed=1), seed=2)
    mine = [at % 3 > 0 for at in range(len(whole.people))]
    hosts = [cells(whole, mine), cells(whole, [not each for each in mine])]
    sums: list[Statistics] = [statistics(host) for host in hosts]
    alone = converge(whole, drawn=0).findings
    assert alone["model"]["dimensions"] == 1
    assert spelled(together(hosts, sums=sums, drawn=0).findings) == spelled(alone)


@pytest.mark.slow
@pytest.mark.parametrize("camp", [0.3, 1.4])
def test_hosts_that_share_only_sums_find_the_groups_that_one_finds(camp: float) -> None:
    """Three hosts: one has most of one camp, one has what is left, one has two people."""
    whole = room(camps((-1.0,), (1.0,), each=70, width=camp, seed=1), seed=2)
    host = [0 if at < 60 else 2 if at in {80, 90} else 1 for at in range(len(whole.people))]
    hosts = [cells(whole, [each == at for each in host]) for at in range(3)]
    alone = converge(whole, drawn=4)
    assert alone.findings["groups"]["found"] is (camp < 1)
    shared_out = together(hosts, sums=[statistics(each) for each in hosts], drawn=4)
    assert spelled(shared_out.findings) == spelled(alone.findings)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["scoop-hivemind.biodiversity", "vtaiwan.uberx"])
def test_two_hosts_say_of_a_real_conversation_what_one_says(name: str) -> None:
    with shared(f"polis/{name}/participants-votes.csv").open("rb") as stream:
        whole = read_votes(stream)
    mine = [at % 3 > 0 for at in range(len(whole.people))]
    hosts = [cells(whole, mine), cells(whole, [not each for each in mine])]
    both = together(hosts, sums=[statistics(host) for host in hosts], drawn=8)
    assert spelled(both.findings) == spelled(converge(whole, drawn=8).findings)


def test_two_hosts_of_a_large_room_sample_the_same_people() -> None:
    draw = chance(3)
    whole = positions(draw.integers(-1, 2, (5200, 8)), draw.random((5200, 8)) < 0.4)
    mine = [at % 3 > 0 for at in range(5200)]
    hosts = [cells(whole, mine), cells(whole, [not each for each in mine])]
    alone = converge(whole, drawn=0).findings
    assert alone["model"]["sampled"] == 5000
    both = together(hosts, sums=[statistics(host) for host in hosts], drawn=0)
    assert spelled(both.findings) == spelled(alone)


@pytest.mark.slow
def test_what_the_model_says_does_not_depend_on_the_order_of_a_table() -> None:
    table = wide(room(camps((-1.0,), (1.0,), each=60, width=0.4, seed=1), seed=2))
    told = [
        spelled(converge(read_votes(io.BytesIO(raw)), drawn=3).findings)
        for raw in (table, shuffled(table, 5))
    ]
    assert told[0] == told[1]


def wide(found: Positions) -> bytes:
    table = np.full((len(found.people), len(found.statements)), "", dtype=object)
    table[found.person, found.statement] = found.vote.astype(str)
    lines = [",".join(["participant", *found.statements])]
    lines += [",".join([who, *row]) for who, row in zip(found.people, table.tolist(), strict=True)]
    return "\n".join(lines).encode()


@pytest.mark.slow
def test_threads_change_no_byte() -> None:
    votes = shared("polis/scoop-hivemind.biodiversity/participants-votes.csv")
    command = [str(Path(sys.executable).with_name("comity")), "converge", str(votes), "--json"]
    said = {
        subprocess.run(
            [*command, "--bootstrap", "4"],
            env={**os.environ, "OPENBLAS_NUM_THREADS": threads, "OMP_NUM_THREADS": threads},
            capture_output=True,
            check=True,
        ).stdout
        for threads in ("1", "2", "5")
    }
    assert len(said) == 1
