"""The right of reply."""

from dataclasses import replace

import pytest

from comity.core.progress import Rejoinder
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import EVIDENCE, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "mobilize.reply-to-evidence"
REPLY = Rejoinder(
    id="arvenia-replies",
    evidence="told-of-arvenia",
    party="arvenia",
    words="The line was cut at noon.",
    on=When("2026-11-23T12:00:00Z"),
)

WRONG = (
    wrong("by another", "not-told-of-you", by="max", on_behalf_of="meridonia"),
    wrong("to itself", "not-told-of-you", world=[replace(EVIDENCE, party="arvenia")]),
    wrong("to what is of nobody", "not-told-of-you", world=[replace(EVIDENCE, of="norm/norm-1")]),
    wrong("twice", "already-replied", world=[replace(REPLY, id="first")]),
    wrong("to nothing known", "no-such-evidence", evidence="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_stands_beside_what_was_told() -> None:
    assert scene().do(lawful(KIND)).things["rejoinder/arvenia-replies"] == REPLY


def test_what_is_told_of_an_endorsement_is_answered_too() -> None:
    assert codes(KIND, replace(EVIDENCE, of="endorsement/arvenia-backs")) == ()
