"""A visa was refused, and the deputy takes over."""

from dataclasses import replace

import pytest

from comity.core.erased import ERASED
from comity.core.invitation import Answer, Hindrance, Replacement
from tests.acts.lawful import lawful
from tests.acts.scene import COMING, OPEN_INVITATION, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "convene.replace-delegate"
DONE = Replacement(
    id="before",
    invitation="workshop-open",
    meeting="workshop",
    party="meridonia",
    leaves="Max of Meridonia",
    comes="The deputy of Meridonia",
    because=Hindrance.ILL,
)

WRONG = (
    wrong("on another party's invitation", "not-your-invitation", invitation="workshop-arvenia"),
    wrong(
        "when it is cancelled", "already-cancelled", world=[replace(OPEN_INVITATION, lapsed=True)]
    ),
    wrong("for one who was not to come", "not-among-them", leaves="Somebody else"),
    wrong("for one who left already", "not-among-them", "comes-already", world=[DONE]),
    wrong("by one who comes already", "comes-already", comes="Max of Meridonia"),
    wrong(
        "where the party declined",
        "not-among-them",
        world=[replace(COMING, answer=Answer.DECLINES)],
    ),
    wrong("without a name", "nothing-said", comes=" "),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_one_comes_in_the_others_place() -> None:
    assert scene().do(lawful(KIND)).things["replacement/for-max"] == Replacement(
        id="for-max",
        invitation="workshop-open",
        meeting="workshop",
        party="meridonia",
        leaves="Max of Meridonia",
        comes="The deputy of Meridonia",
        because=Hindrance.VISA_REFUSED,
    )


def test_who_came_in_anothers_place_may_be_replaced_and_the_first_may_come_back() -> None:
    world = scene().do(lawful(KIND))
    back = {"leaves": "The deputy of Meridonia", "comes": "Max of Meridonia", "because": "ill"}
    world.do(lawful(KIND, id="back", **back))
    assert world.refusals(lawful(KIND, id="again")) == []


def test_where_names_were_erased_nobody_can_say_that_this_one_is_wrong() -> None:
    assert codes(KIND, replace(COMING, delegates=ERASED), leaves="Anybody") == ()
