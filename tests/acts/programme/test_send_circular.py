"""A circular goes to all who sit in a body, or to a list of parties."""

from dataclasses import replace

import pytest

from comity.core.audience import Audience
from comity.core.post import Circular
from comity.core.when import Deadline, When
from tests.acts.lawful import CHAIR, lawful
from tests.acts.scene import CHAIR as CHAIRS_SEAT
from tests.acts.scene import SEATS, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "programme.send-circular"
LIST = {"body": None, "to": ["meridonia", "arvenia"]}

WRONG = (
    wrong("to a body and to a list", "body-or-list", to=["arvenia"]),
    wrong("to nobody", "sent-to-nobody", body=None),
    wrong("to a body that nobody sits in", "sent-to-nobody", body="commission"),
    wrong("to one party twice", "party-twice", body=None, to=["arvenia", "arvenia"]),
    wrong("to a party that is only named", "party-takes-no-part", body=None, to=["elsewhere"]),
    wrong("with no time to answer", "deadline-not-ahead", at="2026-11-27T23:00:00+00:00"),
    wrong("without words", "nothing-said", words=" "),
    wrong("to a body of the drill", "crosses-the-exercise", "sent-to-nobody", body="drill-body"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_goes_to_every_party_that_holds_a_seat_at_that_instant_observers_among_them() -> None:
    assert scene().do(lawful(KIND)).things["circular/papers-wanted"] == Circular(
        id="papers-wanted",
        title="Papers for the fourth session",
        words="Papers are wanted in all six languages.",
        sender="harbour",
        parties=("arvenia", "brightwater", "lantern", "meridonia"),
        body="conference",
        about="meeting/third-session",
        answer_by=Deadline("2026-11-27T18:00:00-05:00[America/New_York]"),
    )


def test_who_left_the_body_the_day_before_gets_none() -> None:
    world = scene()
    world.put(*(replace(seat, end=When("2026-11-22")) for seat in SEATS if seat is not CHAIRS_SEAT))
    assert [each.code for each in world.refusals(lawful(KIND))] == ["sent-to-nobody"]


def test_a_list_gets_it_in_the_order_of_their_ids() -> None:
    found = scene().do(lawful(KIND, **LIST)).things["circular/papers-wanted"]
    assert isinstance(found, Circular)
    assert (found.parties, found.body) == (("arvenia", "meridonia"), "")


def test_a_bodys_circular_is_read_in_the_body_and_a_lists_in_the_programme() -> None:
    world = scene()
    for other, readers in (({}, Audience.BODY), (LIST, Audience.PROGRAMME)):
        act = lawful(KIND, **other)
        assert act.seen_by_default(world.lent(act))["*"] is readers


def test_the_chair_of_the_body_may_send_one() -> None:
    assert codes(KIND, **CHAIR) == ()
