"""The whole script at moments that are hard on clocks and calendars."""

from datetime import UTC, datetime
from functools import cache

import pytest

from programmes.reader import Step, steps
from tests.programmes.fold import Folded, fold

ORDINARY = datetime(2026, 11, 23, 22, 0, tzinfo=UTC)
_OTHERS = (
    datetime(2026, 7, 1, 12, 0, tzinfo=UTC),
    # A Monday's first second, a Sunday's last: the shortest and the longest this week can be.
    datetime(2027, 1, 4, 0, 0, 0, tzinfo=UTC),
    datetime(2027, 1, 3, 23, 59, 59, tzinfo=UTC),
    # Lisbon's clocks go back, Lisbon's and then Halifax's go forward.
    datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    datetime(2027, 3, 28, 1, 0, tzinfo=UTC),
    datetime(2027, 3, 14, 6, 0, tzinfo=UTC),
    datetime(2028, 2, 29, 23, 59, 59, 999999, tzinfo=UTC),
    # On the very day of the annual session.
    datetime(2026, 11, 26, 10, 0, tzinfo=UTC),
    datetime(2026, 12, 31, 23, 59, tzinfo=UTC),
)
MOMENTS = (ORDINARY, *(pytest.param(each, marks=pytest.mark.slow) for each in _OTHERS))
"""The ordinary one is enough while one works; the whole suite asks for each."""


@cache
def told() -> tuple[Step, ...]:
    """The script on an ordinary evening."""
    return tuple(steps(ORDINARY))


@cache
def folded() -> Folded:
    """What comes of it."""
    return fold(told())


def acts(programme: str) -> list[Step]:
    """The acts of one half."""
    return [step for step in told() if step.where.startswith(programme + "/")]


def of_kind(programme: str, kind: str) -> list[Step]:
    """The acts of one kind in one half."""
    return [step for step in acts(programme) if step.envelope["kind"] == f"{kind}/1"]
