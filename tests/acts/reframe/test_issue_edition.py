"""An edition takes the place of the one it names, and says what changed."""

from dataclasses import replace

import pytest

from comity.core.edition import Edition, EditionForm
from comity.core.norm import Report
from comity.core.support import Endorsement
from comity.core.when import When
from tests.acts.lawful import MERIDONIA, lawful
from tests.acts.scene import EDITION, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "reframe.issue-edition"
OTHER = Report(id="other", title="Other", published=When("2018"))

WRONG = (
    wrong("before its day", "not-yet", published="2027"),
    wrong("that does not say what changed", "changes-not-said", changes_made=None),
    wrong("that says it with a blank", "changes-not-said", changes_made=" "),
    wrong("that revises none", "edition-of-nothing", of=None),
    wrong("that revises what never was", "no-such-edition", of="nothing"),
    wrong(
        "that revises another report's",
        "edition-of-another-report",
        world=(OTHER, replace(EDITION, report="other")),
    ),
    wrong(
        "that revises one whose place was taken",
        "edition-superseded",
        world=(replace(EDITION, superseded_by="final-report-x"),),
    ),
    wrong(
        "a translation into the same language", "in-the-same-language", form="translated-edition"
    ),
    wrong("a translation of none", "edition-of-nothing", form="translated-edition", of=None),
    wrong("under a name that is taken", "id-taken", id="final-report-1"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_stands_and_the_one_before_says_what_took_its_place() -> None:
    act = lawful(KIND)
    things = scene().do(act).things
    assert things["edition/final-report-2"] == Edition(
        id="final-report-2",
        report="final-report",
        form=EditionForm.REVISED,
        published=When("2026-11"),
        symbol="R/1/Rev.1",
        of="final-report-1",
        changes_made="The second figure is mended.",
    )
    assert things["edition/final-report-1"] == replace(EDITION, superseded_by="final-report-2")
    assert list(act.follows_from()) == [
        ("edition/final-report-2", "report/final-report"),
        ("edition/final-report-2", "edition/final-report-1"),
    ]


def test_a_translation_stands_beside_what_it_translates_even_where_another_took_its_place() -> None:
    told = {"form": "translated-edition", "language": "fr", "changes_made": None}
    assert scene().do(lawful(KIND, **told)).things["edition/final-report-1"] == EDITION
    old = replace(EDITION, superseded_by="final-report-x")
    assert codes(KIND, old, **told) == ()


def test_a_draft_and_a_first_edition_need_none_before_them() -> None:
    told = {"of": None, "changes_made": None}
    assert codes(KIND, form="draft-for-comment", **told) == ()
    assert codes(KIND, form="first-edition", **told) == ()


def test_who_backs_an_edition_goes_on_backing_that_one() -> None:
    backs = lawful("mobilize.endorse", of="edition/final-report-1")
    things = scene().do(backs, lawful(KIND)).things
    backed = things[next(iter(backs.makes()))]
    assert isinstance(backed, Endorsement)
    assert backed.of == "edition/final-report-1"
    assert (backs.on_behalf_of, backed.party) == (
        MERIDONIA["on_behalf_of"],
        MERIDONIA["on_behalf_of"],
    )
