"""Letters that were held are let go after all."""

from dataclasses import replace

import pytest

from comity.core.post import Hold, Tray
from tests.acts.lawful import lawful
from tests.acts.scene import HELD_BEFORE, HOLD, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "programme.release-letters"

WRONG = (
    wrong("by another party", "not-your-letters", by="max", on_behalf_of="meridonia"),
    wrong("of an act whose letters are not held", "not-held", act=9),
    wrong("a second time", "not-held", world=[replace(HOLD, state=Tray.RELEASED)]),
    wrong(
        "of an act that was struck", "already-struck", world=[replace(HELD_BEFORE, is_struck=True)]
    ),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_letters_go_and_the_reason_why_they_were_held_stays() -> None:
    released = Hold(id="6", state=Tray.RELEASED, why="The wrong text.")
    assert scene().do(lawful(KIND)).things["hold/6"] == released
