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
