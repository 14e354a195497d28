"""From a form to an envelope."""

import pytest

from comity.core.errors import Malformed
from comity.web.acting.envelope import envelope_of

ZONE = "Atlantic/Reykjavik"


def test_what_was_typed_stands_under_its_field() -> None:
    typed = {
        "silence": "silence-now",
        "words": "We object.",
        "on_behalf_of": "meridonia",
        "nonce": "n",
    }
    assert envelope_of("reframe.break-silence/1", typed, zone=ZONE) == {
        "kind": "reframe.break-silence/1",
        "on_behalf_of": "meridonia",
        "nonce": "n",
        "silence": "silence-now",
        "words": "We object.",
    }


def test_an_empty_field_says_nothing() -> None:
    typed = {"silence": "silence-now", "words": "  ", "on_behalf_of": "meridonia"}
    assert "words" not in envelope_of("reframe.break-silence/1", typed, zone=ZONE)


def test_a_deadline_is_read_in_the_time_of_the_venue() -> None:
    typed = {"text": "understanding-3", "deadline": "2026-11-27T18:00"}
    envelope = envelope_of("reframe.open-silence/1", typed, zone="America/New_York")
    assert envelope["deadline"] == "2026-11-27T18:00:00-05:00[America/New_York]"


@pytest.mark.parametrize("typed", ["tomorrow", "2026-02-30T18:00", "2026-03-08T02:30"])
def test_a_time_that_is_none_is_told_beside_its_field(typed: str) -> None:
    with pytest.raises(Malformed) as told:
        envelope_of("reframe.open-silence/1", {"deadline": typed}, zone="America/New_York")
    assert told.value.what == "deadline"


@pytest.mark.parametrize("typed", ["9" * 19, "9" * 5000, "-1", "1e400", "٣"])
def test_a_number_that_is_none_or_beyond_counting_is_told_beside_its_field(typed: str) -> None:
    with pytest.raises(Malformed) as told:
        envelope_of("programme.set-objective/1", {"place": typed}, zone=ZONE)
    assert told.value.what == "place"


MEETING = {"name": "Round", "start": "2026-12-10 09:30", "end": "2026-12-11 17:00"}


@pytest.mark.parametrize("zone", ["Europe/Atlantis", "CET+1", "../etc"])
def test_a_zone_that_is_none_is_told_beside_it_and_not_beside_the_hours(zone: str) -> None:
    with pytest.raises(Malformed) as told:
        envelope_of("convene.convene-meeting/1", {**MEETING, "zone": zone}, zone=ZONE)
    assert [(each.what, each.expected) for each in told.value.each] == [
        ("zone", "a zone of the IANA list")
    ]


def test_an_hour_that_is_none_is_told_beside_the_zone_that_is_none() -> None:
    wrong = {**MEETING, "start": "2026-13-40 09:30", "zone": "Europe/Atlantis"}
    with pytest.raises(Malformed) as told:
        envelope_of("convene.convene-meeting/1", wrong, zone=ZONE)
    assert [each.what for each in told.value.each] == ["zone", "start"]


def test_an_hour_is_read_in_the_zone_that_the_form_names() -> None:
    found = envelope_of("convene.convene-meeting/1", {**MEETING, "zone": "Asia/Tokyo"}, zone=ZONE)
    assert (found["start"], found["end"]) == ("2026-12-10T00:30:00Z", "2026-12-11T08:00:00Z")
