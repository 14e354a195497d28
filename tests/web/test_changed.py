"""Words as they changed, and words in brackets."""

from hypothesis import given
from hypothesis import strategies as st

from comity.web.changed import Run, brackets, changes

WORDS = st.text(alphabet="ab [].,", max_size=60)


def test_a_change_of_one_word_shows_that_word() -> None:
    assert changes("within two hours, day or night", "within four hours, day or night") == [
        Run("same", "within "),
        Run("gone", "two"),
        Run("added", "four"),
        Run("same", " hours, day or night"),
    ]


def test_the_space_before_words_that_were_added_stays_with_what_was_there() -> None:
    assert changes("It is kept apart.", "It is kept apart. Nothing said is used.") == [
        Run("same", "It is kept apart. "),
        Run("added", "Nothing said is used."),
    ]


def test_another_sentence_is_shown_whole() -> None:
    assert changes("Delete it.", "Each party keeps one contact.") == [
        Run("same", "Each party keeps one contact.")
    ]


def test_changes_a_word_apart_are_one_change() -> None:
    before = "Each party answers within two long hours of the call, day or night"
    after = "Each party answers within four long days of the call, day or night"
    assert [run.kind for run in changes(before, after)] == ["same", "gone", "added", "same"]


@given(before=WORDS, after=WORDS)
def test_what_is_not_gone_is_the_new_wording(before: str, after: str) -> None:
    runs = changes(before, after)
    assert "".join(run.text for run in runs if run.kind != "gone") == after


def test_brackets_are_found_at_their_outermost() -> None:
    assert brackets("within [two [or three] hours] of it") == [
        Run("same", "within "),
        Run("bracket", "[two [or three] hours]"),
        Run("same", " of it"),
    ]


def test_a_bracket_that_is_never_closed_is_none() -> None:
    assert brackets("within [two hours") == [Run("same", "within [two hours")]


@given(words=WORDS)
def test_brackets_lose_no_letter(words: str) -> None:
    assert "".join(run.text for run in brackets(words)) == words
