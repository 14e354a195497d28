"""The second opinion: it finds what the engine finds, and names whatever was changed."""

import ast
import io
from collections.abc import Iterator
from copy import copy, deepcopy
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import comity.converge.check
from comity.converge import (
    Positions,
    Unreadable,
    blocs,
    converge,
    digest,
    read_blocs,
    read_votes,
    spelled,
)
from comity.converge.check import Difference, against, check, read_findings
from comity.converge.check.again import again
from tests.converge.given import WIDE, read, shared
from tests.converge.simulated import camps, chance, positions, room

BLOCS = b"person,bloc,share\na,North,0.25\nb,South,0.75\n10,South,0.75\n"


def found(votes: bytes = WIDE, groups: bytes | None = BLOCS) -> dict[str, Any]:
    known = None if groups is None else blocs(read_blocs(io.BytesIO(groups)), found=read(votes))
    return converge(read(votes), declared=known, drawn=0).findings


def differ(
    told: dict[str, Any], votes: bytes = WIDE, groups: bytes | None = BLOCS
) -> list[Difference]:
    declared = None if groups is None else read_blocs(io.BytesIO(groups))
    asked = read_findings(spelled(told).encode())
    return check(asked, room=read(votes), declared=declared, drawn=0)


def test_what_the_engine_finds_the_plain_code_finds() -> None:
    assert differ(found()) == []
    assert differ(found(groups=None), groups=None) == []


def test_a_number_that_was_changed_is_named_and_so_is_the_digest() -> None:
    other = deepcopy(found())
    other["statements_ranked"][0]["flip"] = 3
    wrong = [str(each) for each in differ(other)]
    assert wrong[0] == "statements_ranked.0.flip: told 3, found 1"
    assert [each.split(":")[0] for each in wrong] == ["statements_ranked.0.flip", "digest"]


def test_a_digest_alone_makes_no_findings_true() -> None:
    other = deepcopy(found())
    other["dependence"]["statements"]["2"]["raked"] = 0.5
    other["digest"] = digest(other)
    assert differ(other) == [Difference("dependence.statements.2.raked", 0.5, 0.75)]


def test_findings_of_other_votes_differ() -> None:
    assert differ(found(), votes=WIDE.replace(b"9,0,0,0,0,0,,,,", b"9,0,0,0,0,0,1,,,")) != []


def in_two_camps() -> Positions:
    return room(camps((-1.0,), (1.0,), each=60, width=0.2, seed=1), seed=2)


def of_north_and_south(people: tuple[str, ...]) -> bytes:
    told = [f"{who},{'North,0.3' if int(who) % 3 else 'South,0.7'}" for who in people[:-5]]
    return "\n".join(["person,bloc,share", *told]).encode()


def leaves(value: Any, *place: str | int) -> Iterator[tuple[str | int, ...]]:
    """Yield the place of everything that is told and has nothing within it."""
    within = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in within:
        if isinstance(each, dict | list) and each:
            yield from leaves(each, *place, key)
        else:
            yield (*place, key)


def another(value: Any) -> Any:
    """Return something else that could stand there; a number that is off by two in the last digit."""
    match value:
        case None | [] | {}:
            return 0
        case bool():
            return not value
        case int():
            return value + 1
        case float():
            return round(value + 2e-6, 6)
    return f"{value}x"


def changed(told: dict[str, Any], place: tuple[str | int, ...]) -> dict[str, Any]:
    """Return findings with one thing changed, and the digest made to fit; what did not change is not copied."""
    other = dict(told)
    at: Any = other
    for key in place[:-1]:
        at[key] = copy(at[key])
        at = at[key]
    at[place[-1]] = another(at[place[-1]])
    if place != ("digest",):
        other["digest"] = digest(other)
    return other


@pytest.mark.slow
@pytest.mark.parametrize("drawn", [0, 3])
def test_each_thing_that_is_told_is_found_if_it_was_changed(drawn: int) -> None:
    votes = in_two_camps()
    raw = of_north_and_south(votes.people)
    declared, known = read_blocs(io.BytesIO(raw)), blocs(read_blocs(io.BytesIO(raw)), found=votes)
    told = converge(votes, declared=known, drawn=drawn).findings
    assert told["groups"]["found"] is (True if drawn else None)
    computed = again(votes, declared=declared, drawn=drawn)
    assert against(told, computed) == []
    places = list(leaves(told))
    assert len(places) > 1500
    for place in places:
        other = changed(told, place)
        (wrong,) = against(other, computed)
        assert wrong.place == ".".join(map(str, place))
        assert wrong.told == value(other, place)


def value(told: Any, place: tuple[str | int, ...]) -> Any:
    for key in place:
        told = told[key]
    return told


def test_what_was_left_out_or_put_in_is_named() -> None:
    told = found()
    fewer, more = deepcopy(told), deepcopy(told)
    del fewer["statements_ranked"][0]["bridge"]
    more["trust"] = "me"
    assert [each.place for each in differ(fewer)] == ["statements_ranked.0.bridge", "digest"]
    assert str(differ(more)[0]) == "trust: told 'me', found 'nothing'"


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


@pytest.mark.parametrize("seed", range(12))
def test_both_find_the_same_in_a_small_room_of_whatever_kind(seed: int) -> None:
    draw = chance(seed)
    shape = (int(draw.integers(20, 40)), int(draw.integers(15, 30)))
    vote = [
        draw.integers(-1, 2, shape),
        np.where(draw.random((shape[0], 1)) < 0.5, 1, -1) * np.ones(shape, dtype=np.int64),
        np.sign(draw.standard_normal((shape[0], 1)) * draw.standard_normal((1, shape[1]))),
    ][seed % 3]
    votes = positions(vote, draw.random(shape) < 0.3 + 0.7 * draw.random())
    assert check(converge(votes, drawn=2).findings, room=votes, drawn=2) == []


@pytest.mark.parametrize("name", ["brexit-consensus", "bg2050-volunteers"])
def test_both_find_the_same_in_a_real_conversation(name: str) -> None:
    with shared(f"polis/{name}/participants-votes.csv").open("rb") as stream:
        votes = read_votes(stream)
    assert check(converge(votes, drawn=3).findings, room=votes, drawn=3) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["american-assembly.bowling-green", "vtaiwan.uberx", "scoop-hivemind.biodiversity"]
)
def test_both_refuse_the_same_groups_in_a_large_conversation(name: str) -> None:
    with shared(f"polis/{name}/participants-votes.csv").open("rb") as stream:
        votes = read_votes(stream)
    assert check(converge(votes, drawn=4).findings, room=votes, drawn=4) == []


@pytest.mark.slow
def test_both_sample_the_same_people_of_a_large_room() -> None:
    draw = chance(3)
    votes = positions(draw.integers(-1, 2, (5200, 8)), draw.random((5200, 8)) < 0.4)
    told = converge(votes, drawn=0).findings
    assert told["model"]["sampled"] == 5000
    assert check(told, room=votes, drawn=0) == []


SHARED_WITH_THE_ENGINE = {
    "comity.converge.arrays",
    "comity.converge.canonical",
    "comity.converge.errors",
    "comity.converge.groups",  # of which only the sentences
    "comity.converge.groups.reasons",
    "comity.converge.positions",
    "comity.converge.reading.blocs",
}


def test_it_shares_with_the_engine_the_votes_the_digest_and_sentences_and_nothing_else() -> None:
    known = set()
    for place in Path(comity.converge.check.__file__).parent.glob("*.py"):
        for each in ast.walk(ast.parse(place.read_text())):
            if isinstance(each, ast.ImportFrom) and (each.module or "").startswith("comity"):
                known.add(each.module)
                if each.module == "comity.converge.groups":
                    assert [alias.name for alias in each.names] == ["reasons"]
    assert {each for each in known if not (each or "").startswith("comity.converge.check")} == (
        SHARED_WITH_THE_ENGINE
    )


@given(
    st.one_of(
        st.binary(max_size=60),
        st.just(b'{"groups":{"members":{}}}'),
        st.just(b"[" * 9999),
        st.just(b'{"groups":1,"statements_ranked":1,"digest":1,"digest":1}'),
        st.just(b'{"groups":1,"statements_ranked":1,"digest":NaN}'),
        st.just(b'{"groups":1,"statements_ranked":1,"digest":1e999}'),
    )
)
def test_anything_else_is_no_findings(raw: bytes) -> None:
    with pytest.raises(Unreadable):
        read_findings(raw)
