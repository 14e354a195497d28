"""Where people stand, ready to be drawn: along the model's axes, which mean something, and in words beside."""

from dataclasses import dataclass

import numpy as np

from comity.converge.arrays import Codes, Reals
from comity.converge.groups.find import LEAST_VOTES, stretches
from comity.converge.model.cells import cells
from comity.converge.model.host import Host
from comity.converge.model.said import Said
from comity.converge.positions import Positions

NAMED = 3
"""Statements that say what an end of an axis means."""


@dataclass(frozen=True)
class Axis:
    """What a direction of the picture means: the statements that its two ends agree with most, against the other end.

    is_leniency   it is how much people agree with everything, for want of a second axis between them
    """

    up: tuple[str, ...]
    down: tuple[str, ...]
    is_leniency: bool = False


@dataclass(frozen=True)
class Chart:
    """A picture to be drawn.

    place    (people, 2) across and up, in standard deviations of people; those who voted seldom are left out
    group    (people,) of each, -1 for none
    left_out how many voted fewer than seven times
    across, upward   what the axes mean
    """

    place: Reals
    group: Codes
    left_out: int
    across: Axis
    upward: Axis


def chart(room: Positions, said: Said, *, groups: Codes | None) -> Chart:
    """Place everybody whose votes say where they stand.

    The first axis goes across, the second up; where there is but one, up is how much somebody agrees with everything,
    and where there is none, across is that and up is nothing.
    """
    laid = cells(room)
    stand = np.zeros((len(room.people), 1 + said.dimensions))
    for here in stretches(laid):
        host = Host(laid.of(here), dimensions=said.dimensions)
        host.place(said, steps=6)
        stand[here] = host.stand
    known = laid.each >= LEAST_VOTES
    own = np.full(len(room.people), -1, dtype=np.int32) if groups is None else groups
    return Chart(
        seen_from(stand, said)[known],
        own[known],
        int((~known).sum()),
        *axes(room.statements, said),
    )


def seen_from(stand: Reals, said: Said) -> Reals:
    """Return (people, 2) where (people, 1 + dimensions) alpha and theta come to lie in the picture."""
    lenient = stand[:, :1] / np.sqrt(said.lenient)
    flat = np.zeros((len(stand), 2))
    flat[:, : min(said.dimensions, 2)] = stand[:, 1:3]
    if said.dimensions == 1:
        flat[:, 1:] = lenient
    if said.dimensions == 0:
        flat[:, :1] = lenient
    return flat


def axes(names: tuple[str, ...], said: Said) -> tuple[Axis, Axis]:
    """Return what across and up mean."""
    one, two, *_ = [
        *(_axis(names, said.slope[:, at]) for at in range(said.dimensions)),
        Axis((), (), is_leniency=True),
        Axis((), ()),
    ]
    return one, two


def _axis(names: tuple[str, ...], slope: Reals) -> Axis:
    order = np.argsort(-slope, kind="stable")
    up = [names[at] for at in order[:NAMED].tolist() if slope[at] > 0]
    down = [names[at] for at in order[::-1][:NAMED].tolist() if slope[at] < 0]
    return Axis(tuple(up), tuple(down))
