"""What was entered in error counts nowhere."""

from dataclasses import replace

import pytest

from comity.acts.programme.strike import STANDS
from comity.core.entry import Part
from comity.core.state import Struck
from tests.acts.lawful import lawful
from tests.acts.scene import ENTRY, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "programme.strike"

WRONG = (
    *(
        wrong(f"once {kind} was done", "cannot-be-struck", world=[replace(ENTRY, kind=f"{kind}/1")])
        for kind in sorted(STANDS)
    ),
    wrong("twice", "already-struck", world=[replace(ENTRY, is_struck=True)]),
    wrong("by another party", "not-your-act", by="ann", on_behalf_of="arvenia"),
    wrong("once others rest on it", "others-rest-on-it", world=[replace(ENTRY, later=(9, 12))]),
    wrong("of no act", "no-such-act", act=8),
    wrong("without a reason", "nothing-said", why=""),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_act_counts_nowhere() -> None:
    world = scene().do(lawful(KIND))
    assert world.told == [Struck(7)]


def test_the_secretariat_may_strike_it() -> None:
    assert codes(KIND, by="ines", on_behalf_of="harbour") == ()


def test_the_acts_that_rest_on_it_are_told() -> None:
    world = scene()
    world.put(replace(ENTRY, later=(9, 12), shown=(9, 12)))
    (refusal,) = world.refusals(lawful(KIND))
    assert dict(refusal.facts) == {"acts": "9, 12"}


def test_it_tells_no_more_of_who_acted_than_the_act_did() -> None:
    sealed = replace(
        ENTRY,
        parts={"on_behalf_of": Part("named", "o" * 43, is_erasable=False, is_erased=False)},
    )
    world = scene()
    world.put(sealed)
    act = lawful(KIND)
    assert act.seen_by_default(world.lent(act)) == {"*": "body", "by": "own", "on_behalf_of": "own"}
