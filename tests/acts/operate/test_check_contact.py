"""The secretariat asks a contact to answer."""

from dataclasses import replace

import pytest

from comity.core.contact import Channel, Check
from comity.core.when import Deadline
from tests.acts.lawful import lawful
from tests.acts.scene import CONTACT, NOW, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "operate.check-contact"

WRONG = (
    wrong("of another party", "not-of-this-party", of_party="arvenia"),
    wrong(
        "of one that was replaced", "contact-replaced", world=[replace(CONTACT, replaced_by="x")]
    ),
    wrong("with no time to answer", "deadline-not-ahead", at="2026-11-23T14:00:00+00:00"),
    wrong("of nothing known", "no-such-contact", contact="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_check_runs_from_the_moment_it_was_received() -> None:
    assert scene().do(lawful(KIND)).things["check/check-noon"] == Check(
        id="check-noon",
        contact="meridonia-desk",
        party="meridonia",
        channel=Channel.MAIL,
        asked=NOW,
        answer_by=Deadline("2026-11-23T14:00:00+00:00[Atlantic/Reykjavik]"),
    )
