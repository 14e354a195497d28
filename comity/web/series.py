"""A series of figures drawn as lines over time, with the dates of what else was done set beside it.

The drawing is 640 by 260 units: figures upwards from nought, dates from the first to the last or to now.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

WIDE, HIGH = 640, 260
LEFT, RIGHT, TOP, BOTTOM = 48, 16, 22, 34


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
    """A date set beside the series, by its number."""

    number: int
    x: str


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

    def x(at: datetime) -> str:
        along = min(max((at - first).total_seconds() / span, 0), 1)
        return f"{LEFT + along * (WIDE - LEFT - RIGHT):.1f}"

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
        marks=[Mark(number=number, x=x(at)) for number, at in marks],
        baseline=y(baseline.amount),
        most=most,
        first=first,
        last=last,
    )
