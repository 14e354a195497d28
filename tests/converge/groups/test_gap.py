import numpy as np
import pytest

from comity.converge.arrays import Reals
from comity.converge.groups.gap import Gap, gap
from comity.converge.groups.places import Places
from comity.converge.seed import lots
from tests.converge.simulated import camps, chance


def crowd(theta: Reals, *, sharp: float = 12.0, seed: int = 0) -> Places:
    """Return people at theta (people,), each heard with the same precision."""
    scaled = (theta - theta.mean()) / theta.std()
    pull = sharp * scaled + np.sqrt(sharp) * chance(seed).standard_normal(len(scaled))
    return Places(pull[:, None], np.full((len(scaled), 1, 1), sharp))


def asked(*crowds: Places, seed: int) -> Gap:
    """Ask of a crowd, at one host or at several."""
    names = iter(map(str, range(9999)))
    mark = seed.to_bytes(4, "big")
    drawn = [lots(mark, [next(names) for _ in range(len(each))]) for each in crowds]
    return gap(crowds, drawn=drawn, number=0)


def test_two_camps_of_120_have_a_gap_between_them() -> None:
    whole = crowd(camps((-1.0,), (1.0,), each=120, width=0.4, seed=1)[:, 0])
    parted = asked(whole, seed=2)
    assert parted.is_there
    assert parted.gain > 0
    hosts = [whole.only(np.arange(50)), whole.only(np.arange(50, 240)), whole.only(np.arange(0))]
    together = asked(*hosts, seed=2)
    assert (together.chance, round(together.gain, 9)) == (parted.chance, round(parted.gain, 9))


SHAPES = {
    "a bell": lambda draw: draw.standard_normal(500),
    "lopsided": lambda draw: draw.exponential(size=500),
    "flat": lambda draw: draw.uniform(size=500),
    "with long tails": lambda draw: draw.standard_t(3, size=500),
    "lopsided with a long tail": lambda draw: draw.lognormal(0, 1, size=500),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_one_crowd_has_no_gap_whatever_its_shape(shape: str) -> None:
    found = [asked(crowd(SHAPES[shape](chance(at)), seed=at), seed=at) for at in range(4)]
    assert [each.is_there for each in found] == [False] * 4


def test_what_nobody_said_parts_nobody() -> None:
    silent = Places(np.zeros((50, 1)), np.zeros((50, 1, 1)))
    assert not asked(silent, seed=0).is_there
