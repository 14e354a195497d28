"""Another than who drafted it clears a draft."""

from dataclasses import replace

import pytest

from comity.core.review import Clearance
from tests.acts.lawful import lawful
from tests.acts.scene import DRAFT, NOW, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "mobilize.clear-progress"

WRONG = (
    wrong("of another's", "not-your-draft", by="max", on_behalf_of="meridonia"),
    wrong("shown to the programme", "draft-shown", audiences={"kind": "programme"}),
    wrong("of one's own", "clears-own-draft", by="eve"),
    wrong("twice", "cleared-already", world=[replace(DRAFT, cleared=NOW, cleared_by="ann")]),
    wrong(
        "where none is wanted",
        "no-clearance-wanted",
        world=[replace(DRAFT, clearance=Clearance.NOBODY_ELSE)],
    ),
    wrong("of one that was replaced", "draft-is-past", world=[replace(DRAFT, replaced_by="next")]),
    wrong("of nothing known", "no-such-progress-draft", draft="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_may_leave_its_party() -> None:
    found = scene().do(lawful(KIND)).things[DRAFT.thing]
    assert found == replace(DRAFT, cleared=NOW, cleared_by="ann")
