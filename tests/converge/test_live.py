import numpy as np
import pytest

from comity.converge import Positions, statistics
from comity.converge.live import Live
from comity.converge.model.fit import nearest
from comity.converge.model.modelled import modelled
from comity.converge.model.said import Said
from comity.converge.seed import fingerprint
from tests.converge.simulated import camps, room

HELD_BACK = 40


def model(found: Positions) -> Said:
    made = modelled([found], mark=fingerprint(statistics(found)))
    assert made is not None
    return made.said


def without(found: Positions, votes: np.ndarray) -> Positions:
    keep = ~votes
    return Positions(
        found.people,
        found.statements,
        found.person[keep],
        found.statement[keep],
        found.vote[keep],
    )


@pytest.fixture(scope="module")
def whole() -> Positions:
    return room(camps((-1.0,), (1.0,), each=80, width=0.5, seed=1), seed=2)


def late(found: Positions) -> np.ndarray:
    votes = np.zeros(len(found), dtype=np.bool_)
    votes[:: len(found) // HELD_BACK] = True
    return votes


def test_votes_that_come_one_by_one_count_as_those_that_came_together(whole: Positions) -> None:
    votes = late(whole)
    live = Live(without(whole, votes), model(whole))
    for at in np.flatnonzero(votes).tolist():
        who, on = whole.people[whole.person[at]], whole.statements[whole.statement[at]]
        live.cast(who, on, -int(whole.vote[at]))
        live.cast(who, on, int(whole.vote[at]))
    told = statistics(whole).whole
    assert np.array_equal(live.counts.agree, told.agree)
    assert np.array_equal(live.counts.passed, told.passed)
    assert np.array_equal(live.counts.disagree, told.disagree)


def test_only_whoever_voted_moves_and_to_where_all_their_votes_put_them(whole: Positions) -> None:
    said, at = model(whole), 0
    first = np.zeros(len(whole), dtype=np.bool_)
    first[at] = True
    live, together = Live(without(whole, first), said), Live(whole, said)
    before = live.places
    who, on = whole.people[whole.person[at]], whole.statements[whole.statement[at]]
    live.cast(who, on, int(whole.vote[at]))
    live._place(0)
    assert np.allclose(live.places[0], together.places[0], atol=1e-9)
    assert np.array_equal(live.places[1:], before[1:])
    assert not np.array_equal(live.places[0], before[0])


def test_the_axes_do_not_jump_when_the_room_is_looked_at_anew(whole: Positions) -> None:
    votes = late(whole)
    live = Live(without(whole, votes), model(without(whole, votes)))
    before = live.places
    for at in np.flatnonzero(votes).tolist():
        who, on = whole.people[whole.person[at]], whole.statements[whole.statement[at]]
        live.cast(who, on, int(whole.vote[at]))
        live.move(who, on)
    live.settled()
    assert np.corrcoef(before[:, 0], live.places[:, 0])[0, 1] > 0.98
    assert np.abs(before[:, 0] - live.places[:, 0]).mean() < 0.15


def test_somebody_who_comes_stands_in_the_middle_until_they_vote(whole: Positions) -> None:
    live = Live(whole, model(whole))
    live.cast("new", "5", 1)
    assert live.places[-1].tolist() == [0.0, 0.0]
    live.move("new", "5")
    assert live.places[-1].tolist() != [0.0, 0.0]
    with pytest.raises(KeyError):
        live.cast("new", "no such statement", 1)


def test_axes_that_were_turned_round_are_turned_back() -> None:
    old = np.array([[1.0, 0.2], [0.3, -1.0], [0.5, 0.5]])
    quarter = np.array([[0.0, -1.0], [1.0, 0.0]])
    assert np.allclose((old @ quarter) @ nearest(old @ quarter, old), old)
