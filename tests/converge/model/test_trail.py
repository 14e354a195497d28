import numpy as np

from comity.converge.arrays import Reals
from comity.converge.model.trail import Trail

SLOW = np.array([0.98, -0.5])
END = np.array([3.0, -1.0])


def after(many: int, *, trail: Trail | None) -> Reals:
    """Return where so many rounds lead that each leave so much of what is missing."""
    here = np.zeros(2)
    for _ in range(many):
        there = END + SLOW * (here - END)
        here = there if trail is None else trail.onward(here, there)
    return here


def test_rounds_that_would_take_hundreds_are_through_in_a_few() -> None:
    assert np.abs(after(200, trail=None) - END).max() > 0.01
    assert np.abs(after(6, trail=Trail()) - END).max() < 1e-6


def test_the_first_round_goes_on_from_where_it_led() -> None:
    assert Trail().onward(np.zeros(2), END).tolist() == END.tolist()


def test_a_step_longer_than_the_last_is_followed_as_it_is() -> None:
    trail = Trail()
    trail.onward(np.zeros(2), np.array([0.1, 0.0]))
    assert trail.onward(np.array([0.1, 0.0]), END).tolist() == END.tolist()


def test_what_moves_no_more_stays() -> None:
    trail = Trail()
    assert [trail.onward(END, END).tolist() for _ in range(4)] == [END.tolist()] * 4
