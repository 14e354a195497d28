"""What a delegate, and what anybody, finds of the meetings to come."""

from typing import Any

from icalendar import Calendar

from tests.journeys.visitor import Visitor


def _file(site: str, meeting: str) -> Any:
    answer = Visitor(site).get(f"/meeting/{meeting}.ics")
    assert answer.status == 200
    found = Calendar.from_ical(answer.text)
    assert isinstance(found, Calendar)
    kind, _, method = answer.headers["content-type"].partition("; method=")
    assert kind == "text/calendar; charset=utf-8"
    assert method == str(found["method"])
    return found


def test_a_moved_meeting_is_told_to_calendars_as_its_second_state(site: str) -> None:
    (event,) = _file(site, "third-round").walk("VEVENT")
    assert (int(event["sequence"]), str(event["status"])) == (1, "CONFIRMED")
    page = Visitor(site).get("/meeting/third-round").text
    assert "This meeting was moved." in page
    assert 'href="/meeting/third-round.ics"' in page


def test_a_cancelled_meeting_is_taken_out_of_calendars_and_stays_on_its_page(site: str) -> None:
    found = _file(site, "list-workshop")
    assert str(found["method"]) == "CANCEL"
    page = Visitor(site).get("/meeting/list-workshop").text
    assert "This meeting is cancelled." in page
    assert "The owners of the ships asked for more time." in page
    listed = Visitor(site).get("/convene").text
    assert '<a href="/meeting/list-workshop" class="struck">' in listed


def test_a_meeting_that_nobody_convened_has_no_file(site: str) -> None:
    assert Visitor(site).get("/meeting/no-such-meeting.ics").status == 404
