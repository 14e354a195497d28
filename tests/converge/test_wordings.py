import io

import pytest

from comity.converge import Unreadable, blocs, read_blocs
from comity.converge.wordings import compared
from tests.converge.given import read, shared

VOTES = b"""\
participant,1,2,3
a,1,1,-1
b,1,-1,-1
c,0,1,
d,-1,,1
e,,1,1
"""
BLOCS = b"person,bloc\na,East\nb,East\nc,West\nd,West\ne,North\n"


def test_those_who_saw_both_wordings_say_which_they_prefer() -> None:
    pair = compared(read(VOTES), wordings=["1", "2"])["pairs"][0]
    assert pair == {
        "one": "1",
        "two": "2",
        "seen": 3,
        "prefer_one": 1,
        "prefer_two": 1,
        "alike": 1,
        "agree_with_both": 1,
        "low": 0.094531,
        "high": 0.905469,
    }


def test_a_bloc_accepts_what_at_most_half_of_it_are_against_and_blocks_the_rest() -> None:
    room = read(VOTES)
    declared = blocs(read_blocs(io.BytesIO(BLOCS)), found=room)
    told = compared(room, wordings=["1", "3"], declared=declared)["wordings"]
    assert [(row["accept"], row["block"], row["unheard"]) for row in told] == [
        (["East", "West"], [], ["North"]),
        (["North", "West"], ["East"], []),
    ]


def test_a_slate_goes_to_those_who_have_nothing_yet() -> None:
    rows = "".join(f"m{at},1,1,-1\n" for at in range(6)) + "".join(
        f"n{at},-1,-1,1\n" for at in range(4)
    )
    told = compared(read(b"participant,1,2,3\n" + rows.encode()), wordings=["1", "2", "3"])
    # Six agree with 1 and 2, four with 3 alone: after 1, 3 counts four and 2 but three.
    assert told["slate"] == ["1", "3", "2"]
    assert (told["represented"], told["people"]) == (10, 10)


def test_what_nobody_agrees_with_is_on_no_slate() -> None:
    assert compared(read(b"participant,1,2\na,-1,0\nb,1,-1\n"), wordings=["2", "1"])["slate"] == [
        "1"
    ]


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (["1"], "two wordings or more are compared"),
        (["1", "7"], "'7' is no statement of these votes"),
        (["1", "2", "1"], "'1' is named twice"),
    ],
)
def test_what_cannot_be_compared_is_said(asked: list[str], why: str) -> None:
    with pytest.raises(Unreadable, match=why):
        compared(read(VOTES), wordings=asked)


def test_seventy_seven_states_agreed_with_both_rival_resolutions_of_2018() -> None:
    room = read(shared("un-cyber-votes/cyber_votes.csv").read_bytes())
    pair = compared(room, wordings=["A/RES/73/27", "A/RES/73/266"])["pairs"][0]
    assert pair["agree_with_both"] == 77
