"""Everything that is told of a room, computed again."""

from collections.abc import Callable
from typing import Any

import numpy as np

from comity.converge.check.groups import groups
from comity.converge.check.model import Model, People, expected, settled
from comity.converge.check.plain import Room, plain
from comity.converge.check.rounds import chosen, fitted
from comity.converge.check.votes import Votes, held_back, mark_of, sampled, votes_of
from comity.converge.positions import Positions
from comity.converge.reading.blocs import Declared

Told = Callable[[int, int], None]
"""Is told how many drawings are done, and how many there are."""


def again(
    room: Positions,
    *,
    declared: Declared | None = None,
    drawn: int = 200,
    told: Told = lambda _done, _of: None,
) -> dict[str, Any]:
    """Return findings as they must be, numbers not rounded and without a digest."""
    mark, votes = mark_of(room), votes_of(room)
    kept = sampled(mark, room.people)
    dimensions, held_out, modelled = _modelled(room, votes.of(kept), kept, mark)
    of = groups(
        votes,
        room=room,
        modelled=None if modelled is None else (kept, *modelled),
        drawn=drawn,
        mark=mark,
        told=told,
    )
    bridge = {} if modelled is None else _bridge(modelled[1], room.statements)
    whole = plain(_room(room, declared, of["members"], of["count"], bridge))
    whole["groups"] = of
    whole["model"] = {
        "dimensions": dimensions,
        "sampled": len(kept) if len(kept) < len(room.people) else None,
        "held_out": held_out,
    }
    return whole


def _modelled(
    room: Positions, votes: Votes, kept: np.ndarray, mark: bytes
) -> tuple[int, float | None, tuple[Votes, Model, People] | None]:
    if not len(votes.vote) or votes.statements < 2:
        return 0, None, None
    out = held_back(mark, room, votes, kept)
    held_out, model, people = chosen(votes.only(~out), votes.only(out), mark)
    model, people = settled(*fitted(votes, model, people, rounds=30, still=1e-3))
    return model.slope.shape[1], held_out, (votes, model, people)


def _bridge(model: Model, names: tuple[str, ...]) -> dict[str, float]:
    mean = expected(model.level, model.passing)[0]
    return dict(zip(names, mean.tolist(), strict=True))


def _room(
    room: Positions,
    declared: Declared | None,
    members: dict[str, int],
    count: int,
    bridge: dict[str, float],
) -> Room:
    votes = zip(room.person.tolist(), room.statement.tolist(), room.vote.tolist(), strict=True)
    return Room(
        room.people,
        room.statements,
        {(room.people[person], room.statements[said]): vote for person, said, vote in votes},
        {} if declared is None else declared.of,
        {} if declared is None else declared.shares,
        members,
        count,
        bridge,
    )
