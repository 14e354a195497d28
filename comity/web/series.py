"""A series of figures drawn as lines over time, with the dates of what else was done set beside it.

The drawing is 640 by 260 units: figures upwards from nought, dates from the first to the last or to now.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

WIDE, HIGH = 640, 260
LEFT, RIGHT, TOP, BOTTOM = 48, 16, 22, 34
APART = 18
"""So far apart stand the numbers of two dates: as wide as two figures, and a space."""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure, at a moment, by whom."""

    at: datetime
    amount: int
    by: str


@dataclass(frozen=True, kw_only=True)
class Point:
    """Where a figure stands in the drawing."""

    x: str
    y: str
    amount: int


@dataclass(frozen=True, kw_only=True)
class Curve:
    """The figures of one who counts."""

    by: str
    place: int
    """Which of several it is: each is drawn in a way of its own, not in a colour alone."""
    points: Sequence[Point]

    @property
    def path(self) -> str:
        """The line through its points."""
        return " ".join(f"{point.x},{point.y}" for point in self.points)


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A date set beside the series, by its number, which stands above it or, where another is near, beside that."""

    number: int
    x: str
    label: str
    """Where the number stands; a line leads from it to the date."""


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """All that is drawn."""

    curves: Sequence[Curve]
    marks: Sequence[Mark]
    baseline: str
    """How high the first figure stands."""
    most: int
    first: datetime
    last: datetime


def draw(
    baseline: Figure,
    figures: Sequence[Figure],
    marks: Sequence[tuple[int, datetime]],
    *,
    now: datetime,
) -> Drawing:
    """Lay out a baseline, the figures after it and the numbered dates beside them."""
    first = baseline.at
    last = max(now, first, *(each.at for each in figures))
    most = max(1, baseline.amount, *(each.amount for each in figures))
    span = max((last - first).total_seconds(), 1)

    def across(at: datetime) -> float:
        along = min(max((at - first).total_seconds() / span, 0), 1)
        return LEFT + along * (WIDE - LEFT - RIGHT)

    def x(at: datetime) -> str:
        return f"{across(at):.1f}"

    def y(amount: int) -> str:
        return f"{HIGH - BOTTOM - amount / most * (HIGH - TOP - BOTTOM):.1f}"

    def points(by: str) -> Sequence[Point]:
        own = sorted((each for each in figures if each.by == by), key=lambda each: each.at)
        return [
            Point(x=x(each.at), y=y(each.amount), amount=each.amount) for each in (baseline, *own)
        ]

    return Drawing(
        curves=[
            Curve(by=by, place=place, points=points(by))
            for place, by in enumerate(dict.fromkeys(each.by for each in figures))
        ],
        marks=[
            Mark(number=number, x=x(at), label=f"{label:.1f}")
            for (number, at), label in zip(
                marks, _apart([across(at) for _, at in marks]), strict=True
            )
        ],
        baseline=y(baseline.amount),
        most=most,
        first=first,
        last=last,
    )


def _apart(places: Sequence[float]) -> list[float]:
    """Move numbers aside so that none touches another, and none more than that; they keep their order."""
    if not places:
        return []
    gap = min(APART, (WIDE - LEFT - RIGHT) / len(places))
    order = sorted(range(len(places)), key=lambda each: (places[each], each))
    moved = list(places)
    edge = float(LEFT)
    for each in order:
        moved[each] = max(moved[each], edge)
        edge = moved[each] + gap
    edge = float(WIDE - RIGHT)
    for each in reversed(order):
        moved[each] = min(moved[each], edge)
        edge = moved[each] - gap
    return moved
