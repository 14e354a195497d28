"""Through the mission, and not through the number that was given."""

from dataclasses import replace

import pytest

from comity.core.contact import Vouching
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import CONTACT, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "operate.verify-contact"

WRONG = (
    wrong(
        "of one that was replaced", "contact-replaced", world=[replace(CONTACT, replaced_by="x")]
    ),
    wrong("of its own", "verifies-its-own", world=[replace(CONTACT, party="harbour")]),
    wrong("of nothing known", "no-such-contact", contact="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_is_known_since_when_the_contact_was_verified() -> None:
    found = scene().do(lawful(KIND)).things["vouching/meridonia-desk"]
    assert found == Vouching(
        id="meridonia-desk", contact="meridonia-desk", verified=When("2026-11-23T12:00:00Z")
    )
