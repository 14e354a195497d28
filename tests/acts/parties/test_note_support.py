"""Support for the programme is not endorsement of a text."""

import pytest

from comity.core.party import Support, SupportForm
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, codes, refused, wrong

SUPPORT = Support(
    id="b-supports", party="brightwater", as_what=SupportForm.SUPPORTER, since=When("2025")
)

KIND = "parties.note-support"

WRONG = (
    wrong("twice in one form", "already-noted", world=[SUPPORT], id="b-again"),
    wrong("of nobody", "no-such-party", of="nobody"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_party_stands_behind_the_programme() -> None:
    assert scene().do(lawful(KIND)).things["support/b-supports"] == SUPPORT


def test_it_may_be_partner_too() -> None:
    assert codes(KIND, SUPPORT, id="b-partner", as_what="partner") == ()
