"""A party joins an adoption, but not one paragraph."""

import pytest

from comity.core.statement import Dissociation
from tests.acts.lawful import lawful
from tests.acts.scene import OLD_ADOPTION, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "reframe.dissociate"
APART = Dissociation(
    id="paragraph.accord-p1.arvenia",
    adoption="accord-adopted",
    paragraph="accord-p1",
    party="arvenia",
    words="We keep no ships.",
)

WRONG = (
    wrong("from a paragraph of another text", "not-of-this-text", paragraph="understanding-p7"),
    wrong("twice", "already-dissociated", world=[APART]),
    wrong("of no adoption", "no-such-adoption", adoption="nothing"),
    wrong("from no paragraph", "no-such-paragraph", paragraph="nothing"),
    wrong(
        "from inside an exercise",
        "crosses-the-exercise",
        "crosses-the-exercise",
        on_behalf_of="herring",
    ),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_stands_beside_the_paragraph_and_the_adoption_stands() -> None:
    world = scene().do(lawful(KIND))
    assert world.things[APART.thing] == APART
    assert world.things[OLD_ADOPTION.thing] == OLD_ADOPTION
