"""How one gets in, and joins from afar, is told to those it is given to."""

from dataclasses import replace

import pytest

from comity.core.course import Course
from comity.core.invitation import Arrangement, Seating
from comity.core.party import Attribution
from tests.acts.lawful import lawful
from tests.acts.scene import WORKSHOP, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "convene.arrange-meeting"

WRONG = (
    wrong(
        "when it is cancelled",
        "already-cancelled",
        world=[Course(id="workshop", meeting="workshop", cancelled=True)],
    ),
    wrong(
        "with fewer seats than come",
        "fewer-than-come",
        world=[Seating(id="workshop", meeting="workshop", taken=41)],
    ),
    wrong("with a link for nobody", "link-for-nobody", for_parties=None),
    wrong("with what is no link", "not-a-link", joining="room 4"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_meeting_is_arranged_so() -> None:
    assert scene().do(lawful(KIND)).things["arrangement/workshop"] == Arrangement(
        id="workshop",
        meeting="workshop",
        seats=40,
        access="By the harbour door.",
        joining="https://rooms.example/workshop",
        for_parties=("arvenia",),
    )


def test_nobody_need_say_how_many_seats_there_are() -> None:
    taken = Seating(id="workshop", meeting="workshop", taken=41)
    assert codes(KIND, taken, seats=None) == ()


@pytest.mark.parametrize(
    ("rule", "others"),
    [
        (Attribution.ON_THE_RECORD, "public"),
        (Attribution.CHATHAM_HOUSE, "public"),
        (Attribution.CLOSED, "body"),
    ],
)
def test_the_link_is_for_the_parties_it_names_whatever_the_rule(
    rule: Attribution, others: str
) -> None:
    world = scene()
    world.put(replace(WORKSHOP, attribution=rule))
    act = lawful(KIND)
    seen = act.seen_by_default(world.lent(act))
    assert {seen[each] for each in ("access", "joining", "for_parties")} == {"named"}
    assert seen["*"] == others
    nobody = lawful(KIND, for_parties=None, joining=None, access=None)
    assert nobody.seen_by_default(world.lent(nobody))["joining"] == "secretariat"
