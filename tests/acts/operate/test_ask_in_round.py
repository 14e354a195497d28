"""Each contact at its levels and by its channels, once."""

from dataclasses import replace

import pytest

from comity.core.check_round import RoundCheck
from comity.core.contact import Channel, Level
from tests.acts.lawful import lawful
from tests.acts.scene import CHECK_ROUND, NOW, OTHER_CONTACT, ROUND_CHECK, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "operate.ask-in-round"
ASKED = RoundCheck(
    id="winter-2",
    round="winter",
    contact="meridonia-envoy",
    party="meridonia",
    level=Level.DIPLOMATIC,
    channel=Channel.MAIL,
    asked=NOW,
    asked_by="harbour",
    answer_by=CHECK_ROUND.answer_by,
)

WRONG = (
    wrong("of another party", "not-of-this-party", of_party="arvenia"),
    wrong(
        "of one that was replaced",
        "contact-replaced",
        world=[replace(OTHER_CONTACT, replaced_by="x")],
    ),
    wrong(
        "at a level that the round does not ask",
        "not-in-this-round",
        world=[replace(OTHER_CONTACT, level=Level.POLICY)],
    ),
    wrong("by a channel that it does not use", "not-in-this-round", channel="message"),
    wrong("in the second in which it ends", "check-round-over", at=CHECK_ROUND.answer_by.instant),
    wrong("when it is closed", "check-round-over", world=[replace(CHECK_ROUND, closed=NOW)]),
    wrong("twice by the same channel", "already-asked", world=[replace(ASKED, id="first")]),
    wrong("of nothing known", "no-such-contact", contact="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_same_contact_is_asked_by_another_channel_too() -> None:
    act = lawful(KIND, contact="meridonia-desk")
    found = scene().do(act).things["round-check/winter-2"]
    assert found == replace(ROUND_CHECK, id="winter-2", channel=Channel.MAIL, asked=NOW)


def test_it_is_read_by_who_asks_and_who_is_asked() -> None:
    act = lawful(KIND)
    world = scene()
    assert act.readers(world.lent(act)) == ("harbour", "meridonia")
    assert world.do(act).things["round-check/winter-2"] == ASKED
