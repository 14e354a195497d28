"""An agenda names papers that are on file."""

from dataclasses import replace

import pytest

from comity.core.agenda import Agenda, Item
from comity.core.course import Course
from comity.core.party import Attribution
from tests.acts.lawful import lawful
from tests.acts.scene import NEXT_MEETING, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "convene.set-agenda"

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
