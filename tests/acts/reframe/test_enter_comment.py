"""The secretariat enters what a stranger stated by a form, word for word."""

from dataclasses import replace

import pytest

from comity.core.audience import Audience
from comity.core.consultation import Byline, Comment, ConsultationStatus
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import CONSULTATION, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "reframe.enter-comment"

WRONG = (
    wrong(
        "once it is closed",
        "consultation-closed",
        world=[replace(CONSULTATION, status=ConsultationStatus.CLOSED)],
    ),
    wrong("before it was stated", "not-yet", stated="2026-11-24"),
    wrong("without words", "nothing-said", words=" "),
    wrong("from nobody", "nothing-said", from_whom=" "),
    wrong("in no request", "no-such-consultation", consultation="nothing"),
    wrong("under an id that is taken", "id-taken", id="name-the-office"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_stands_with_name_and_affiliation_as_they_were_stated() -> None:
    found = scene().do(lawful(KIND)).things
    assert found["comment/from-the-islands"] == Comment(
        id="from-the-islands",
        consultation="harbour-asks",
        party="harbour",
        words="Who wakes the one who answers?",
        on="paragraph 7",
        from_whom="Ana Reyes",
    )
    assert found["byline/from-the-islands"] == Byline(
        id="from-the-islands",
        comment="from-the-islands",
        stated=When("2026-11-22"),
        affiliation="Harbour Lights",
    )


def test_it_is_late_where_it_was_stated_late_and_not_where_it_was_read_late() -> None:
    late = scene().do(lawful(KIND, stated="2026-11-23")).things["comment/from-the-islands"]
    assert isinstance(late, Comment)
    assert late.late


def test_an_affiliation_is_no_must() -> None:
    assert codes(KIND, affiliation=None) == ()


def test_a_confidential_one_is_known_to_the_body_alone() -> None:
    act = lawful(KIND, confidential=True)
    assert act.seen_by_default(scene().lent(act)) == {"*": Audience.BODY, "by": Audience.OWN}
