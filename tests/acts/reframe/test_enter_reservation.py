"""A limit on what a party accepts stands beside the text."""

import pytest

from comity.core.text import Reservation, ReservationForm
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "reframe.enter-reservation"

WRONG = (
    wrong("to a paragraph of another text", "not-of-this-text", paragraph="understanding-p7"),
    wrong("to no adoption", "no-such-adoption", adoption="nothing"),
    wrong("to no paragraph", "no-such-paragraph", paragraph="nothing"),
    wrong("without words", "nothing-said", words="\n"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_stands_beside_its_paragraph() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["reservation/arvenia-reserves"] == Reservation(
        id="arvenia-reserves",
        adoption="accord-adopted",
        party="arvenia",
        form=ReservationForm.RESERVATION,
        words="Only in peace.",
        paragraph="accord-p1",
    )


def test_it_may_concern_the_whole_text() -> None:
    assert codes(KIND, paragraph=None, form="explanation") == ()
