"""A word to the party, not a mark against it."""

from dataclasses import replace

import pytest

from comity.core.contact import Channel, Unreached
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import CONTACT, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "operate.report-unreachable"
UNREACHED = Unreached(
    id="meridonia-desk.arvenia",
    contact="meridonia-desk",
    party="meridonia",
    channel=Channel.TELEPHONE,
    tried=When("2026-11-23T12:00:00Z"),
    words="It rang out, twice.",
)

WRONG = (
    wrong("of its own", "reports-its-own", by="max", on_behalf_of="meridonia"),
    wrong(
        "of one that was replaced", "contact-replaced", world=[replace(CONTACT, replaced_by="x")]
    ),
    wrong("twice", "already-reported", world=[UNREACHED]),
    wrong("of nothing known", "no-such-contact", contact="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_its_party_alone_is_asked_to_look_after_it() -> None:
    act = lawful(KIND)
    world = scene()
    assert act.readers(world.lent(act)) == ("arvenia", "meridonia")
    assert world.do(act).things[UNREACHED.thing] == UNREACHED


def test_another_who_tried_learns_nothing_of_the_first() -> None:
    assert codes(KIND, UNREACHED, by="ines", on_behalf_of="harbour") == ()


def test_it_can_be_said_again_once_its_party_has_looked() -> None:
    assert codes(KIND, replace(UNREACHED, is_settled=True)) == ()
