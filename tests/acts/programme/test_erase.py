"""The law takes words away, and the record says so."""

from dataclasses import replace

import pytest

from comity.core.state import Forgotten
from tests.acts.lawful import lawful
from tests.acts.scene import DIGEST, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "programme.erase"

WRONG = (
    wrong("what cannot be erased", "not-erasable", world=[replace(DIGEST, is_erasable=False)]),
    wrong("twice", "already-erased", world=[replace(DIGEST, is_erased=True)]),
    wrong("one digest twice", "digest-twice", digests=["w" * 43, "w" * 43]),
    wrong("an unknown digest", "no-such-digest", digests=["x" * 43]),
    wrong("without a reason", "nothing-said", why=" "),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_words_are_gone() -> None:
    world = scene().do(lawful(KIND))
    assert world.told == [Forgotten(("w" * 43,))]


def test_which_words_is_public() -> None:
    assert lawful(KIND).must_be_public == ("kind", "digests", "why")
