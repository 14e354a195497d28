"""A visit is logged."""

import pytest

from comity.core.outreach import Visit
from comity.core.support import Advocacy, AdvocacyOutcome
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "mobilize.log-advocacy"

WRONG = (
    wrong("before it is made", "not-yet", met_on="2026-12"),
    wrong("to nobody", "nothing-said", target=" "),
    wrong("for nothing known", "no-such-report", carries="report/nothing"),
    wrong("at a door for another", "door-of-another", carries="norm/norm-1", door="ports"),
    wrong("at a door that nobody named", "no-such-target", door="nothing"),
    wrong("for what cannot be", "no-such-thing", carries="dream/nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_visit_is_known_to_those_who_carry_the_same_thing() -> None:
    assert scene().do(lawful(KIND)).things["advocacy/third-ministry"] == Advocacy(
        id="third-ministry",
        carries="adoption/accord-adopted",
        target="Ministry of Harbours",
        party="arvenia",
        outcome=AdvocacyOutcome.INTERESTED,
        met_on=When("2026-11"),
    )


def test_a_visit_at_a_door_that_was_named_is_found_there() -> None:
    act = lawful(KIND, door="ports")
    assert list(act.makes()) == ["advocacy/third-ministry", "visit/third-ministry"]
    found = scene().do(act).things["visit/third-ministry"]
    assert found == Visit(id="third-ministry", advocacy="third-ministry", target="ports")
