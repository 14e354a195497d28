import io
import json
import random
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.converge import Positions, blocs, digest, findings, read_blocs, spelled, statistics
from comity.converge.room import Blocs
from tests.converge.given import WIDE, read, shared

BLOCS = b"person,bloc,share\na,North,0.25\nb,South,0.75\n10,South,0.75\nnobody,Elsewhere,1\n"


def declared(found: Positions, raw: bytes = BLOCS) -> Blocs:
    return blocs(read_blocs(io.BytesIO(raw)), found=found)


def found(raw: bytes, groups: bytes | None = None) -> dict[str, Any]:
    room = read(raw)
    if groups is None:
        return findings(statistics(room))
    known = declared(room, groups)
    return findings(statistics(room, declared=known), shares=known.shares)


def test_statements_are_ranked_with_exactly_what_is_promised_of_each() -> None:
    told = found(WIDE)
    assert (told["people"], told["statements"], told["votes"]) == (4, 4, 8)
    assert told["statements_ranked"][0] == {
        "id": "0",
        "agree": 2,
        "disagree": 0,
        "pass": 0,
        "seen": 2,
        "floor": 0.34238,
        "consensus": 0.75,
        "rejection": 0.25,
        "bridge": None,
        "flip": 1,
    }
    assert [row["id"] for row in told["statements_ranked"]] == ["0", "2", "1", "10"]


def test_blocs_are_what_a_statement_is_judged_by_where_they_are_declared() -> None:
    told = found(WIDE, BLOCS)["dependence"]
    assert (told["parts"], told["of_no_bloc"]) == ("blocs", 1)
    assert told["statements"]["2"] == {
        "verdict": "divided",
        "as_voted": 0.5,
        "low": 0.094531,
        "high": 0.905469,
        "one_bloc_one_voice": 0.5,
        "raked": 0.75,
        "leave_one_out": {
            "lowest": 0,
            "lowest_without": "South",
            "highest": 1,
            "highest_without": "North",
        },
        "holds": False,
    }
    assert told["statements"]["0"]["holds"] is True
    assert told["statements"]["10"]["verdict"] == "unheard"


def test_the_digest_is_of_the_canonical_findings_without_it() -> None:
    told = found(WIDE, BLOCS)
    assert digest(json.loads(spelled(told))) == told["digest"]
    assert digest({**told, "people": 5}) != told["digest"]


def shuffled(raw: bytes, seed: int) -> bytes:
    """Put the lines, and the columns, of a table into another order."""
    chance = random.Random(seed)
    header, *rows = [line.split(b",") for line in raw.splitlines()]
    order = chance.sample(range(len(header)), len(header))
    chance.shuffle(rows)
    return b"\n".join(b",".join(row[at] for at in order) for row in [header, *rows])


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_rows_and_columns_changes_no_byte(seed: int) -> None:
    assert spelled(found(shuffled(WIDE, seed), BLOCS)) == spelled(found(WIDE, BLOCS))


@pytest.mark.parametrize("name", ["brexit-consensus", "bg2050-volunteers", "vtaiwan.uberx"])
def test_the_order_of_a_real_conversation_changes_no_byte(name: str) -> None:
    place = shared(f"polis/{name}/participants-votes.csv")
    raw = place.read_bytes()
    if raw.count(b'"'):
        pytest.skip("its fields are quoted")
    assert spelled(found(shuffled(raw, 7))) == spelled(found(raw))


def cells(room: Positions, keep: list[bool]) -> Positions:
    """Return the votes of some people, as a host of theirs would have them."""
    kept = np.flatnonzero(np.array(keep, dtype=np.bool_))
    of = np.full(len(room.people), -1, dtype=np.int32)
    of[kept] = np.arange(len(kept))
    here = of[room.person] >= 0
    return Positions(
        tuple(room.people[at] for at in kept),
        room.statements,
        of[room.person[here]],
        room.statement[here],
        room.vote[here],
    )


@given(st.lists(st.booleans(), min_size=4, max_size=4))
def test_two_hosts_that_share_only_sums_find_what_one_would(keep: list[bool]) -> None:
    room = read(WIDE)
    known = declared(room)
    whole = findings(statistics(room, declared=known), shares=known.shares)
    sums = []
    for side in (keep, [not each for each in keep]):
        here = Blocs(known.names, known.of[np.array(side)], known.shares)
        sums.append(statistics(cells(room, side), declared=here))
    assert findings(sums[0] + sums[1], shares=known.shares) == whole


@pytest.mark.parametrize(
    ("raw", "votes"),
    [
        (b"participant,1\n", 0),
        (b"participant,1\na,\n", 0),
        (b"participant,1\na,0\nb,0\n", 2),
        (b"participant,1,2\na,1,-1\n", 2),
        (b"comment-id,voter-id,vote\n", 0),
    ],
)
def test_a_room_that_says_next_to_nothing_is_a_finding(raw: bytes, votes: int) -> None:
    told = found(raw)
    assert told["votes"] == votes
    assert told["groups"]["found"] is None
    assert digest(told) == told["digest"]


def test_states_that_voted_for_both_rival_texts_are_not_put_into_camps() -> None:
    room = read(shared("un-cyber-votes/cyber_votes.csv").read_bytes())
    votes = {
        (room.people[p], room.statements[s]): v
        for p, s, v in zip(
            room.person.tolist(), room.statement.tolist(), room.vote.tolist(), strict=True
        )
    }
    both = [
        p
        for p in room.people
        if votes.get((p, "A/RES/73/27")) == votes.get((p, "A/RES/73/266")) == 1
    ]
    told = findings(statistics(room))
    assert len(both) == 77
    rows = {row["id"]: row for row in told["statements_ranked"]}
    assert (rows["A/RES/73/27"]["agree"], rows["A/RES/73/266"]["agree"]) == (119, 138)
    assert told["dependence"]["statements"]["A/RES/73/27"]["verdict"] == "agreed"
    assert told["dependence"]["statements"]["A/RES/73/266"]["verdict"] == "agreed"
