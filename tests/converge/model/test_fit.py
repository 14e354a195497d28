import numpy as np

from comity.converge import statistics
from comity.converge.model.cells import cells
from comity.converge.model.modelled import bridge, modelled
from comity.converge.seed import chance, fingerprint, fold, lots
from tests.converge import simulated


def test_people_are_placed_where_they_were_put() -> None:
    theta = simulated.chance(1).standard_normal((400, 1))
    found = simulated.room(theta, seed=2)
    model = modelled([found], mark=fingerprint(statistics(found)))
    assert model is not None
    assert model.chosen.dimensions == 1
    assert model.chosen.held_out < model.chosen.with_none
    placed = model.hosts[0].stand[:, 1]
    assert abs(np.corrcoef(placed, theta[:, 0])[0, 1]) > 0.9
    spread = placed.var() + model.hosts[0].unsure[:, 1, 1].mean()
    assert abs(spread - 1) < 0.1


def test_what_the_middle_agrees_with_bridges_and_what_one_end_shouts_does_not() -> None:
    theta = simulated.camps((-1.5,), (1.5,), each=100, width=0.2, seed=3)
    draw = simulated.chance(4)
    slope = np.concatenate([np.zeros(10), np.full(10, 2.0), np.full(10, -2.0)])
    level = np.concatenate([np.full(10, 1.0), np.zeros(20)])
    agrees = draw.random((200, 30)) < 1 / (1 + np.exp(-2 * (level + theta * slope)))
    found = simulated.positions(np.where(agrees, 1, -1), draw.random((200, 30)) < 0.8)
    model = modelled([found], mark=fingerprint(statistics(found)))
    assert model is not None
    bridges = bridge(model.said)
    assert bridges[:10].min() > bridges[10:].max()


def test_nothing_is_modelled_of_nothing() -> None:
    silent = simulated.positions(np.zeros((3, 4)), np.zeros((3, 4), dtype=np.bool_))
    assert modelled([silent], mark=b"") is None


def test_a_room_of_many_is_modelled_on_five_thousand_and_says_so() -> None:
    draw = simulated.chance(5)
    found = simulated.positions(draw.integers(-1, 2, (5200, 8)), draw.random((5200, 8)) < 0.4)
    model = modelled([found], mark=fingerprint(statistics(found)))
    assert model is not None
    assert model.sampled == 5000
    assert len(model.hosts[0].stand) == 5000


def test_a_lot_is_drawn_by_a_name_alone() -> None:
    both, one = lots(b"mark", ("a", "b")), lots(b"mark", ("b",))
    assert both[1] == one[0] != both[0]
    assert lots(b"other", ("b",))[0] != one[0]
    assert chance(b"m", "x").integers(1 << 30) == chance(b"m", "x").integers(1 << 30)
    folds = fold(lots(b"m", tuple(map(str, range(5000)))), np.zeros(5000, dtype=np.uint64), folds=5)
    assert np.bincount(folds, minlength=5).min() > 850


def test_votes_are_taken_out_and_put_in_another_order_without_loss() -> None:
    found = simulated.room(simulated.chance(6).standard_normal((9, 1)), seed=7)
    laid = cells(found)
    keep = found.statement % 3 > 0
    assert laid.only(keep).each.tolist() == np.bincount(found.person[keep], minlength=9).tolist()
    twice = laid.of(np.array([4, 0, 4]))
    assert twice.each.tolist() == laid.each[[4, 0, 4]].tolist()
    first = slice(0, int(laid.each[4]))
    assert twice.vote[first].tolist() == found.vote[found.person == 4].tolist()
    ones = np.ones((len(found.statements), 1))
    assert laid.by_person(laid.vote, ones)[:, 0].tolist() == [
        float(found.vote[found.person == at].sum()) for at in range(9)
    ]
