"""A pasted text is parted into its paragraphs, and no word of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.web.acting.envelope import envelope_of
from comity.web.acting.pasted import paragraphs


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


@given(st.text())
def test_no_word_is_lost(words: str) -> None:
    found = paragraphs(words)
    kept = "".join(f"{number}{text}" for number, text in found)
    assert all(text.strip() for _, text in found)
    for word in words.split():
        assert word.strip(".)") in kept or word in kept


def test_ids_are_the_same_however_often_the_form_is_sent() -> None:
    typed = {"title": "Über Kabel & more", "nonce": "AbC123xyz", "pasted": "One.\n\nTwo."}
    envelope = envelope_of("reframe.table-text/1", typed, zone="UTC")
    assert envelope["ids"] == ["uber-kabel-more-abc123-p1", "uber-kabel-more-abc123-p2"]
    assert envelope["words"] == ["One.", "Two."]
    assert envelope == envelope_of("reframe.table-text/1", typed, zone="UTC")
