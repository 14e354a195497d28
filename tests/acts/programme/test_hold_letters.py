"""The letters of an act are held within a minute of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from comity.core.post import Hold, Tray
from tests.acts.lawful import CHAIR, lawful
from tests.acts.scene import NOW, SENDING, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "programme.hold-letters"

WRONG = (
    wrong("by another party", "not-your-letters", by="max", on_behalf_of="meridonia"),
    wrong("of an act that sends none", "sends-no-letters", act=7),
    wrong("twice", "held-already", act=6),
    wrong("when the minute is over", "letters-left", at=NOW + timedelta(seconds=20)),
    wrong("of no act", "no-such-act", act=99),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_act_stands_and_its_letters_are_held() -> None:
    world = scene().do(lawful(KIND))
    held = Hold(id="9", state=Tray.HELD, why="The deadline is on a holiday.")
    assert (world.things["hold/9"], world.things["act/9"]) == (held, SENDING)


def test_in_the_last_instant_of_the_minute_they_can_still_be_held() -> None:
    last = NOW + timedelta(seconds=20) - timedelta(microseconds=1)
    assert codes(KIND, at=last) == ()


def test_another_person_of_the_same_party_may_hold_them() -> None:
    assert codes(KIND, **CHAIR) == ()


def test_the_secretariat_holds_the_letters_of_another_partys_act() -> None:
    assert codes(KIND, replace(SENDING, on_behalf_of="meridonia")) == ()
