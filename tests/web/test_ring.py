"""The ring of a deadline."""

from datetime import UTC, datetime, timedelta

import pytest

from comity.web.ring import Ring, ring_of

OPENED = datetime(2026, 11, 20, 18, 0, tzinfo=UTC)
DEADLINE = OPENED + timedelta(hours=72)


@pytest.mark.parametrize(
    ("after", "left", "percent", "is_near"),
    [
        (timedelta(0), 72 * 3600, "100.0", False),
        (timedelta(hours=36), 36 * 3600, "50.0", False),
        (timedelta(hours=71), 3600, "1.4", True),
        (timedelta(hours=72), 0, "0.0", True),
        (timedelta(hours=80), 0, "0.0", True),
        (timedelta(hours=-1), 72 * 3600, "100.0", False),
    ],
)
def test_the_ring_shows_what_is_left(
    after: timedelta, left: int, percent: str, is_near: bool
) -> None:
    ring = ring_of(opened=OPENED, deadline=DEADLINE, now=OPENED + after)
    assert (ring.left_seconds, ring.percent, ring.is_near) == (left, percent, is_near)


def test_a_deadline_before_its_opening_draws_nothing() -> None:
    assert ring_of(opened=DEADLINE, deadline=OPENED, now=OPENED) == Ring(0, 1)
