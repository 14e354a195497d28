"""Who is asked to a meeting, and who may know that they are."""

from dataclasses import replace

import pytest

from comity.core.course import Course
from comity.core.invitation import Invitation
from comity.core.party import Attribution
from tests.acts.lawful import lawful
from tests.acts.scene import ANSWER_BY, INVITATION, WORKSHOP, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "convene.invite"
CLOSED = replace(WORKSHOP, attribution=Attribution.CLOSED)

WRONG = (
    wrong("a person of no party", "guest-of-nobody", invited=None),
    wrong(
        "to answer in the past",
        "deadline-not-ahead",
        answer_by="2026-11-23T12:00:00+00:00[Atlantic/Reykjavik]",
    ),
    wrong("twice", "already-invited", invited="arvenia"),
    wrong(
        "to what is cancelled",
        "already-cancelled",
        world=[Course(id="workshop", meeting="workshop", cancelled=True)],
    ),
    wrong(
        "when it has begun",
        "meeting-begun",
        "answer-too-late",
        at="2026-12-07T09:00:01Z",
        answer_by="2026-12-08T12:00:00+00:00[Atlantic/Reykjavik]",
    ),
    wrong(
        "to answer when it has begun",
        "answer-too-late",
        answer_by="2026-12-07T09:00:01+00:00[Atlantic/Reykjavik]",
    ),
    wrong(
        "to a closed room in which they do not sit",
        "closed-to-them",
        world=[CLOSED],
        invited="elsewhere",
        guest=None,
    ),
    wrong("anybody to a closed room", "closed-to-them", world=[CLOSED], invited=None, guest=None),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_invitation_waits_for_its_answer() -> None:
    assert scene().do(lawful(KIND)).things["invitation/workshop-meridonia"] == Invitation(
        id="workshop-meridonia",
        meeting="workshop",
        party="meridonia",
        person="max",
        places=2,
        answer_by=ANSWER_BY,
        words="Bring the list of ships.",
    )


def test_a_member_may_be_invited_to_a_closed_room_and_anybody_to_an_open_one() -> None:
    assert codes(KIND, CLOSED) == ()
    assert codes(KIND, invited=None, guest=None) == ()


@pytest.mark.parametrize(
    ("rule", "invited", "who"),
    [
        (Attribution.ON_THE_RECORD, "meridonia", "programme"),
        (Attribution.CHATHAM_HOUSE, "meridonia", "body"),
        (Attribution.CHATHAM_HOUSE, "elsewhere", "named"),
        (Attribution.CHATHAM_HOUSE, None, "programme"),
        (Attribution.CLOSED, "meridonia", "body"),
    ],
)
def test_whom_it_names_is_known_as_far_as_the_rule_lets_it(
    rule: Attribution, invited: str | None, who: str
) -> None:
    world = scene()
    world.put(replace(WORKSHOP, attribution=rule))
    act = lawful(KIND, invited=invited, guest=None)
    assert act.seen_by_default(world.lent(act)) == {"*": who, "by": "own"}


def test_who_is_told_of_a_move_is_told_once_for_each_revision() -> None:
    world = scene().do(lawful("convene.move-meeting", meeting="workshop"))
    assert world.things[INVITATION.thing] == replace(INVITATION, sequence=1)
    world.do(lawful("convene.cancel-meeting", meeting="workshop"))
    assert world.things[INVITATION.thing] == replace(INVITATION, sequence=2, lapsed=True)
