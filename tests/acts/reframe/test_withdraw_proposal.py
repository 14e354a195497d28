"""A party takes back the words it proposed."""

from dataclasses import replace

import pytest

from comity.core.text import ProposalStatus, TextStatus
from tests.acts.lawful import lawful
from tests.acts.scene import PROPOSAL, TEXT, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "reframe.withdraw-proposal"

WRONG = (
    wrong("of another party", "not-your-proposal", by="ann", on_behalf_of="arvenia"),
    wrong(
        "twice",
        "already-withdrawn",
        world=[replace(PROPOSAL, status=ProposalStatus.WITHDRAWN)],
    ),
    wrong(
        "once the text is adopted", "text-adopted", world=[replace(TEXT, status=TextStatus.ADOPTED)]
    ),
    wrong("that never was", "no-such-proposal", proposal="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_proposal_stands_as_withdrawn() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["proposal/one-day"] == replace(PROPOSAL, status=ProposalStatus.WITHDRAWN)


def test_its_words_may_be_taken_up_by_another() -> None:
    world = scene().do(lawful(KIND))
    assert world.refusals(lawful("reframe.propose-words", words=PROPOSAL.words)) == []
