"""Whom to reach when something breaks."""

from dataclasses import replace

import pytest

from comity.core.contact import Contact, ContactStatus, Level
from tests.acts.lawful import lawful
from tests.acts.scene import CONTACT, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "operate.nominate-contact"

WRONG = (
    wrong("without a way to reach it", "cannot-be-reached", telephone=None),
    wrong("by words for a number", "no-digit-in-it", telephone="abc"),
    wrong("by words for an address", "no-address", mail="notmail"),
    wrong("for another party's", "not-your-contact", by="ann", on_behalf_of="arvenia"),
    wrong(
        "for one that was replaced",
        "contact-replaced",
        world=[replace(CONTACT, replaced_by="another")],
    ),
    wrong("for nothing known", "no-such-contact", replaces="nothing"),
    wrong("without an office", "nothing-said", office=""),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_new_contact_takes_the_place_of_the_old() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["contact/meridonia-night"] == Contact(
        id="meridonia-night",
        party="meridonia",
        level=Level.TECHNICAL,
        office="Night desk",
        telephone="+000 2",
    )
    assert world.things["contact/meridonia-desk"] == replace(
        CONTACT, status=ContactStatus.REPLACED, replaced_by="meridonia-night"
    )


def test_a_contact_of_practice_stands_in_the_exercise() -> None:
    act = lawful(KIND, on_behalf_of="herring", replaces=None)
    contact = scene().do(act).things["contact/meridonia-night"]
    assert isinstance(contact, Contact)
    assert contact.exercise == "drill"


def test_mail_is_a_way_to_be_reached() -> None:
    assert codes(KIND, telephone=None, mail="desk@meridonia.example") == ()
