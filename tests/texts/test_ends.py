"""To look only at what two texts do not share changes nothing about what is found."""

import random
from inspect import unwrap
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.texts import ends
from comity.texts.operation import apply, hunks, hunks_of_all, operations
from comity.texts.tokens import cut, seams
from comity.texts.word_break import (
    EXTENDERS,
    FLAGS,
    JOINERS,
    LETTERS,
    MID_LETTER,
    NUMERIC,
    PICTURES,
)
from tests.texts import prose

kinds = pytest.mark.parametrize("kind", sorted(prose.KINDS))
TABLES = (EXTENDERS, FLAGS, JOINERS, LETTERS, MID_LETTER, NUMERIC, PICTURES)
SIGNS = [*"aא1 .,'\"\n各。ー", "\u200d", "\u0301", "\u3000", "👩"]
SIGNS += [chr(int(table.split()[0].partition("-")[0], 16)) for table in TABLES]
a_text = st.lists(st.sampled_from(SIGNS), max_size=24).map("".join)


@pytest.fixture(params=[2, 16, ends.NEAR])
def near(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Look near by, so that short texts are extended many times."""
    monkeypatch.setattr(ends, "NEAR", request.param)
    monkeypatch.setattr(ends, "BLOCK", request.param)


@kinds
@pytest.mark.usefixtures("near")
def test_what_changed_is_found_as_if_all_were_looked_at(kind: str) -> None:
    for chance in prose.cases(kind):
        old = prose.words(chance, kind, 80)
        new = prose.edited(chance, old, kind)
        assert unwrap(hunks)(old, new) == (hunks_of_all(old, new) if old != new else ())


@given(a_text, a_text, a_text, a_text)
def test_whatever_stands_at_either_end_the_same_is_found(
    head: str, one: str, two: str, tail: str
) -> None:
    old, new = head + one + tail, head + two + tail
    assert hunks(old, new) == (hunks_of_all(old, new) if old != new else ())
    assert apply(old, operations(old, new)) == new


@given(a_text, a_text)
def test_at_a_seam_a_text_is_cut_in_two_as_each_part_is(one: str, two: str) -> None:
    whole = one + two
    for found in seams().finditer(whole):
        parts = [cut(whole[: found.end()]), cut(whole[found.end() :])]
        assert parts[0].words + parts[1].words == cut(whole).words
        assert parts[0].spaces + parts[1].spaces == cut(whole).spaces


def test_a_repeated_sentence_is_put_in_behind_all_that_repeat_it() -> None:
    for count, at in product((1, 50, 400), (0, 0.5, 1)):
        said = ["States shall report. "] * count
        said.insert(int(count * at), "States shall report. ")
        old, new = "".join(said[1:]) + "End.", "".join(said) + "End."
        assert hunks(old, new) == hunks_of_all(old, new)
        (change,) = operations(old, new)
        assert change.is_insertion


def test_what_is_shared_is_counted_to_the_character() -> None:
    chance = random.Random(1)
    for _ in range(200):
        length = chance.choice((0, 1, 5, ends.BLOCK - 1, ends.BLOCK, 3 * ends.BLOCK + 7))
        same = "ab " * (length // 3) + "c" * (length % 3)
        old, new = chance.choice([("x", "y"), ("x", ""), ("", "")])
        assert ends.same_from_start(same + old, same + new) == length
        assert ends.same_from_end(old + same, new + same) == length
