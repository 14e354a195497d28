"""A party is suspended."""

import pytest

from comity.core.absence import Absence, Stands, Why
from tests.acts.lawful import lawful
from tests.acts.scene import NOW, SEATS, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "parties.suspend-party"

WRONG = (
    wrong("that is only named", "party-takes-no-part", of_party="elsewhere"),
    wrong("that runs the programme", "runs-the-programme", of_party="harbour"),
    wrong("that is suspended already", "already-absent", of_party="lantern"),
    wrong("without a reason", "nothing-said", why=" "),
    wrong("that never was", "no-such-party", of_party="nobody"),
    wrong("from another day", "takes-effect-when-received", effective="2026-11-01"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_takes_no_part_from_now_on_and_keeps_its_seat() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["absence/brightwater-rests"] == Absence(
        id="brightwater-rests",
        party="brightwater",
        because=Why.SUSPENDED,
        start=NOW,
        why="It has answered no check for a year.",
        stands=Stands.IN_FORCE,
    )
    assert world.things["seat/s-brightwater"] == SEATS[2]


def test_a_silence_opened_afterwards_does_not_ask_it() -> None:
    world = scene().do(lawful(KIND), lawful("reframe.open-silence"))
    silence = world.things["silence/understanding-silence"]
    assert silence.parties == ("arvenia", "meridonia")  # type: ignore[attr-defined]
