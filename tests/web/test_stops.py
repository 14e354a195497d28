"""Three minutes in eight stops."""

import pytest

from comity.web.stops import STOPS, read_cookie, stop


def test_the_stops_are_numbered_from_one_to_eight() -> None:
    assert [each.number for each in STOPS] == [1, 2, 3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize("value", ["", "0", "9", "12", "x", "-1", "³", " 1"])
def test_what_is_no_stop_is_no_stop(value: str) -> None:
    assert read_cookie(value) is None


def test_a_cookie_leads_back_to_its_stop() -> None:
    assert [read_cookie(str(each.number)) for each in STOPS] == list(STOPS)


def test_before_the_first_and_after_the_last_there_is_none() -> None:
    assert (stop(0), stop(9)) == (None, None)
