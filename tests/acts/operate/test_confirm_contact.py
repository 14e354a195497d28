"""A directory decays by itself; its parties keep it."""

from dataclasses import replace

import pytest

from comity.core.contact import Channel, Unreached, Vouching
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import CONTACT, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "operate.confirm-contact"
UNREACHED = Unreached(
    id="meridonia-desk.arvenia",
    contact="meridonia-desk",
    party="meridonia",
    channel=Channel.TELEPHONE,
    tried=When("2026-11-22"),
)
VERIFIED = Vouching(id="meridonia-desk", contact="meridonia-desk", verified=When("2026-10"))
NOW_WHEN = When("2026-11-23T12:00:00Z")

WRONG = (
    wrong("of another party", "not-your-contact", by="ann", on_behalf_of="arvenia"),
    wrong(
        "of one that was replaced", "contact-replaced", world=[replace(CONTACT, replaced_by="x")]
    ),
    wrong("of nothing known", "no-such-contact", contact="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_stands_and_what_was_reported_of_it_is_settled() -> None:
    world = scene()
    world.put(UNREACHED, VERIFIED)
    found = world.do(lawful(KIND)).things
    assert found["vouching/meridonia-desk"] == replace(VERIFIED, confirmed=NOW_WHEN)
    assert found[UNREACHED.thing] == replace(UNREACHED, is_settled=True)
