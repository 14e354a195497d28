"""What was done, and how sure one may be."""

import pytest

from comity.core.support import Confidence, Evidence
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "mobilize.give-evidence"

WRONG = (
    wrong("of what is still to come", "not-yet", on="2026-11-24"),
    wrong("documented by nothing", "document-missing", confidence="documented", follows=[]),
    wrong("by what is no link", "not-a-link", link="javascript:alert(1)"),
    wrong("of nothing known", "no-such-commitment", of="commitment/nothing"),
    wrong("by nothing known", "no-such-check", follows=["check/nothing"]),
    wrong("without words", "nothing-said", words=""),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_follows_from_the_promise_and_from_the_check() -> None:
    act = lawful(KIND)
    assert scene().do(act).things["evidence/answered"] == Evidence(
        id="answered",
        of="commitment/duty-desk",
        party="arvenia",
        words="The desk answered in 41 minutes.",
        confidence=Confidence.VERIFIED,
        on=When("2026-11-23"),
    )
    assert list(act.follows_from()) == [
        ("evidence/answered", "commitment/duty-desk"),
        ("evidence/answered", "check/check-0312"),
    ]


def test_a_document_may_be_a_link() -> None:
    link = "https://cables.example/report"
    assert codes(KIND, confidence="documented", follows=[], link=link) == ()
