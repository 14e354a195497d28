"""A pasted text is parted into its paragraphs, and no word of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.core.errors import Malformed
from comity.texts.typed_numbers import typed_numbers
from comity.web.acting.envelope import envelope_of
from comity.web.acting.pasted import Becomes, chosen, paragraphs
from comity.web.acting.typed_numbers import MOST, shown


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("1. One.\n\n2. Two\nand more.", [("1", "One."), ("2", "Two and more.")]),
        ("1) One.\n2) Two.\n2(a) More.", [("1", "One."), ("2", "Two."), ("2(a)", "More.")]),
        ("Preamble.\n\n1. One.", [("1", "Preamble."), ("2", "1. One.")]),
        ("1. One.\n\n1. Again.", [("1", "1. One."), ("2", "1. Again.")]),
        ("24 hours are enough.", [("1", "24 hours are enough.")]),
        ("  \n\n ", []),
    ],
)
def test_paragraphs_and_numbers_are_found(words: str, found: list[tuple[str, str]]) -> None:
    assert paragraphs(words) == found


LINES = st.lists(
    st.builds(
        lambda mark, words: mark + words,
        st.sampled_from(
            ["", "1. ", "2. ", "2) ", "(a) ", "(i) ", "PP1. ", "3. of ", "12 bis. ", "١. "]
        ),
        st.text(alphabet="ab Ż1.()\u200f", min_size=1),
    )
)


@given(LINES, st.sampled_from([None, *Becomes]))
def test_no_word_is_lost(lines: list[str], becomes: Becomes | None) -> None:
    words = "\n\n".join(lines)
    whole = [" ".join(each.split()) for each in lines if each.strip()]
    found = paragraphs(words, becomes)
    marks = [each.mark for each in typed_numbers(whole).each]
    assert len(found) == len(whole)
    for (number, text), each, mark in zip(found, whole, marks, strict=True):
        assert text.strip(), number
        assert text in (each, each.removeprefix(mark))
    assert len({number for number, _ in found}) == len(found)


PREAMBLE = "Recalling.\n\nNoting.\n\n1. Decides.\n\n2. Asks."
BROKEN_OFF = "goes on in a small letter after “5.”, as a sentence does that was broken there"
TWICE = "1. Affirms.\n\n2. Encourages.\n\n2. Decides.\n\n5. of the Charter."


@pytest.mark.parametrize(
    ("words", "becomes", "found"),
    [
        (PREAMBLE, None, ["1 Recalling.", "2 Noting.", "3 1. Decides.", "4 2. Asks."]),
        (PREAMBLE, Becomes.OUT, ["1 Recalling.", "2 Noting.", "3 Decides.", "4 Asks."]),
        (
            PREAMBLE,
            Becomes.AFTER_PREAMBLE,
            ["PP1 Recalling.", "PP2 Noting.", "1 Decides.", "2 Asks."],
        ),
        (PREAMBLE, Becomes.KEPT, ["1 Recalling.", "2 Noting.", "3 1. Decides.", "4 2. Asks."]),
        (
            TWICE,
            Becomes.RUNNING_OUT,
            ["1 Affirms.", "2 Encourages.", "3 2. Decides.", "4 5. of the Charter."],
        ),
        (
            TWICE,
            Becomes.OUT,
            ["1 Affirms.", "2 Encourages.", "3 Decides.", "4 of the Charter."],
        ),
        ("1. One.\n\n2. Two.", Becomes.KEPT, ["1 1. One.", "2 2. Two."]),
        ("7. Seven.\n\n8. Eight.", None, ["7 Seven.", "8 Eight."]),
        ("3. of the Charter.", Becomes.OUT, ["1 3. of the Charter."]),
        (
            "1998. It rained.\n\n1999. It did not.",
            Becomes.OUT,
            ["1 1998. It rained.", "2 1999. It did not."],
        ),
    ],
)
def test_what_becomes_of_typed_numbers_is_as_their_author_says(
    words: str, becomes: Becomes | None, found: list[str]
) -> None:
    assert [" ".join(each) for each in paragraphs(words, becomes)] == found


def test_a_choice_that_there_is_not_is_told() -> None:
    assert chosen({}) is None
    with pytest.raises(Malformed, match="pasted"):
        chosen({"typed-numbers": "burn"})


def told(words: str) -> tuple[str, list[str], list[str]] | None:
    found = shown("reframe.table-text/1", {"pasted": words})
    if found is None:
        return None
    choices = [f"{each.value}{'!' if each.is_chosen else ''}" for each in found.choices]
    return found.says, [each.says for each in found.breaking], choices


def test_numbers_that_run_are_said_and_go_unless_they_are_kept() -> None:
    assert told("1. One.\n\n2. Two.\n\n3. Three.") == (
        "Comity numbers the paragraphs; the numbers 1 to 3 that you pasted are left out.",
        [],
        ["out!", "kept"],
    )
    assert told("PP1 Recalling.\n\nOP1 Decides.") == (
        "The paragraphs are numbered PP1 to OP1, as you pasted them; the numbers are left out of their words.",
        [],
        ["out!", "kept"],
    )


def test_what_breaks_the_order_is_said_and_nothing_is_chosen_already() -> None:
    assert told(TWICE) == (
        "Numbers stand before the paragraphs that you pasted, and they do not run in order.",
        [
            "Paragraph 3 begins with “2.” once more: “Decides.”",
            f"Paragraph 4 {BROKEN_OFF}: “of the Charter.”",
        ],
        ["out", "running-out", "kept"],
    )
    assert told(PREAMBLE) == (
        "Numbers stand before the paragraphs that you pasted, in order, but not before the first 2.",
        [
            "Paragraph 1 begins with no number: “Recalling.”",
            "Paragraph 2 begins with no number: “Noting.”",
        ],
        ["after-preamble", "out", "kept"],
    )


def test_where_no_numbers_were_typed_nothing_is_asked() -> None:
    assert told("One.\n\n24 hours.") is None
    assert told("1998. It rained.\n\nIt did not.") is None
    assert shown("reframe.comment/1", {"pasted": "1. One."}) is None


def test_of_many_that_break_the_order_the_rest_is_counted() -> None:
    found = shown("reframe.table-text/1", {"pasted": "1. One.\n\n2. Two.\n\n" + "More.\n\n" * 20})
    assert found is not None
    assert (len(found.breaking), found.more, len(found.lines)) == (MOST, 20 - MOST, 22)


def test_ids_are_the_same_however_often_the_form_is_sent() -> None:
    typed = {"title": "Über Kabel & more", "nonce": "AbC123xyz", "pasted": "One.\n\nTwo."}
    envelope = envelope_of("reframe.table-text/1", typed, zone="UTC")
    assert envelope["ids"] == ["uber-kabel-more-abc123-p1", "uber-kabel-more-abc123-p2"]
    assert envelope["words"] == ["One.", "Two."]
    assert envelope == envelope_of("reframe.table-text/1", typed, zone="UTC")
