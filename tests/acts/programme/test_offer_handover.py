"""The host offers the programme to its next host."""

from dataclasses import replace

import pytest

from comity.core.absence import Absence, Why
from comity.core.handover import Handover, HandoverStatus
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import HANDOVER, MERIDONIA, NOW, PROGRAMME, mandate, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "programme.offer-handover"
RESTS = Absence(id="rests", party="meridonia", because=Why.SUSPENDED, start=NOW)

WRONG = (
    wrong("by who does not host", "not-the-host", world=[replace(PROGRAMME, host="lantern")]),
    wrong("to itself", "offered-to-itself", to_party="harbour", officer="tomas"),
    wrong(
        "to who is only named",
        "next-host-takes-no-part",
        "officer-may-not-speak",
        to_party="elsewhere",
    ),
    wrong(
        "to who only practises",
        "practice-runs-nothing",
        world=[replace(MERIDONIA, exercise="drill")],
    ),
    wrong("to who takes no part now", "next-host-is-absent", world=[RESTS]),
    wrong("to who may not speak for it", "officer-may-not-speak", officer="ann"),
    wrong(
        "to whose mandate is over",
        "officer-may-not-speak",
        world=[replace(mandate("m-max", "max", "meridonia"), end=When("2026-11-22"))],
    ),
    wrong("until a day that is over", "offer-ends-before-it-is-made", until="2026-11-22"),
    wrong("to a party that never was", "no-such-party", to_party="nobody"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_may_be_taken_up_on_the_very_day_it_is_made() -> None:
    assert refused(KIND, wrong("", until="2026-11-23")) == ()


def test_it_changes_nothing_but_takes_the_place_of_the_offer_before() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["handover/to-meridonia"] == Handover(
        id="to-meridonia",
        from_party="harbour",
        to_party="meridonia",
        officer="max",
        until=When("2026-12-31"),
        words="The harbour closes at the end of the year.",
    )
    before = replace(HANDOVER, status=HandoverStatus.REPLACED)
    assert world.things["handover/to-arvenia"] == before
    assert world.things["programme/programme"] == PROGRAMME
