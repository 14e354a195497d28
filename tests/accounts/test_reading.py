"""How often a stranger may look: counted in memory, for a window, and never beyond a bound."""

from dataclasses import dataclass

from comity.accounts import reading
from comity.accounts.reading import MOST_PLACES, Pace


@dataclass
class Clock:
    now: float = 100.0

    def __call__(self) -> float:
        return self.now


def test_so_many_in_a_window_and_no_more() -> None:
    clock = Clock()
    pace = Pace(3, 60.0, clock)
    assert [pace.allows("a") for _ in range(5)] == [True, True, True, False, False]
    assert pace.allows("b")
    clock.now += 59
    assert not pace.allows("a")
    clock.now += 1
    assert [pace.allows("a") for _ in range(4)] == [True, True, True, False]


def test_what_is_kept_is_bounded_and_names_nobody() -> None:
    clock = Clock()
    pace = Pace(1, 60.0, clock)
    for number in range(MOST_PLACES + 50):
        pace.allows(f"place-{number}")
    assert len(pace._counts) == MOST_PLACES
    assert {len(key) for key in pace._counts} == {16}
    clock.now += 60
    pace.allows("after")
    assert len(pace._counts) == 1


def test_what_costs_much_is_paced() -> None:
    assert {reading.SEARCHES.seconds, reading.PROOFS.seconds} == {60.0}
