"""From when to when a seat or mandate is held, as pages say it."""

from datetime import UTC, datetime
from typing import Any

import pytest

from comity.core.when import When
from comity.desk.cells import Cell, Value
from comity.desk.seen import Seen
from comity.web.templatetags.behind import term

NOTHING = Value(None)


def seat(**given: Cell) -> Seen[Any]:
    cells = {"start": NOTHING, "end": NOTHING, "attested_on": NOTHING, "ended": NOTHING, **given}
    at = datetime(2026, 11, 24, 12, tzinfo=UTC)
    return Seen(id="one", type="seat", act=1, at=at, is_recorded=False, cells=cells)


@pytest.mark.parametrize(
    ("held", "says"),
    [
        (seat(start=Value(When("2026-11-24T11:17:17Z"))), "since 24 November 2026"),
        (seat(start=Value(When("2025")), end=Value(When("2026-12"))), "2025 to December 2026"),
        (seat(ended=Value(datetime(2026, 11, 24, 11, 17, tzinfo=UTC))), "until 24 November 2026"),
        (seat(attested_on=Value(When("2019-11"))), "attested in November 2019"),
        (seat(attested_on=Value(When("2019-11-12"))), "attested on 12 November 2019"),
    ],
)
def test_a_seat_is_held_by_days_and_never_by_seconds(held: Seen[Any], says: str) -> None:
    assert term(held) == says
