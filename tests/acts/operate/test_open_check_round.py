"""Everybody knows that a round runs, and by when."""

import pytest

from comity.core.check_round import CheckRound
from comity.core.contact import Channel, Level
from comity.core.when import Deadline
from tests.acts.lawful import lawful
from tests.acts.scene import NOW, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "operate.open-check-round"

WRONG = (
    wrong("with a channel twice", "listed-twice", channels=["mail", "mail"]),
    wrong("with a level twice", "listed-twice", levels=["policy", "policy"]),
    wrong("with no time to answer", "deadline-not-ahead", at="2026-11-30T12:00:00+00:00"),
    wrong("without a name", "nothing-said", title=""),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_round_runs() -> None:
    assert scene().do(lawful(KIND)).things["check-round/spring"] == CheckRound(
        id="spring",
        title="Spring",
        levels=(Level.TECHNICAL,),
        channels=(Channel.TELEPHONE, Channel.MAIL),
        answer_by=Deadline("2026-11-30T12:00:00+00:00[Atlantic/Reykjavik]"),
        opened=NOW,
        opened_by="harbour",
    )
