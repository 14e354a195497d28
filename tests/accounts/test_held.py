"""Whoever has to wait is told for how long, in whole minutes."""

from datetime import UTC, datetime, timedelta

import pytest

from comity.accounts.views.held import held

NOW = datetime(2026, 11, 29, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "minutes"), [(3600, 60), (3541, 60), (61, 2), (60, 1), (1, 1), (0, 1), (-1, 1)]
)
def test_the_wait_is_told_in_whole_minutes_and_never_as_none(seconds: int, minutes: int) -> None:
    assert held(NOW + timedelta(seconds=seconds), now=NOW)["minutes"] == minutes
