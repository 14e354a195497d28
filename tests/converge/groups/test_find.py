import numpy as np
import pytest

from comity.converge import Positions, converge
from comity.converge.arrays import Reals
from comity.converge.findings import Groups
from tests.converge.given import read, shared
from tests.converge.simulated import (
    STATEMENTS,
    camps,
    chance,
    positions,
    room,
    shuffled_within,
)


def groups(found: Positions, *, drawn: int = 8) -> Groups:
    return Groups(**converge(found, drawn=drawn).findings["groups"])


def test_two_plain_camps_of_120_people_each_are_found() -> None:
    told = groups(room(camps((-1.0,), (1.0,), each=120, width=0.4, seed=1), seed=2))
    assert (told.found, told.count) == (True, 2)
    assert (told.ari_median or 0) >= 0.8
    right = [
        (group == told.members["0"]) == (int(who) < 120) for who, group in told.members.items()
    ]
    assert sum(right) / len(right) > 0.97


@pytest.mark.slow
def test_three_camps_are_told_as_three() -> None:
    corners = [(1.5, 0.0), (-0.75, 1.3), (-0.75, -1.3)]
    told = groups(room(camps(*corners, each=90, width=0.3, seed=3), seed=4))
    assert (told.found, told.count) == (True, 3)


ONE_CROWD = {
    "a bell": lambda draw: draw.standard_normal((300, 1)),
    "a bell in a plane": lambda draw: draw.standard_normal((300, 2)),
    "lopsided": lambda draw: draw.exponential(size=(300, 1)) - 1,
    "lopsided in a plane": lambda draw: draw.exponential(size=(300, 2)) - 1,
    "flat": lambda draw: draw.uniform(-1.7, 1.7, (300, 1)),
    "with long tails": lambda draw: draw.standard_t(3, (300, 2)) / 1.7,
}


@pytest.mark.slow
@pytest.mark.parametrize("shape", ONE_CROWD)
def test_one_crowd_is_not_cut_into_groups(shape: str) -> None:
    draw = chance(11)
    theta: Reals = ONE_CROWD[shape](draw)
    told = groups(room(theta, seed=12))
    assert (told.found, told.count, told.members) == (False, 0, {})
    assert told.reason.startswith("No groups: ")


@pytest.mark.parametrize("shape", [(30, 200), (200, 30), (400, 15), (600, 50)])
def test_noise_is_no_groups(shape: tuple[int, int]) -> None:
    draw = chance(5)
    told = groups(positions(draw.integers(-1, 2, shape), draw.random(shape) < 0.4))
    assert told.found is False


def test_people_who_only_agree_more_or_less_with_everything_are_no_groups() -> None:
    draw = chance(6)
    agrees = draw.random((300, STATEMENTS)) < draw.uniform(0.05, 0.95, (300, 1))
    told = groups(positions(np.where(agrees, 1, -1), draw.random(agrees.shape) < 0.5))
    assert told.found is False
    both = np.where(np.arange(300) < 150, 0.15, 0.85)[:, None]
    agrees = draw.random((300, STATEMENTS)) < both
    told = groups(positions(np.where(agrees, 1, -1), draw.random(agrees.shape) < 0.5))
    assert told.found is False


@pytest.mark.parametrize("shape", [(300, 60), (40, 20), (1000, 40)])
def test_of_people_who_say_the_same_of_everything_no_axis_is_told(shape: tuple[int, int]) -> None:
    for seed in range(2):
        draw = chance(seed)
        everything = np.ones(shape, dtype=np.int64)
        for mind in (
            np.where(draw.random((shape[0], 1)) < 0.5, 1, -1),
            draw.integers(-1, 2, (shape[0], 1)),
        ):
            told = converge(
                positions(mind * everything, draw.random(shape) < 0.5), drawn=2
            ).findings
            assert (told["model"]["dimensions"], told["groups"]["found"]) == (0, False)


def test_camps_are_gone_once_votes_are_dealt_out_anew() -> None:
    parted = room(camps((-1.0,), (1.0,), each=120, width=0.4, seed=1), seed=2)
    dealt = converge(shuffled_within(parted, seed=3), drawn=4).findings
    assert (dealt["groups"]["found"], dealt["model"]["dimensions"]) == (False, 0)


def test_a_handful_of_people_is_too_few_and_one_statement_too_little() -> None:
    few = groups(room(camps((-1.0,), (1.0,), each=6, width=0.1, seed=1), seed=2, seen=1.0))
    assert few.found is False
    assert groups(read(b"participant,1\na,1\nb,-1\n")).reason.startswith("There is too little")


CONVERSATIONS = ["brexit-consensus", "bg2050-volunteers", "scoop-hivemind.biodiversity"]


@pytest.mark.slow
@pytest.mark.parametrize("name", CONVERSATIONS)
def test_a_real_conversation_is_one_crowd_and_so_is_what_is_dealt_out_of_it(name: str) -> None:
    found = read(shared(f"polis/{name}/participants-votes.csv").read_bytes())
    assert groups(found, drawn=4).found is False
    assert groups(shuffled_within(found, seed=1), drawn=4).found is False


def test_rival_resolutions_do_not_make_two_camps_of_states() -> None:
    told = groups(read(shared("un-cyber-votes/cyber_votes.csv").read_bytes()))
    assert (told.found, told.members) == (False, {})
    assert told.reason.startswith("Too few statements to tell groups by: 9 were voted on")


@pytest.mark.parametrize("vote", [-1, 0, 1])
def test_a_room_of_one_mind_has_no_axis_and_no_groups(vote: int) -> None:
    seen = chance(7).random((36, 24)) < 0.7
    found = converge(positions(np.full((36, 24), vote), seen), drawn=4).findings
    assert found["model"]["dimensions"] == 0
    assert found["groups"]["found"] is False


@pytest.mark.parametrize("seed", range(12))
def test_whatever_a_small_room_says_is_an_answer(seed: int) -> None:
    draw = chance(seed)
    shape = (int(draw.integers(1, 40)), int(draw.integers(1, 30)))
    vote = [
        draw.integers(-1, 2, shape),
        np.where(draw.random((shape[0], 1)) < 0.5, 1, -1) * np.ones(shape, dtype=np.int64),
        np.sign(draw.standard_normal((shape[0], 1)) * draw.standard_normal((1, shape[1]))),
    ][seed % 3]
    told = groups(positions(vote, draw.random(shape) < draw.random()), drawn=2)
    assert told.found in {True, False}
    assert told.reason
