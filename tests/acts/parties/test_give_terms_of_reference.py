"""A group is told what it is for, and the next version names the one whose place it takes."""

from dataclasses import replace

import pytest

from comity.core.terms_of_reference import TermsOfReference
from comity.core.when import When
from tests.acts.lawful import SECRETARIAT, lawful
from tests.acts.scene import CONFERENCE, TERMS, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "parties.give-terms-of-reference"
COUNCIL = replace(CONFERENCE, id="council", name="Council")

WRONG = (
    wrong("by the body itself", "terms-for-itself", "not-theirs-to-change", given_by="commission"),
    wrong("in the place of none", "not-the-latest-terms", supersedes=None),
    wrong(
        "in the place of those before the latest",
        "not-the-latest-terms",
        world=(
            replace(TERMS, superseded_by="newer"),
            replace(TERMS, id="newer", supersedes="commission-terms"),
        ),
    ),
    wrong(
        "in the place of another body's", "not-the-latest-terms", body="conference", given_by=None
    ),
    wrong("by who did not give them", "not-theirs-to-change", given_by=None),
    wrong(
        "by who gave them, and left them to another to change",
        "not-theirs-to-change",
        world=(COUNCIL, replace(TERMS, changed_by="council")),
    ),
    wrong("that end before they begin", "ends-before-it-starts", until="2025"),
    wrong("for nothing", "nothing-said", purpose=" "),
    wrong("for no body", "no-such-body", "not-the-latest-terms", body="nothing"),
    wrong("under a name that is taken", "id-taken", "not-the-latest-terms", id="commission-terms"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_they_are_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_they_stand_and_the_version_before_says_by_which_it_was_superseded() -> None:
    act = lawful(KIND)
    things = scene().do(act).things
    assert things["terms-of-reference/commission-terms-2"] == TermsOfReference(
        id="commission-terms-2",
        body="commission",
        purpose="Find out where cables break, and why.",
        task="Report each season.",
        given_by="conference",
        until=When("2027"),
        reports_to="conference",
        on=act.when,
        supersedes="commission-terms",
    )
    assert things["terms-of-reference/commission-terms"] == replace(
        TERMS, superseded_by="commission-terms-2"
    )
    assert list(act.follows_from()) == [
        ("terms-of-reference/commission-terms-2", "outcome/one-list")
    ]


def test_the_room_is_that_of_the_body_that_gives_them() -> None:
    act = lawful(KIND)
    assert act.room(scene().lent(act)) == "conference"


def test_the_first_are_given_by_the_secretariat_where_no_body_does() -> None:
    first = {"id": "conference-terms", "body": "conference", "given_by": None, "supersedes": None}
    assert codes(KIND, **SECRETARIAT, **first) == ()


def test_whom_they_name_may_change_them() -> None:
    world = (COUNCIL, replace(TERMS, changed_by="council"))
    assert codes(KIND, *world, given_by="council") == ()
