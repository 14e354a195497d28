"""Every refusal has words that help, and no words are left of a refusal that is gone."""

import pytest

from comity.core.errors import Broken
from comity.core.refusal import Refusal
from comity.wording import says
from comity.wording.codes import codes
from comity.wording.refusal_words import SAYS
from tests.wording.samples import NAMES

FACTS: dict[str, dict[str, str | int]] = {
    "already-revoked": {"act": 12},
    "attribution-protects-it": {"part": "on_behalf_of"},
    "audience-not-allowed": {"audience": "body", "allowed": "public, programme"},
    "audience-of-nothing": {"part": "words", "parts": "kind, by, on_behalf_of"},
    "claim-too-long": {"days": 60},
    "deadline-passed": {"seconds": 2},
    "does-not-widen": {"part": "words"},
    "fewer-than-come": {"taken": 12},
    "hidden-from-those-bound": {"audience": "own", "least": "body"},
    "lists-differ": {"expected": 3, "found": 2},
    "mandate-lacks-power": {"power": "endorse"},
    "no-such-part": {"part": "words"},
    "no-such-zone": {"zone": "Mars/Olympus"},
    "no-such-symbol": {"symbol": "7"},
    "not-the-chairs-to-open": {"part": "words"},
    "notice-too-short": {"hours": 26},
    "places-taken": {"left": 1},
    "seats-taken": {"left": 0},
    "comments-not-answered": {"count": 2},
    "comments-unread": {"count": 2},
    "comments-unconfirmed": {"count": 2, "until": "2026-12-05"},
    "proposals-collide": {"numbers": "2, 7"},
    "quorum-too-high": {"quorum": 9, "entitled": 7},
    "votes-outstanding": {"missing": 2},
    "other-log": {"log": "example.org/other"},
    "others-rest-on-it": {"acts": "214, 217"},
    "part-erased": {"part": "words"},
    "silence-not-held": {"status": "broken"},
    "wider-than-its-mark": {"mark": "amber", "audience": "public"},
}
ITEM: dict[str, str | int] = {
    "item": "3",
    "day": 4,
    "days": 3,
    "begins": "2026-12-07T08:30:00",
    "ends": "2026-12-08T00:30:00",
    "opens": "2026-12-07T09:00:00",
    "closes": "2026-12-08T00:00:00",
    "above": "2026-12-07T10:00:00",
    "clock": "09:30",
}
OF_ITEMS = (
    *("begins-twice", "beyond-last-day", "hour-skipped"),
    *("item-before-above", "item-outside-meeting", "item-over-too-late"),
)
FACTS |= dict.fromkeys(OF_ITEMS, ITEM)


def test_an_hour_that_is_refused_is_told_beside_those_of_the_meeting() -> None:
    told = says(Refusal("item-outside-meeting", rule="22.5", field="items", facts=ITEM))
    assert told == (
        "Item 3 would begin on 7 December 2026, 08:30. The meeting sits from 7 December 2026, 09:00 "
        "to the end of 7 December 2026, on the clock of its place."
    )


def test_every_refusal_in_the_source_is_said() -> None:
    for code in sorted(codes()):
        said = says(Refusal(code, facts=FACTS.get(code, {})), kind="reframe.break-silence/1")
        assert said[:1].isupper() or said[:1] == "“", code
        assert said.endswith("."), code
        assert "%(" not in said, code


def test_no_words_are_left_of_a_refusal_that_is_gone() -> None:
    assert set(SAYS) - codes() == set()


def test_a_refusal_without_words_is_broken() -> None:
    with pytest.raises(Broken, match="no wording for the refusal 'too-loud'"):
        says(Refusal("too-loud"))


def test_a_refusal_whose_fact_is_missing_is_broken() -> None:
    with pytest.raises(Broken, match="lacks the fact 'hours'"):
        says(Refusal("notice-too-short"))


def test_a_late_objection_is_told_how_late_it_was_and_what_can_still_be_done() -> None:
    late = Refusal("deadline-passed", rule="12.6", field="silence", facts={"seconds": 2})
    assert says(late) == (
        "The silence closed 2 seconds before this arrived. Your statement is kept. "
        "You may enter an explanation of position."
    )


def test_a_late_extension_is_not_told_of_an_objection() -> None:
    assert says(Refusal("deadline-passed")) == (
        "The silence has closed. It can no longer be extended."
    )


def test_hours_late_are_told_in_hours() -> None:
    late = Refusal("deadline-passed", facts={"seconds": 2 * 3600 + 5 * 60})
    assert says(late).startswith("The silence closed 2 hours 5 minutes before this arrived.")


def test_what_is_unknown_and_what_is_not_yours_are_never_told_apart() -> None:
    facts: dict[str, str | int] = {"thing": "silence/zq7"}
    assert says(Refusal("no-such-silence", facts=facts)) == (
        "What you name here is not in the record, or is not yours to see."
    )


def test_a_part_is_called_as_its_form_calls_it() -> None:
    refusal = Refusal("part-erased", facts={"part": "words"})
    assert says(refusal, kind="reframe.break-silence/1", names=NAMES) == (
        "“Words for the record” was erased, so there is nothing to open."
    )


def test_a_day_is_told_in_words_as_its_page_tells_it() -> None:
    facts: dict[str, str | int] = {"count": 2, "until": "2026-12-05"}
    told = says(Refusal("comments-unconfirmed", rule="52.5", facts=facts))
    assert told.endswith(
        "The last of these links ends on 5 December 2026; then this can be closed."
    )
