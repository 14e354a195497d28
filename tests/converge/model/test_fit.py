from dataclasses import replace

import numpy as np

from comity.converge import Positions, statistics
from comity.converge.model.cells import cells
from comity.converge.model.fit import (
    begin,
    fit,
    further,
    measured,
    moved_by,
    principal,
    seen_along,
    settled,
)
from comity.converge.model.host import Host
from comity.converge.model.modelled import bridge, modelled
from comity.converge.model.said import Said
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


def with_two_axes(seed: int) -> tuple[Host, Said]:
    """Return people and a first guess of two axes, of a room that has two."""
    found = simulated.room(simulated.chance(seed).standard_normal((300, 2)), seed=seed)
    alone = Host(cells(found), dimensions=0)
    said = fit([alone], begin([alone])).said
    wide = further([alone], said, more=2, draw=simulated.chance(seed))
    return alone.widened(2), wide


def test_where_rounds_end_another_round_moves_nothing() -> None:
    host, guess = with_two_axes(8)
    found = fit([host], guess, rounds=200, still=1e-9)
    assert found.rounds < 60
    told = host.sums(found.said)
    middle, axes = measured(told)
    moved = moved_by(told, found.said)
    moved = moved.turned(middle=middle, axes=axes @ principal(moved.slope @ axes))
    assert np.abs(moved.numbers - found.said.numbers).max() < 1e-8


def test_it_does_not_matter_how_the_axes_were_turned_at_first() -> None:
    ends = []
    for angle in (0.0, 0.7):
        host, guess = with_two_axes(9)
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        said = fit([host], replace(guess, slope=guess.slope @ turn), rounds=100, still=1e-8).said
        ends.append(seen_along([host], said, axes=settled(said)))
    assert np.abs(ends[0].slope - ends[1].slope).max() < 1e-6
    across = ends[0].slope.T @ ends[0].slope
    assert abs(across[0, 1]) < 1e-6 * across[1, 1] < 1e-6 * across[0, 0]


def test_an_axis_is_sought_where_the_model_leaves_most() -> None:
    theta = simulated.chance(10).standard_normal((400, 1))
    found = simulated.room(theta, seed=10)
    alone = Host(cells(found), dimensions=0)
    said = fit([alone], begin([alone])).said
    wide = further([alone], said, more=1, draw=simulated.chance(1))
    again = further([alone], said, more=1, draw=simulated.chance(2))
    assert _cosine(wide.slope[:, 0], again.slope[:, 0]) > 0.999
    host = alone.widened(1)
    assert _cosine(wide.slope[:, 0], fit([host], wide).said.slope[:, 0]) > 0.98
    assert host.widened(1).stand[:, :2].tolist() == host.stand.tolist()


def _cosine(one: np.ndarray, two: np.ndarray) -> float:
    return float(abs(one @ two) / np.sqrt((one @ one) * (two @ two)))


def test_a_model_is_its_numbers() -> None:
    _, said = with_two_axes(11)
    again = said.of_numbers(said.numbers)
    assert np.allclose(again.numbers, said.numbers, rtol=0, atol=1e-15)
    assert again.slope.tolist() == said.slope.tolist()
    assert again.passing_mean == said.passing_mean
    certain = said.of_numbers(np.concatenate([said.numbers[:-4], np.full(4, -90.0)]))
    assert (certain.lenient, certain.level_spread, certain.steep.min()) == (1e-3, 1e-2, 1e-3)


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
    assert laid.by_person(laid.vote).tolist() == [
        float(found.vote[found.person == at].sum()) for at in range(9)
    ]


def test_who_said_nothing_has_sums_of_nothing() -> None:
    silent = Positions(
        ("a", "b", "c", "d"),
        ("1", "2"),
        np.array([1, 1, 2], dtype=np.int32),
        np.array([0, 1, 1], dtype=np.int32),
        np.array([1, -1, 1], dtype=np.int8),
    )
    laid = cells(silent)
    assert laid.by_person(np.array([2.0, 3.0, 4.0])).tolist() == [0, 5, 4, 0]
    assert laid.by_statement(laid.vote, np.ones((1, 4))).tolist() == [[1, 0]]
    nobody = laid.of(np.array([0, 3]))
    assert nobody.by_person(nobody.vote).tolist() == [0, 0]
    assert nobody.by_statement(nobody.vote, np.ones((1, 2))).tolist() == [[0, 0]]
