import io
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.converge import (
    Unreadable,
    blocs,
    digest,
    findings,
    read_blocs,
    read_votes,
    spelled,
    statistics,
)
from comity.converge.check import check, read_findings
from tests.converge.given import WIDE, read, shared

BLOCS = b"person,bloc,share\na,North,0.25\nb,South,0.75\n10,South,0.75\n"


def differ(found: dict[str, Any], votes: bytes = WIDE, groups: bytes | None = BLOCS) -> list[str]:
    declared = None if groups is None else read_blocs(io.BytesIO(groups))
    return [
        str(each)
        for each in check(
            read_findings(spelled(found).encode()), room=read(votes), declared=declared
        )
    ]


def found(votes: bytes = WIDE, groups: bytes | None = BLOCS) -> dict[str, Any]:
    room = read(votes)
    if groups is None:
        return findings(statistics(room))
    known = blocs(read_blocs(io.BytesIO(groups)), found=room)
    return findings(statistics(room, declared=known), shares=known.shares)


def test_what_the_engine_finds_the_plain_code_finds() -> None:
    assert differ(found()) == []
    assert differ(found(groups=None), groups=None) == []


def test_a_number_that_was_changed_is_named_and_so_is_the_digest() -> None:
    other = deepcopy(found())
    other["statements_ranked"][0]["flip"] = 3
    assert differ(other)[0] == "statements_ranked.0.flip: told 3, found 1"
    assert [each.split(":")[0] for each in differ(other)] == ["statements_ranked.0.flip", "digest"]


def test_a_digest_alone_makes_no_findings_true() -> None:
    other = deepcopy(found())
    other["dependence"]["statements"]["2"]["raked"] = 0.5
    other["digest"] = digest(other)
    assert differ(other) == ["dependence.statements.2.raked: told 0.5, found 0.75"]


def test_findings_of_other_votes_differ() -> None:
    assert differ(found(), votes=WIDE.replace(b"9,0,0,0,0,0,,,,", b"9,0,0,0,0,0,1,,,")) != []


VOTE = st.sampled_from(["", "1", "0", "-1"])
ROOMS = st.lists(st.lists(VOTE, min_size=3, max_size=3), max_size=9)


@given(ROOMS, st.lists(st.sampled_from("NSE"), min_size=9, max_size=9), st.booleans())
def test_both_find_the_same_in_any_room(
    rows: list[list[str]], of: list[str], weighed: bool
) -> None:
    lines = [",".join([f"p{at}", *row]) for at, row in enumerate(rows)]
    votes = "\n".join(["participant,1,2,3", *lines]).encode()
    shares = {"N": "0.2", "S": "0.3", "E": "0.5"}
    declared = [f"p{at},{bloc}" + f",{shares[bloc]}" * weighed for at, bloc in enumerate(of)]
    groups = "\n".join(["person,bloc" + ",share" * weighed, *declared]).encode()
    assert differ(found(votes, groups), votes, groups) == []


@pytest.mark.parametrize("name", ["brexit-consensus", "bg2050-volunteers", "vtaiwan.uberx"])
def test_both_find_the_same_in_a_real_conversation(name: str) -> None:
    with shared(f"polis/{name}/participants-votes.csv").open("rb") as stream:
        room = read_votes(stream)
    told = read_findings(spelled(findings(statistics(room))).encode())
    assert check(told, room=room) == []


@given(
    st.one_of(st.binary(max_size=60), st.just(b'{"groups":{"members":{}}}'), st.just(b"[" * 9999))
)
def test_anything_else_is_no_findings(raw: bytes) -> None:
    with pytest.raises(Unreadable):
        read_findings(raw)
