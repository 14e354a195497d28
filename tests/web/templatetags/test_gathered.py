"""What the pages behind the tour say once over several, or of a thing in its own place and time."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.template import Context

from comity.core.when import Deadline, When
from comity.desk.cells import EMPTY, Cell, Sealed, Value
from comity.desk.seen import Seen
from comity.web.templatetags.behind import held
from comity.web.templatetags.gathered import (
    addressed,
    by_addressee,
    checked,
    hours,
    is_ahead,
    kept,
    named,
    text_seen,
)
from comity.wording.times import Reader

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def seen(kind: str, ident: str = "one", *, scope: str = "", **cells: Cell) -> Seen[Any]:
    return Seen(id=ident, type=kind, act=1, at=NOON, is_recorded=False, scope=scope, cells=cells)


def recommendation(who: Cell, should: str) -> Seen[Any]:
    return seen("recommendation", who=who, should=Value(should))


def meeting(start: Cell, *, end: Cell = EMPTY, zone: str = "Asia/Kolkata") -> Seen[Any]:
    return seen("meeting", start=start, end=end, zone=Value(zone))


def context(*, zone: str = "") -> Context:
    reader = Reader(zone=zone, zones={"Asia/Kolkata": "Harbour"})
    return Context({"reader": reader, "reader_now": NOON})


def test_whom_recommendations_address_is_said_once_over_those_that_follow_one_another() -> None:
    given = [
        recommendation(Value("coastal parties"), "Agree."),
        recommendation(Value("coastal parties"), "Answer."),
        recommendation(Value("an institute"), "Count."),
        recommendation(Value("coastal parties"), "Repair."),
    ]
    groups = [
        (group.who, group.first, [str(each["should"]) for each in group.recommendations])
        for group in by_addressee(given)
    ]
    assert groups == [
        ("Coastal parties", 1, ["Agree.", "Answer."]),
        ("An institute", 3, ["Count."]),
        ("Coastal parties", 4, ["Repair."]),
    ]


def test_those_whom_a_norm_addresses_are_named_as_many() -> None:
    assert addressed(Value(("state", "non-state"))) == "States, others than states"
    assert addressed(Value(("harbour masters",))) == "Harbour masters"
    assert addressed(Sealed("names")) == str(Sealed("names"))


def test_how_a_text_was_seen_is_a_sentence_where_we_have_one() -> None:
    assert text_seen(Value("verbatim")) == "Its own words were seen there."
    assert text_seen(Value("on a poster")) == "Seen as: on a poster"


def test_a_meeting_is_held_on_the_days_of_its_own_place() -> None:
    late = meeting(Value(When("2026-11-25T20:00:00Z")), end=Value(When("2026-11-27T11:00:00Z")))
    assert held(late) == "26 to 27 November 2026"
    assert held(meeting(Value(When("2017-11")))) == "November 2017"


def test_the_hour_of_a_meeting_is_told_there_and_on_the_clock_of_the_reader() -> None:
    begins = meeting(Value(When("2026-11-26T04:30:00Z")))
    assert hours(context(), begins) == "26 November 2026, 10:00 Harbour time"
    assert (
        hours(context(zone="UTC"), begins)
        == "26 November 2026, 10:00 Harbour time (04:30 your time)"
    )
    assert hours(context(), meeting(Value(When("2026-11-26")))) == ""
    assert hours(context(), meeting(Sealed("date"))) == ""


@pytest.mark.parametrize(
    ("start", "ahead"),
    [
        (Value(When("2026-11-26T04:30:00Z")), True),
        (Value(When("2026-11-20")), False),
        (Sealed("date"), False),
    ],
)
def test_only_a_meeting_known_to_come_is_said_to_be_still_ahead(start: Cell, ahead: bool) -> None:
    assert is_ahead(context(), meeting(start)) is ahead


def test_a_thing_named_within_a_line_begins_small_and_is_a_link() -> None:
    text = seen("text", "one", title=Value("Understanding"), label=Value(""))
    assert (
        named(context(), Value("text/one"), {"text/one": text})
        == '<a href="/text/one">the Understanding</a>'
    )
    assert 'class="withheld"' in named(context(), Sealed("text"), {})


@pytest.mark.parametrize(
    ("minutes", "until", "says"),
    [
        (41, "11:00", "By telephone, 24 November 2026, 12:00 UTC: answered in 41 minutes."),
        (None, "11:00", "By telephone, 24 November 2026, 12:00 UTC: not answered."),
        (
            None,
            "13:00",
            "By telephone, 24 November 2026, 12:00 UTC: to be answered by 24 November 2026, 13:00 UTC.",
        ),
    ],
)
def test_a_contact_that_may_still_answer_is_not_said_not_to_have(
    minutes: int | None, until: str, says: str
) -> None:
    check = seen(
        "check",
        channel=Value("telephone"),
        asked=Value(NOON),
        answer_by=Value(Deadline(f"2026-11-24T{until}:00+00:00[UTC]")),
        answered=Value(None),
        answered_in_minutes=Value(minutes),
    )
    assert checked(context(), check) == says


def test_an_answer_that_came_after_its_time_is_said_to_be_late() -> None:
    asked = datetime(2026, 11, 24, 12, tzinfo=UTC)
    check = seen(
        "round-check",
        "one",
        channel=Value("telephone"),
        asked=Value(asked),
        answered=Value(asked.replace(hour=13)),
        answered_in_minutes=Value(60),
        answer_by=Value(Deadline("2026-11-24T13:00:00+00:00[Etc/UTC]")),
    )
    said = "By telephone, 24 November 2026, 12:00 UTC: answered in 1 hour, late."
    assert checked(context(), check) == said


def test_how_a_contact_is_reached_is_kept_and_not_called_words() -> None:
    assert kept(Sealed("words")) == '<span class="withheld">kept from you</span>'
    assert kept(Value("+999 5550 0149")) == "+999 5550 0149"
