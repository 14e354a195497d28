"""A party backs a thing, once."""

import pytest

from comity.core.support import Endorsement, Extent
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "mobilize.endorse"

WRONG = (
    wrong("twice", "already-endorsed", by="ann", on_behalf_of="arvenia"),
    wrong("in part without saying which", "words-missing", extent="part"),
    wrong("with a reservation unsaid", "words-missing", extent="with-reservation", words=" "),
    wrong("nothing known", "no-such-norm", of="norm/nothing"),
    wrong("practice", "crosses-the-exercise", of="norm/drill-norm"),
    wrong("as practice", "crosses-the-exercise", on_behalf_of="herring"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_endorsement_is_public() -> None:
    act = lawful(KIND)
    assert scene().do(act).things["endorsement/meridonia-backs"] == Endorsement(
        id="meridonia-backs",
        of="adoption/accord-adopted",
        party="meridonia",
        extent=Extent.WHOLE,
        on=When("2026-11-23T12:00:00Z"),
    )
    assert list(act.follows_from()) == [("endorsement/meridonia-backs", "adoption/accord-adopted")]


def test_all_but_one_norm_can_be_said() -> None:
    assert codes(KIND, of="call/call-core", extent="part", words="All but norm 8.") == ()
