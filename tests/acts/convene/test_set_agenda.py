"""An agenda names papers that are on file."""

from dataclasses import replace
from typing import Any

import pytest

from comity.core.agenda import Agenda, Item
from comity.core.course import Course
from comity.core.errors import Malformed
from comity.core.party import Attribution
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import NEXT_MEETING, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "convene.set-agenda"
SHIPS: dict[str, Any] = {"title": "Ships"}

WRONG = (
    wrong(
        "when it is cancelled",
        "already-cancelled",
        world=[Course(id="next-session", meeting="next-session", cancelled=True)],
    ),
    wrong(
        "with a paper that nobody filed",
        "no-such-symbol",
        items=[{"title": "Ships", "papers": "CC/7, CC/99"}],
    ),
    wrong(
        "about what is not there",
        "no-such-text",
        items=[{"title": "Ships", "about": "text/nothing"}],
    ),
    wrong(
        "about what is practice",
        "crosses-the-exercise",
        items=[{"title": "Ships", "about": "norm/drill-norm"}],
    ),
    wrong("before the meeting begins", "item-outside-meeting", items=[SHIPS | {"time": "08:59"}]),
    wrong(
        "after its end",
        "item-outside-meeting",
        world=[replace(NEXT_MEETING, end=When("2026-12-07T17:00:00Z"))],
        items=[SHIPS | {"time": "17:00"}],
    ),
    wrong(
        "longer than the meeting",
        "item-over-too-late",
        items=[SHIPS | {"time": "23:30", "minutes": 31}],
    ),
    wrong("on a day it does not have", "beyond-last-day", items=[SHIPS | {"day": 2}]),
    wrong(
        "with hours, of a meeting without a day",
        "meeting-without-day",
        world=[replace(NEXT_MEETING, start=When("2026-12"))],
        items=[SHIPS | {"time": "09:30"}],
    ),
    wrong(
        "at an hour that the clocks skip",
        "hour-skipped",
        world=[
            replace(
                NEXT_MEETING,
                start=When("2027-03-27"),
                end=When("2027-03-28"),
                zone="Europe/Brussels",
            )
        ],
        items=[SHIPS | {"day": 2, "time": "02:30"}],
    ),
    wrong(
        "out of their order",
        "item-before-above",
        items=[SHIPS | {"time": "10:00"}, SHIPS, SHIPS | {"time": "09:59"}],
    ),
    wrong(
        "at an hour and in words",
        "begins-twice",
        items=[SHIPS | {"time": "10:00", "begins": "after lunch"}],
    ),
    wrong("of no meeting", "no-such-meeting", meeting="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_meeting_goes_through_these_and_the_latest_stands() -> None:
    world = scene().do(lawful(KIND), lawful(KIND, items=[{"title": "Ships", "papers": " CC/7 ,"}]))
    agenda = world.things["agenda/next-session"]
    assert agenda == Agenda(
        id="next-session", meeting="next-session", items=(Item("Ships", papers=" CC/7 ,"),)
    )
    assert isinstance(agenda, Agenda)
    assert agenda.items[0].symbols == ("CC/7",)


def test_its_hours_remember_for_which_beginning_they_were_set() -> None:
    def set_for(*items: dict[str, object], start: str = "2026-12-07T09:00:00Z") -> object:
        world = scene()
        world.put(replace(NEXT_MEETING, start=When(start), zone="Asia/Kolkata"))
        agenda = world.do(lawful(KIND, items=list(items))).things["agenda/next-session"]
        return getattr(agenda, "set_for", None)

    assert set_for(SHIPS | {"time": "14:30", "minutes": 20}) == "2026-12-07T14:30:00"
    assert set_for(SHIPS | {"begins": "09:30"}) == ""
    assert set_for(SHIPS | {"time": "14:30"}, start="2026-12-07") == ""


def test_two_items_may_begin_at_once() -> None:
    assert codes(KIND, items=[SHIPS | {"time": "10:00"}] * 2) == ()


@pytest.mark.parametrize(
    ("told", "where", "expected"),
    [
        ({"time": "25:00"}, "items[0].time", "a time of day"),
        ({"minutes": "ninety"}, "items[0].minutes", "a whole number"),
        ({"minutes": 1441}, "items[0].minutes", "0 to 1440"),
        ({"day": -1}, "items[0].day", "0 to 400"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_was_expected(
    told: dict[str, object], where: str, expected: str
) -> None:
    with pytest.raises(Malformed) as error:
        lawful(KIND, items=[SHIPS | told])
    assert (error.value.what, error.value.expected) == (where, expected)


@pytest.mark.parametrize(
    ("rule", "who"), [(Attribution.CHATHAM_HOUSE, "public"), (Attribution.CLOSED, "body")]
)
def test_it_is_told_as_the_meeting_is(rule: Attribution, who: str) -> None:
    world = scene()
    world.put(replace(NEXT_MEETING, attribution=rule))
    act = lawful(KIND)
    assert act.seen_by_default(world.lent(act)) == {
        "*": who,
        "by": "own",
        **({"concerns": "chair"} if who == "public" else {}),
    }


def test_an_item_may_be_about_a_text_of_any_body_and_the_room_is_that_of_the_meeting() -> None:
    act = lawful(KIND, items=[{"title": "The guide", "about": "text/guide"}])
    world = scene()
    assert list(act.touches()) == [("meeting", "meeting/next-session"), ("items", "text/guide")]
    assert act.room(world.lent(act)) == "conference"
    agenda = world.do(act).things["agenda/next-session"]
    assert isinstance(agenda, Agenda)
    assert agenda.items == (Item("The guide", about="text/guide"),)
