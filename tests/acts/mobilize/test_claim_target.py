"""Two do not call on the same minister."""

from dataclasses import replace
from datetime import timedelta

import pytest

from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import NOW, TARGET, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "mobilize.claim-target"
THEIRS = replace(TARGET, claimed_by="meridonia", claimed=NOW, claimed_until=When("2026-11-30"))

WRONG = (
    wrong("that another holds", "target-claimed", world=[THEIRS]),
    wrong("until yesterday", "already-past", claimed_until="2026-11-22"),
    wrong("for longer than sixty days", "claim-too-long", claimed_until="2027-01-23"),
    wrong("that nobody named", "no-such-target", target="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_others_see_that_somebody_will_call_and_until_when() -> None:
    assert scene().do(lawful(KIND)).things["target/ports"] == replace(
        TARGET, claimed_by="arvenia", claimed=NOW, claimed_until=When("2026-12-20")
    )


def test_the_last_of_sixty_days_may_be_said() -> None:
    assert codes(KIND, claimed_until="2027-01-22") == ()


def test_who_holds_it_may_say_a_later_day() -> None:
    assert codes(KIND, replace(THEIRS, claimed_by="arvenia")) == ()


def test_after_its_last_day_the_door_is_free_by_itself() -> None:
    assert THEIRS.claimed_until is not None
    end = THEIRS.claimed_until.end
    assert (THEIRS.holder(end - timedelta(seconds=1)), THEIRS.holder(end)) == ("meridonia", "")
    assert codes(KIND, THEIRS, at=end) == ()
