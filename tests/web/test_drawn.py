"""What stands in the ring of a deadline."""

import pytest

from comity.web.templatetags.drawn import _of, _span

MINUTE, HOUR, DAY = 60, 3600, 86_400


@pytest.mark.parametrize(
    ("left", "whole", "says"),
    [
        (91 * HOUR, 92 * HOUR, "3 days of 4 days left"),
        (71 * HOUR, 92 * HOUR, "71 h of 92 h left"),
        (41 * MINUTE, 90 * MINUTE, "41 min of 90 min left"),
        (41 * MINUTE, 48 * HOUR, "41 min of 48 h left"),
        (9 * DAY, 10 * DAY, "9 days of 10 days left"),
    ],
)
def test_what_is_left_and_the_whole_are_told_in_one_unit_where_that_reads(
    left: int, whole: int, says: str
) -> None:
    assert f"{_span(left)} {_of(whole, left=left)}" == says
